import { CALENDARS, RULES } from './calendar-shapes.ts';
import { MAILS } from './mail-shapes.ts';
import { repeated, RUNS, type Shape } from './pieces.ts';

/** At the beginning, behind a letter, and at the end: what looks for an end of it is kept from finding one. */
const runs = RUNS.map(([name, piece]): Shape => {
  const part = repeated(piece);
  return {
    name,
    content: 'run',
    make: (size) => `${part(size / 3)}a${part(size / 3)}@\u2028b${part(size / 3)}`,
  };
});

/** All that a parser of foreign content is tried with: what is added here is given to each that reads such content. */
export const SHAPES: readonly Shape[] = [...runs, ...CALENDARS, ...RULES, ...MAILS];

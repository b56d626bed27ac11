import { CALENDARS, RULES } from './calendar-shapes.ts';
import { MAILS } from './mail-shapes.ts';
import { repeated, RUNS, type Shape } from './pieces.ts';

const runs = RUNS.map(([name, piece]): Shape => ({ name, content: 'run', make: repeated(piece) }));

/** All that a parser of foreign content is tried with: what is added here is given to each that reads such content. */
export const SHAPES: readonly Shape[] = [...runs, ...CALENDARS, ...RULES, ...MAILS];

import { element, namesIn, textIn } from './element.ts';
import { parseXml } from './parse.ts';
import { writeFragment } from './write.ts';

/** How clients keep the colour of a calendar: as #RRGGBB, with or without two digits more of opacity. */
export const COLOUR_PROPERTY = namesIn('http://apple.com/ns/ical/')('calendar-color');

/** Of a property as it is stored. @returns as #rrggbb; null: it is none */
export function colourIn(fragment: string | undefined): string | null {
  if (fragment === undefined) return null;
  const colour = /^\s*(#[0-9a-f]{6})(?:[0-9a-f]{2})?\s*$/i.exec(textIn(parseXml(fragment)));
  return colour?.[1]?.toLowerCase() ?? null;
}

/** @param colour as #rrggbb */
export const colourFragment = (colour: string): string =>
  writeFragment(element(COLOUR_PROPERTY, `${colour.toUpperCase()}FF`));

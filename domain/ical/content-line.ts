/** The most characters before a line's value; ical.js takes longer than in proportion for more. */
export const PARAMETERS_LIMIT = 10_000;

/** `name [;parameter=value] :` (RFC 5545 §3.1), before the value; a quoted parameter value may contain anything but quotes. */
const BEFORE_VALUE = /[\w-]+(?:;[\w-]+=(?:"[^"]*"|[^":;])*)*:/y;

/**
 * What stands before the value of a content line, with its colon.
 *
 * @param at where in the text the line begins
 * @returns null when it is no content line
 */
export function beforeValue(text: string, at = 0): string | null {
  BEFORE_VALUE.lastIndex = at;
  return BEFORE_VALUE.exec(text)?.[0] ?? null;
}

import { hideAddresses } from './privacy.ts';

const LONGEST_TITLE = 200;
const UNTITLED = 'Meeting';

/**
 * The title of a meeting in a room, as everybody who comes may see it: one line without e-mail addresses, of at most
 * 200 characters, and never empty.
 *
 * @param text whatever a calendar or a person wrote
 */
export function meetingTitle(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ');
  const shown = [...hideAddresses(line).trim()].slice(0, LONGEST_TITLE).join('').trim();
  return shown === '' ? UNTITLED : shown;
}

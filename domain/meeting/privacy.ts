/** What looks like an address of a mailbox, in any script, also with spaces or an entity around the at-sign. */
const ADDRESS = /[^\s<>()[\]:;,"'@＠]+\s*(?:[@＠]|&#64;|&commat;)\s*[^\s<>()[\]:;,"'@＠]+/gu;

const HIDDEN = '(address hidden)';

/**
 * Hides every e-mail address in a text that one party wrote and the other will read:
 * two people who meet through Parley never learn each other's address (rule 4 of the design).
 */
export const hideAddresses = (text: string): string => text.replace(ADDRESS, HIDDEN);

/**
 * Hides the given addresses, and only those, in a text that the backend wrote: it may name a help desk,
 * but not the two parties.
 *
 * @param addresses the parties' addresses; compared without regard to case
 */
export function hideTheseAddresses(text: string, addresses: readonly string[]): string {
  return addresses
    .filter((address) => address !== '')
    .reduce((hidden, address) => hidden.replace(new RegExp(escapeRegExp(address), 'giu'), HIDDEN), text);
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

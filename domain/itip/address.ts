/** What stands behind the last at-sign, in lower case. */
export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** `anna+work@example.org` is a name that `anna@example.org` has for herself (RFC 5233). */
export const withoutSubAddress = (address: string): string => address.replace(/^([^+@]+)\+[^@]*@/, '$1@');

/** How an address is known as somebody's: as their first one, as another of theirs, or by sub-addressing alone. */
export type AddressRelation = 'attendee' | 'alias' | 'sub-address';

/**
 * Whose an address is. `me+host@x` and `me+guest@x` are two people as soon as both are among them: the exact address
 * decides first, over all, as their first one before as another of theirs; one that fits several, or without its sub-address
 * somebody else as well, is nobody's.
 *
 * @param people the addresses of each, in lower case, the first one first
 */
export function ownerOfAddress<Who extends string>(
  address: string | null,
  people: Readonly<Record<Who, readonly string[]>>,
): { who: Who; relation: AddressRelation } | null {
  if (address === null) return null;
  const everybody = Object.keys(people) as Who[];
  const invited = everybody.find((who) => people[who][0] === address);
  if (invited !== undefined) return { who: invited, relation: 'attendee' };
  const [alias, ...others] = everybody.filter((who) => people[who].includes(address));
  if (alias !== undefined) return others.length > 0 ? null : { who: alias, relation: 'alias' };
  const plain = withoutSubAddress(address);
  const [who, ...more] = everybody.filter((one) =>
    people[one].some((known) => withoutSubAddress(known) === plain),
  );
  return who === undefined || more.length > 0 ? null : { who, relation: 'sub-address' };
}

/** Whether mail to the address comes to the mailbox, also by a tag of its own behind one of the usual separators. */
export function isMailboxOf(address: string, mailbox: string): boolean {
  if (address === mailbox) return true;
  const at = mailbox.lastIndexOf('@');
  const [name, domain] = [mailbox.slice(0, at), mailbox.slice(at)];
  return address.endsWith(domain) && address.startsWith(name) && /^[+\-_=.]/.test(address.slice(name.length));
}

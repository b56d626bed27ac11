import addressparser from 'nodemailer/lib/addressparser';
import { valuesOf, type HeaderLine } from './header-lines.ts';

const MOST_ADDRESSES = 1_000;

/** The addresses of all headers of these names, in lower case, each once; those of groups, too. */
export function addressesOf(lines: readonly HeaderLine[], ...names: string[]): string[] {
  const found = names
    .flatMap((name) => valuesOf(lines, name))
    .flatMap((value) => addressparser(value, { flatten: true }))
    .flatMap(({ address }) => (isAddress(address) ? [address.trim().toLowerCase()] : []));
  return [...new Set(found)].slice(0, MOST_ADDRESSES);
}

/** As far as it may be one: RFC 5321 §4.5.3.1 allows 254 octets. */
const isAddress = (text: string): boolean =>
  text.includes('@') && text.length <= 1_000 && !/\p{Cc}/u.test(text);

/** The one address of the one header of that name; null when there is none, or more than one of either. */
export function onlyAddress(lines: readonly HeaderLine[], name: string): string | null {
  const [address, ...more] = addressesOf(lines, name);
  return address !== undefined && more.length === 0 && valuesOf(lines, name).length === 1 ? address : null;
}

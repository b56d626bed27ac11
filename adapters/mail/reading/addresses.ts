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

/** As long as a list of one needs to be; RFC 5321 §4.5.3.1 allows an address 254 octets. */
const LONGEST_OF_ONE = 4_000;

/**
 * The one address of the one header of that name; null when there is none, or more than one of either. Whatever else in it
 * may be read as an address is another, also what is too long for one, or stands where a name may stand unquoted: somebody
 * else may take that one.
 */
export function onlyAddress(lines: readonly HeaderLine[], name: string): string | null {
  const [value, ...others] = valuesOf(lines, name);
  if (value === undefined || others.length > 0 || value.length > LONGEST_OF_ONE) return null;
  const named = addressparser(value, { flatten: true }).map(({ address }) => address);
  const words = value.replace(NO_ADDRESSES, ' ').split(/[\s<>,;:"()]+/);
  const bare = words.filter((word) => /.@./su.test(word));
  const all = [...named, ...bare]
    .map((text) => text.trim().toLowerCase())
    .filter((text) => text.includes('@'));
  const [address, ...more] = new Set(all);
  return address !== undefined && more.length === 0 && isAddress(address) ? address : null;
}

/** RFC 5322 §3.2; no address is read of an encoded word (RFC 2047 §5). */
const NO_ADDRESSES = /=\?[^?\s]*\?[bq]\?[^?\s]*\?=|"(?:[^"\\]|\\.)*"(?!@)|\((?:[^()\\]|\\.)*\)/gi;

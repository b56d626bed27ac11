/** RFC 5321 §4.5.3.1 allows 254 octets; with some of them percent-encoded. */
const REACH = 320;
const MOST_ADDRESSES = 20;
const MOST_PARTSTATS = 4;
/** What ends an address in the middle of other text; what is not seen (soft hyphen, zero width) belongs to none. */
const ENDS = /[\s\p{Cc}\p{Cf}<>()[\]:;,"\\?@]/u;

/** Nothing is wrong with it: well-formed parameters, and `mailto:` with one plain address. */
const SOUND =
  /^[A-Z-]+(?:;[\w-]+=(?:"[^"]*"|[^":;,]*)(?:,(?:"[^"]*"|[^":;,]*))*)*:mailto:[^\s\p{Cf}<>()[\]:;,"?%@']{1,255}@[^\s\p{Cf}<>()[\]:;,"?%@']{1,255}$/iu;
/** Twice in one line: which of them counts, is looked for. */
const TWICE = /;PARTSTAT=.*;PARTSTAT=/i;

/** Who else is named in a parameter; quoted, or as far as an address without quotes goes. */
const OTHERS =
  /[;,]\s*(SENT-BY|DELEGATED-TO|DELEGATED-FROM|MEMBER|DIR)\s*=\s*((?:"[^"]*"\s*,?\s*)+|(?:mailto:)?[^\s:;,"]*)/gi;
const QUOTED_PARAMETER = /;\s*(?!(?:EMAIL|PARTSTAT)\b)[\w-]+\s*=\s*"[^"]*"/gi;
const PARAMETER_NAME = /[;,]\s*[\w-]+\s*=/g;
const EMAIL = /[;,]\s*EMAIL\s*=\s*("[^"]*"|[^;]*)/i;
const PARTSTAT = /(?:^|[;:,"\s])PARTSTAT\s*=\s*(?:"\s*)?([\w-]+)/gi;

/**
 * A line of a calendar user (ATTENDEE, ORGANIZER) as RFC 5545 §3.8.4.1 wants it, whatever a program made of it: names
 * with `:`, `;`, `,` or quotes in bare parameters, quotes that never close, brackets, names or a second `mailto:` in the
 * value. The address is the one behind the last `mailto:`, or the one that is there; PARTSTAT is found anywhere. Takes
 * time in proportion to the line's length.
 *
 * @param line unfolded
 * @returns several lines where it says several answers: which of them counts is not for this one to decide
 */
export function mendedUserLine(name: string, line: string): string {
  if (SOUND.test(line) && !TWICE.test(line)) return line;
  const rest = line.slice(name.length);
  const others = new Map<string, string>();
  const own = rest.replace(OTHERS, (_, other: string, value: string) => {
    const address = addressesIn(decoded(value)).at(-1);
    if (address !== undefined) others.set(other.toUpperCase(), address);
    return ' ';
  });
  // What a quote with a quote in it ends in is another word than what stood before.
  const bare = own.replace(QUOTED_PARAMETER, ' ');
  const address = addressOfUser(bare) ?? addressOfUser(own) ?? others.get('SENT-BY') ?? null;
  const said = partstatsIn(bare);
  const partstats = said.length > 0 ? said : partstatsIn(own);
  const written = (partstat: string): string =>
    [
      name,
      partstat === '' ? '' : `;PARTSTAT=${partstat}`,
      ...['SENT-BY', 'DELEGATED-TO', 'DELEGATED-FROM'].map((other) => {
        const named = others.get(other);
        return named === undefined ? '' : `;${other}="mailto:${named}"`;
      }),
      address === null ? ':invalid:nomail' : `:mailto:${address}`,
    ].join('');
  return (partstats.length > 0 ? partstats : ['']).map(written).join('\r\n');
}

/**
 * Whether a line ends before its value does: a program that wraps lines may begin the next without the blank that it has to
 * begin with (RFC 5545 §3.1). Takes time in proportion to the line's length.
 */
export function isUnfinishedUserLine(line: string): boolean {
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') quoted = !quoted;
    else if (line[at] === ':' && !quoted) return /^(?:mailto:?)?$/i.test(line.slice(at + 1).trim());
  }
  return true;
}

/** What the line says, each once; that nothing was decided only where it says nothing else. */
function partstatsIn(text: string): string[] {
  const found = new Set([...text.matchAll(PARTSTAT)].map(([, partstat = '']) => partstat.toUpperCase()));
  const decided = [...found].filter((partstat) => partstat !== 'NEEDS-ACTION');
  return decided.length > 0 ? decided.slice(0, MOST_PARTSTATS) : [...found];
}

function addressOfUser(text: string): string | null {
  const plain = decoded(text);
  const mailto = plain.toLowerCase().lastIndexOf('mailto');
  const behind = mailto === -1 ? undefined : addressesIn(plain.slice(mailto + 'mailto'.length))[0];
  if (behind !== undefined) return behind;
  const value = addressesIn(plain.slice(plain.lastIndexOf(':') + 1));
  const email = value.length === 0 ? addressesIn(EMAIL.exec(plain)?.[1] ?? '') : [];
  const anywhere = addressesIn(plain.replace(PARAMETER_NAME, ' '));
  return [value, email, anywhere].find((found) => found.length === 1)?.[0] ?? null;
}

/** What looks like addresses, each once, in their order. */
function addressesIn(text: string): string[] {
  const found = new Set<string>();
  for (let at = text.indexOf('@'); at !== -1 && found.size < MOST_ADDRESSES; at = text.indexOf('@', at + 1)) {
    let [start, end] = [at, at + 1];
    while (start > 0 && at - start < REACH && !ENDS.test(text[start - 1]!)) start -= 1;
    while (end < text.length && end - at < REACH && !ENDS.test(text[end]!)) end += 1;
    // Of two at-signs in one word nobody knows which is meant; and no letter is looked at from more than two of them.
    if (text[start - 1] === '@' || text[end] === '@') continue;
    const local = text.slice(start, at).replace(/^[/'=]+/, '');
    const domain = text.slice(at + 1, end).replace(/[.']+$/, '');
    if (local !== '' && domain !== '') found.add(`${local}@${domain}`.toLowerCase());
  }
  return [...found];
}

/** Percent-encoding, of all that is encoded well; a percent sign alone is part of the text. */
function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%(40|3A|3C|3E|2B|20)/gi, (encoded) => decodeURIComponent(encoded));
  }
}

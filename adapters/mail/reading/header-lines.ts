/** A header as it stands in the message, still folded and encoded; `key` is its name in lower case. */
export interface HeaderLine {
  readonly key: string;
  readonly line: string;
}

/** The values of all headers of that name, unfolded. */
export const valuesOf = (lines: readonly HeaderLine[], name: string): string[] =>
  lines.filter(({ key }) => key === name).map(({ line }) => unfolded(line.slice(line.indexOf(':') + 1)));

/** The value of the first header of that name. */
export const valueOf = (lines: readonly HeaderLine[], name: string): string | null =>
  valuesOf(lines, name)[0] ?? null;

/** RFC 5322 §2.2.3. */
export const unfolded = (text: string): string => text.replace(/\r?\n(?=[ \t])/g, '').trim();

const MOST_MESSAGE_IDS = 100;

/** The message-ids of a References or In-Reply-To (RFC 5322 §3.6.4), in their order; what is no message-id is left out. */
export const messageIds = (values: readonly string[]): string[] =>
  values.flatMap((value) => value.match(/<[^<>\s\p{Cc}]{1,900}>/gu) ?? []).slice(-MOST_MESSAGE_IDS);

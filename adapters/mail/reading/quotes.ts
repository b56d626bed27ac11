/**
 * A text without the lines that it quotes (RFC 3676 §4.5). One that is nothing but quoted lines stays as it is. Linear.
 */
export function withoutQuotedLines(text: string): string {
  const own = text.split('\n').filter((line) => !/^[ \t]{0,4}>/.test(line));
  return own.some((line) => line.trim() !== '') ? own.join('\n') : text;
}

/** Where mail programs begin what they quote in HTML: Apple and Thunderbird, Gmail, Proton, Outlook. */
const QUOTE =
  /<blockquote\b[^<>]{0,300}(?:\bcite\b|_quote)|<div\b[^<>]{0,300}(?:gmail_quote|divRplyFwdMsg|appendonsend|moz-cite-prefix)/i;

/** HTML up to what it quotes of another message; one that begins with that stays as it is. Linear. */
export function withoutQuotedHtml(html: string): string {
  const at = html.search(QUOTE);
  const own = at === -1 ? html : html.slice(0, at);
  return own.replace(/<[^<>]{0,2000}>/g, '').trim() === '' ? html : own;
}

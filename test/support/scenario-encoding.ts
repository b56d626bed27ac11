import encodingJapanese from 'encoding-japanese';
import iconv from 'iconv-lite';
import { encode, wrap } from 'nodemailer/lib/qp';

/**
 * A message written in readable text, as its own headers say that it is: each part's body in its charset and its
 * transfer encoding, headers that are not ASCII as encoded words, CRLF. What else `X-Scenario` may ask for is in
 * test/scenarios/mail/README.md.
 */
export const encodeMessage = (source: string): Buffer => encodeEntity(source.replaceAll('\r\n', '\n'));

interface Wishes {
  /** What the body is really written in, whatever its headers say. */
  charset?: string;
  'line-end'?: 'lf' | 'crlf';
  /** The body stands in the file as it is sent. */
  body?: 'as-is';
  /** Of the encoded words. */
  'header-charset'?: string;
}

function encodeEntity(entity: string): Buffer {
  const end = entity.indexOf('\n\n');
  const [head, body] = end === -1 ? [entity, ''] : [entity.slice(0, end), entity.slice(end + 2)];
  const headers = head.split(/\n(?![ \t])/);
  const wishes = wishesOf(headers.find((line) => /^x-scenario:/i.test(line)) ?? '');
  const sent = headers
    .filter((line) => !/^x-scenario:/i.test(line))
    .map((line) => encodedHeader(line, wishes['header-charset'] ?? 'utf-8'));
  const boundary = /^content-type:\s*multipart\/[^]*?boundary=(?:"([^"]+)"|([^;\s]+))/im.exec(head);
  const content = boundary
    ? encodeParts(body, boundary[1] ?? boundary[2] ?? '')
    : encodeBody(head, body, wishes);
  return Buffer.concat([Buffer.from(`${sent.join('\n')}\n\n`.replaceAll('\n', '\r\n')), content]);
}

const wishesOf = (line: string): Wishes =>
  Object.fromEntries(
    line
      .replace(/^[^:]*:/, '')
      .split(';')
      .map((wish) => wish.trim().split('=')),
  ) as Wishes;

function encodeParts(body: string, boundary: string): Buffer {
  const [preamble = '', ...parts] = `\n${body}`.split(`\n--${boundary}`);
  const pieces: Buffer[] = [Buffer.from(preamble.slice(1).replaceAll('\n', '\r\n'))];
  for (const part of parts) {
    pieces.push(Buffer.from(`\r\n--${boundary}`));
    if (part.startsWith('--')) pieces.push(Buffer.from(part.replaceAll('\n', '\r\n')));
    else pieces.push(Buffer.from('\r\n'), encodeEntity(part.slice(1)));
  }
  return Buffer.concat(pieces);
}

function encodeBody(head: string, body: string, wishes: Wishes): Buffer {
  if (wishes.body === 'as-is') return Buffer.from(body.replaceAll('\n', '\r\n'));
  const text = wishes['line-end'] === 'lf' ? body : body.replaceAll('\n', '\r\n');
  const content = inCharset(text, wishes.charset ?? /charset="?([\w-]+)/i.exec(head)?.[1] ?? 'utf-8');
  switch (/^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase()) {
    case 'base64':
      return Buffer.from(content.toString('base64').replace(/.{1,76}/g, '$&\r\n'));
    case 'quoted-printable':
      return Buffer.from(wrap(encode(content), 76));
    default:
      return content;
  }
}

function inCharset(text: string, charset: string): Buffer {
  if (/^iso-2022-jp$/i.test(charset)) {
    return Buffer.from(encodingJapanese.convert(encodingJapanese.stringToCode(text), { to: 'JIS' }));
  }
  return iconv.encode(text, charset, { addBOM: /^utf-?16$/i.test(charset) });
}

/** RFC 2047: words that are not ASCII, with the spaces between them, as one encoded word. */
const encodedHeader = (line: string, charset: string): string =>
  line.replace(
    /[^\s"<>]*[^\s!-~][^\s"<>]*(?:[ ]+[^\s"<>]*[^\s!-~][^\s"<>]*)*/g,
    (words) => `=?${charset}?B?${inCharset(words, charset).toString('base64')}?=`,
  );

import type { SMTPServerDataStream } from 'smtp-server';

/**
 * The whole message; null when it is larger than is taken. Then what has come is let go at once, and the rest is
 * read and dropped, since the sender does not listen before its end.
 */
export async function receiveMessage(stream: SMTPServerDataStream): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (stream.sizeExceeded) chunks.length = 0;
    else chunks.push(chunk);
  }
  return stream.sizeExceeded ? null : Buffer.concat(chunks);
}

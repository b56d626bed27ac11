import { createHash } from 'node:crypto';

/** An answer as it is sent, to be kept: neither written as JSON nor hashed again for each request. */
export class ReadyAnswer<T> {
  readonly bytes: Buffer;
  readonly etag: string;

  constructor(presented: T) {
    const text = JSON.stringify(presented);
    this.bytes = Buffer.from(text);
    this.etag = etagOf(text);
  }
}

/** Of the representation (RFC 9110 §8.8.3). */
export const etagOf = (text: string): string => createHash('sha1').update(text).digest('base64url');

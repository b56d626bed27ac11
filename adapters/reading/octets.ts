/** Octets as they come out of a thread's door, which knows no Buffer. */
export const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** Octets for a thread: a small Buffer shares its memory with others, and all of it would be copied. */
export const octetsOf = (content: Buffer): Uint8Array =>
  content.byteLength === content.buffer.byteLength ? content : new Uint8Array(content);

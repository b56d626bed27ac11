/** Where one of several values stands in bytes that travel together. */
export interface Span {
  /** Counted from 1, as SQL's `substring` does. */
  start: number;
  length: number;
}

/**
 * Several values as one parameter, each with its span: the driver sends a single `bytea` as it is, and an array of them
 * as text of twice the size, that both sides have to write and read.
 */
export function packBytes(values: readonly Buffer[]): { bytes: Buffer; spans: Span[] } {
  let next = 1;
  const spans = values.map(({ length }) => {
    const start = next;
    next += length;
    return { start, length };
  });
  const [first] = values;
  return { bytes: first && values.length === 1 ? first : Buffer.concat(values), spans };
}

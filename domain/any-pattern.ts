/** One pattern that finds what any of these does, in any case: as many languages say one thing. */
export const anyPattern = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join('|'), 'iu');

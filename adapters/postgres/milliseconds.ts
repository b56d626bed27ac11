/** An instant or a length of time in PostgreSQL as milliseconds, a number in JavaScript: no Date is made for it. */
export const msOf = (expression: string): string =>
  `CAST(extract(epoch FROM ${expression}) * 1000 AS float8)`;

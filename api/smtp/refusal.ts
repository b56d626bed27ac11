/** An answer of SMTP that is no success; `text` begins with the enhanced status code (RFC 3463). */
export const refusal = (responseCode: number, text: string): Error & { responseCode: number } =>
  Object.assign(new Error(text), { responseCode });

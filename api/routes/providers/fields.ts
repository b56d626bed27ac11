import { z } from '../fields.ts';

const bytes = () =>
  z.instanceof(Buffer, { error: ({ input }) => (input === undefined ? undefined : 'must be bytes') });

/** A field of a form as text. */
export const formText = (longest: number) =>
  bytes()
    .refine((given) => given.length <= longest, `must have at most ${longest} bytes`)
    .transform((given) => given.toString('utf8').replaceAll('\0', ''))
    .openapi({ type: 'string' });

/** A whole message in a field of a form. */
export const formMessage = () =>
  bytes()
    .refine((given) => given.length > 0, 'must not be empty')
    .openapi({ type: 'string', format: 'binary', description: 'The whole message (RFC 5322).' });

/** An address of the envelope, in lower case; null when there is none. */
export const envelopeAddress = (text: string | null | undefined): string | null =>
  text?.trim().replace(/^<|>$/g, '').toLowerCase() || null;

import { z } from '../fields.ts';

/** A field of a form as text. */
export const formText = (longest: number) =>
  z
    .instanceof(Buffer)
    .refine((bytes) => bytes.length <= longest, `must have at most ${longest} bytes`)
    .transform((bytes) => bytes.toString('utf8').replaceAll('\0', ''))
    .openapi({ type: 'string' });

/** A whole message in a field of a form. */
export const formMessage = () =>
  z
    .instanceof(Buffer)
    .refine((bytes) => bytes.length > 0, 'the message is empty')
    .openapi({ type: 'string', format: 'binary', description: 'The whole message (RFC 5322).' });

/** An address of the envelope, in lower case; null when there is none. */
export const envelopeAddress = (text: string | null | undefined): string | null =>
  text?.trim().replace(/^<|>$/g, '').toLowerCase() || null;

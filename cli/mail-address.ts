import { CliError } from './errors.ts';

/** An address as it was given. @throws CliError with the sentence, where it is none */
export function mailAddress(text: string): string {
  if (/^[^@\s]+@[^@\s]+$/.test(text)) return text;
  throw new CliError('unusable_address', `"${text}" is no e-mail address.`);
}

import type { DKIMResult, DKIMVerifyResult } from 'mailauth';
import type { AuthenticationResult } from '../../../activities/understanding/ports.ts';
import { covers, signedNames } from './coverage.ts';
import type { MessageHeader } from './header.ts';

/** What mailauth gives of a signature, beyond its own types. */
type Verified = DKIMResult & {
  signature?: string;
  algo?: string;
  bodyHash?: string;
  bodyHashExpecting?: string;
  /** The names of the signed fields, `From: To: Subject`. */
  signingHeaders?: { keys: string };
  status: { underSized?: number };
};

export interface Signature {
  domain: string;
  result: AuthenticationResult;
  /** All that is read of the message was signed. */
  whole: boolean;
}

/** The DKIM signatures of a message, each with what it proves. */
export function signaturesOf(verified: DKIMVerifyResult, header: MessageHeader): Signature[] {
  // mailauth lists the newest ARC seal among them.
  const seal = verified.arc?.lastEntry?.['arc-seal']?.parsed?.b?.value;
  return (verified.results as Verified[])
    .filter(({ signingDomain, signature }) => signingDomain && (seal === undefined || signature !== seal))
    .map((signature) => ({
      domain: signature.signingDomain,
      result: resultOf(signature),
      whole: coversMessage(signature, header),
    }));
}

/** Whether a signature covers all that is read of the message. */
export const coversMessage = (signature: DKIMResult, header: MessageHeader): boolean =>
  covers(namesIn(signature), header);

const namesIn = (signature: DKIMResult): string[] =>
  signedNames((signature as Verified).signingHeaders?.keys ?? '');

/** Whether a signature that passed proves the message that is there: From and the whole body, with a safe hash. */
export function provesMessage(signature: DKIMResult): boolean {
  const { status, algo } = signature as Verified;
  // RFC 6376 §5.4 wants From signed; with l= anything may follow what was signed (§8.2); RFC 8301 §3.1 ends SHA-1.
  return namesIn(signature).includes('from') && !status.underSized && !/sha1$/i.test(algo ?? '');
}

function resultOf(signature: Verified): AuthenticationResult {
  const { result } = signature.status;
  if (result === 'pass') return provesMessage(signature) ? 'pass' : 'neutral';
  if (signature.bodyHash !== signature.bodyHashExpecting) return 'fail';
  switch (result) {
    case 'fail':
    case 'permerror':
      return result;
    case 'temperror':
    case 'temperr':
      return 'temperror';
    case 'neutral':
    case 'none':
    case 'policy':
    case 'softfail':
    case 'skipped':
      return 'neutral';
  }
}

/** One good signature is enough (RFC 6376 §6.1). */
const ORDER: readonly AuthenticationResult[] = ['pass', 'temperror', 'fail', 'permerror', 'neutral'];

export const bestResult = (signatures: readonly { result: AuthenticationResult }[]): AuthenticationResult =>
  ORDER.find((wanted) => signatures.some(({ result }) => result === wanted)) ?? 'none';

/** What the policy looks at of what is known of a message's sender. */
export interface Evidence {
  source: 'session' | 'own-server' | 'nobody';
  spf: string;
  dkim: string;
  dmarc: string;
  aligned: boolean;
  /** What the domain of From wants done with what fails DMARC. */
  policy: 'none' | 'quarantine' | 'reject' | null;
}

/** Whose reply address it came to: that of the invitation it answers, of another one, or no reply address. */
export type ReplyAddressProof = 'own-reply-address' | 'foreign-reply-address' | null;

export type MailAuthMode = 'enforce' | 'report' | 'off';

/** Acted on; acted on once the attendee has confirmed it by link; not acted on, and recorded. */
export type Act = 'accept' | 'confirm' | 'refuse';

export type AuthenticityReason =
  | 'own-reply-address'
  | 'foreign-reply-address'
  | 'aligned'
  /** The domain vouches for the message, but not for all that is read of it. */
  | 'not-covered'
  | 'dmarc-fail'
  | 'temporary-error'
  | 'spf-and-dkim-fail'
  | 'not-authenticated'
  | 'not-aligned';

export interface Judgement {
  act: Act;
  /** What the evidence means when it is enforced, whatever the mode does with it. */
  wouldBe: Act;
  reason: AuthenticityReason;
}

/**
 * What to do with an answer, by what is known of its sender. Only `enforce` acts on it; `report` and `off` accept
 * everything, also what came to another invitation's reply address, and `wouldBe` shows in the record what
 * `enforce` would have done.
 */
export function judge(about: {
  authentication: Evidence;
  proof: ReplyAddressProof;
  mode: MailAuthMode;
}): Judgement {
  const [wouldBe, reason] = verdict(about.authentication, about.proof);
  return { act: about.mode === 'enforce' ? wouldBe : 'accept', wouldBe, reason };
}

function verdict(found: Evidence, proof: ReplyAddressProof): [Act, AuthenticityReason] {
  // Whoever holds one invitation shall not answer another with it, however well the domain is proved.
  if (proof === 'foreign-reply-address') return ['refuse', 'foreign-reply-address'];
  // Unguessable, so it is a proof of its own: an answer that was forwarded fails DMARC and is genuine all the same.
  if (proof === 'own-reply-address') return ['accept', 'own-reply-address'];
  if (found.aligned) return ['accept', 'aligned'];
  if (found.dmarc === 'fail' && (found.policy === 'reject' || found.policy === 'quarantine'))
    return ['refuse', 'dmarc-fail'];
  if (found.dmarc === 'pass') return ['confirm', 'not-covered'];
  // What could not be looked at might have passed.
  if ([found.spf, found.dkim, found.dmarc].includes('temperror')) return ['confirm', 'temporary-error'];
  if (found.spf === 'fail' && found.dkim === 'fail') return ['refuse', 'spf-and-dkim-fail'];
  return ['confirm', found.source === 'nobody' ? 'not-authenticated' : 'not-aligned'];
}

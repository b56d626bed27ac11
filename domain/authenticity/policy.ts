/** placeholder until merged */
export type Proof = 'own-reply-address' | 'foreign-reply-address' | null;
export interface Verdict {
  act: 'accept' | 'confirm' | 'refuse';
  reason: string;
  wouldBe?: string;
}
export function judge(about: {
  authentication: { aligned: boolean; dmarc: string; policy: string | null } | null;
  proof: Proof;
  mode: 'enforce' | 'report' | 'off';
}): Verdict {
  if (about.mode !== 'enforce') return { act: 'accept', reason: about.mode };
  if (about.proof === 'foreign-reply-address') return { act: 'refuse', reason: 'foreign-reply-address' };
  if (about.proof === 'own-reply-address') return { act: 'accept', reason: 'own-reply-address' };
  if (about.authentication?.aligned) return { act: 'accept', reason: 'aligned' };
  if (about.authentication?.dmarc === 'fail') return { act: 'refuse', reason: 'authentication-failed' };
  return { act: 'confirm', reason: 'not-aligned' };
}

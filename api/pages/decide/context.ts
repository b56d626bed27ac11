import type { LinkProposal, LinkView } from '../../../queries/links.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { Reader } from '../reader.ts';
import type { ReaderZone } from '../time/zone.ts';

/** What both pages of a decision are rendered from. */
export interface DecidePage {
  decision: 'approve' | 'decline';
  link: LinkView;
  proposal: LinkProposal;
  token: string;
  zone: ReaderZone;
  reader: Reader;
  nowMs: Instant;
}

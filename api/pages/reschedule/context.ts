import type { LinkView } from '../../../queries/links.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { Reader } from '../reader.ts';
import type { ReaderZone } from '../time/zone.ts';

/** What every page behind a "Request new time" link is rendered from. */
export interface ReschedulePage {
  link: LinkView;
  token: string;
  zone: ReaderZone;
  reader: Reader;
  nowMs: Instant;
}

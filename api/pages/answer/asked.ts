import type { Answering } from '../../../domain/meeting/message-spec.ts';
import type { LinkView } from '../../../queries/links.ts';
import type { Reader } from '../reader.ts';
import type { ReaderZone } from '../time/zone.ts';

/** What the address of the page says. */
export interface Asked {
  token: string;
  /** The answer that the reader followed a link for; null: none that there is. */
  answer: Answering | null;
  zone: string;
}

/** What every page behind a link to answer is rendered from. */
export interface AnswerPage {
  link: LinkView;
  token: string;
  zone: ReaderZone;
  reader: Reader;
}

import type { FeedExamined } from '../../../../activities/feed/examine.ts';
import type { Texts } from '../../../../adapters/texts/texts.ts';
import type { SettingsPageView } from '../../../../queries/room-feed.ts';
import type { Again } from '../../forms/submitted.ts';

/** What a form said that has to be shown with it again. */
export interface Said {
  feed?: Again;
  /** What the typed address gives. */
  tested?: FeedExamined;
  room?: Again;
  give?: Again;
}

/** What the page of a room's settings is made of. */
export interface SettingsPageProps extends SettingsPageView {
  /** Of the room's page. */
  url: string;
  /** What the last form did. */
  done: string;
  said: Said;
  texts: Pick<Texts, 'has'>;
  /** Proves that a form is of this session's own pages. */
  form: string;
}

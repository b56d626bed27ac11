import type answers from '../../texts/en/answers.json';
import type booking from '../../texts/en/booking.json';
import type calendars from '../../texts/en/calendars.json';
import type confirming from '../../texts/en/confirming.json';
import type feeds from '../../texts/en/feeds.json';
import type health from '../../texts/en/health.json';
import type hosts from '../../texts/en/hosts.json';
import type links from '../../texts/en/links.json';
import type mails from '../../texts/en/mails.json';
import type operator from '../../texts/en/operator.json';
import type owners from '../../texts/en/owners.json';
import type pages from '../../texts/en/pages.json';
import type proposals from '../../texts/en/proposals.json';
import type refusals from '../../texts/en/refusals.json';
import type rooms from '../../texts/en/rooms.json';
import type signIn from '../../texts/en/sign-in.json';
import type time from '../../texts/en/time.json';
import type webhooks from '../../texts/en/webhooks.json';

/** All files of English, which has every text; a text of a file that is not named here is none. */
type English = typeof answers &
  typeof booking &
  typeof calendars &
  typeof confirming &
  typeof feeds &
  typeof health &
  typeof hosts &
  typeof links &
  typeof mails &
  typeof operator &
  typeof owners &
  typeof pages &
  typeof proposals &
  typeof refusals &
  typeof rooms &
  typeof signIn &
  typeof time &
  typeof webhooks;

/** The dotted paths of all strings in a tree of texts. */
type Paths<T, Prefix extends string = ''> = T extends string
  ? Prefix
  : { [K in keyof T & string]: Paths<T[K], Prefix extends '' ? K : `${Prefix}.${K}`> }[keyof T & string];

/** The name of a text, such as `mail.kind.invitation.subject`; English has them all. */
export type TextKey = Paths<English>;

/** What is put into a text's placeholders. */
export type TextValues = Readonly<Record<string, string | number>>;

import type { ComponentChildren } from 'preact';
import type { TextKey } from '../../../adapters/texts/keys.ts';
import { HostPage, type HostFrame } from '../bookings/frame.tsx';
import { Notice } from '../components/notice.tsx';
import { useReader } from '../reader.ts';
import { pathTo } from '../render.tsx';
import { CALENDARS, CONNECT, DELETED, INBOX } from './paths.ts';

const TABS = { list: CALENDARS, connect: CONNECT, inbox: INBOX, deleted: DELETED } as const;
type Tab = keyof typeof TABS;

interface CalendarsPageProps extends HostFrame {
  /** Null: it is below the list. */
  tab: Tab | null;
  /** That of all of them when absent. */
  title?: string;
  said?: ComponentChildren;
  children: ComponentChildren;
}

/** The frame of the pages about a member's own calendars. */
export function CalendarsPage({ tab, title, said, children, ...frame }: CalendarsPageProps) {
  const { t, chosen } = useReader();
  return (
    <HostPage {...frame} section="calendars" title={title ?? t('page.calendars.section')} said={said}>
      <nav aria-label={t('page.calendars.section')}>
        <ul class="sections">
          {Object.entries(TABS).map(([name, path]) => (
            <li>
              <a href={pathTo(path, { lang: chosen })} aria-current={name === tab ? 'page' : undefined}>
                {t(`page.calendars.tab.${name as Tab}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </HostPage>
  );
}

const GOOD = {
  saved: 'page.host.done.saved',
  deleted: 'page.host.done.deleted',
  begun: 'page.calendars.list.begun',
  chosen: 'page.calendars.default.chosen',
  ended: 'page.calendars.connect.ended',
  shared: 'page.calendars.done.shared',
  restored: 'page.calendars.done.restored',
  answered: 'page.calendars.inbox.answered',
  approved: 'page.calendars.inbox.approved',
  declined: 'page.calendars.inbox.declined',
} as const satisfies Record<string, TextKey>;

const BAD = {
  conflict: 'page.calendars.done.conflict',
  refused: 'page.calendars.done.refused',
  gone: 'page.calendars.done.gone',
  tooMany: 'page.calendars.done.tooMany',
  forbidden: 'page.calendars.done.forbidden',
  tooManyPasswords: 'page.calendars.connect.tooMany',
  default: 'page.calendars.delete.default',
  settled: 'page.calendars.inbox.settled',
} as const satisfies Record<string, TextKey>;

/** What a form did, or why it did not. @param done as the address says it */
export function CalendarsDone({ done, children }: { done: string; children?: ComponentChildren }) {
  const { t } = useReader();
  if (isOf(GOOD, done))
    return (
      <Notice kind="good" title={t(GOOD[done])}>
        {children}
      </Notice>
    );
  return isOf(BAD, done) ? <Notice kind="warn" title={t(BAD[done])} /> : null;
}

const isOf = <T extends object>(words: T, name: string): name is Extract<keyof T, string> =>
  Object.hasOwn(words, name);

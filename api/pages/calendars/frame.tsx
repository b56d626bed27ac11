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

const GOOD: Readonly<Record<string, TextKey>> = {
  saved: 'page.host.done.saved',
  deleted: 'page.host.done.deleted',
  begun: 'page.calendars.list.begun',
  chosen: 'page.calendars.default.chosen',
  ended: 'page.calendars.connect.ended',
  shared: 'page.calendars.done.shared',
  restored: 'page.calendars.done.restored',
};

const BAD: Readonly<Record<string, TextKey>> = {
  conflict: 'page.calendars.done.conflict',
  refused: 'page.calendars.done.refused',
  gone: 'page.calendars.done.gone',
  tooMany: 'page.calendars.done.tooMany',
  forbidden: 'page.calendars.done.forbidden',
  tooManyPasswords: 'page.calendars.connect.tooMany',
  default: 'page.calendars.delete.default',
};

/** What a form did, or why it did not. @param done as the address says it */
export function CalendarsDone({ done, children }: { done: string; children?: ComponentChildren }) {
  const { t } = useReader();
  const [good, bad] = [own(GOOD, done), own(BAD, done)];
  if (good)
    return (
      <Notice kind="good" title={t(good)}>
        {children}
      </Notice>
    );
  return bad ? <Notice kind="warn" title={t(bad)} /> : null;
}

const own = (words: Readonly<Record<string, TextKey>>, name: string): TextKey | undefined =>
  Object.hasOwn(words, name) ? words[name] : undefined;

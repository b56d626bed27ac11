import type { WaitingMessage } from '../../../queries/calendars/waiting-messages.ts';
import type { HostFrame } from '../bookings/frame.tsx';
import { useReader } from '../reader.ts';
import { CalendarsPage } from './frame.tsx';
import { whenOf } from './when.ts';

interface InboxPageProps extends HostFrame {
  messages: readonly WaitingMessage[];
  /** Of the member. */
  timezone: string;
}

/** What waits for an answer. */
export function InboxPage({ messages, timezone, ...frame }: InboxPageProps) {
  const { t } = useReader();
  return (
    <CalendarsPage {...frame} tab="inbox">
      <section class="sheet stack">
        <h2>{t('page.calendars.tab.inbox')}</h2>
        <p class="muted">{t('page.calendars.inbox.lead')}</p>
        {messages.length === 0 ? (
          <p>{t('page.calendars.inbox.empty')}</p>
        ) : (
          <ul class="entries">
            {messages.map((message) => (
              <Listed message={message} timezone={timezone} />
            ))}
          </ul>
        )}
      </section>
    </CalendarsPage>
  );
}

function Listed({ message, timezone }: { message: WaitingMessage; timezone: string }) {
  const reader = useReader();
  const { t } = reader;
  const when = whenOf(message, timezone, reader);
  return (
    <li class="operated">
      <div class="operated-head">
        <strong>{message.title === '' ? t('page.calendars.inbox.untitled') : message.title}</strong>
        <span class="badge">{t(`page.calendars.inbox.kind.${message.kind}`)}</span>
      </div>
      {when !== null && <span class="small">{when}</span>}
      <span class="small muted">{t('page.calendars.inbox.from', { who: message.sender })}</span>
    </li>
  );
}

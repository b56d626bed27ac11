import type { WaitingMessage } from '../../../queries/calendars/waiting-messages.ts';
import type { HostFrame } from '../bookings/frame.tsx';
import { useReader } from '../reader.ts';
import { Button } from '../forms/button.tsx';
import { Form } from '../forms/form.tsx';
import { CalendarsDone, CalendarsPage } from './frame.tsx';
import { INBOX } from './paths.ts';
import { whenOf } from './when.ts';

interface InboxPageProps extends HostFrame {
  messages: readonly WaitingMessage[];
  /** Of the member. */
  timezone: string;
  done: string;
}

/** What waits for an answer. */
export function InboxPage({ messages, timezone, done, ...frame }: InboxPageProps) {
  const { t } = useReader();
  return (
    <CalendarsPage {...frame} tab="inbox" said={<CalendarsDone done={done} />}>
      <section class="sheet stack">
        <h2>{t('page.calendars.tab.inbox')}</h2>
        <p class="muted">{t('page.calendars.inbox.lead')}</p>
        {messages.length === 0 ? (
          <p>{t('page.calendars.inbox.empty')}</p>
        ) : (
          <ul class="entries">
            {messages.map((message) => (
              <Listed message={message} timezone={timezone} form={frame.form} />
            ))}
          </ul>
        )}
      </section>
    </CalendarsPage>
  );
}

interface ListedProps {
  message: WaitingMessage;
  timezone: string;
  form: string;
}

function Listed({ message, timezone, form }: ListedProps) {
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
      {message.isUnconfirmed && <span class="small">{t('page.calendars.inbox.stranger')}</span>}
      {hasAnswers(message.kind) && (
        <Form action={`${INBOX}/${message.id}`} class="actions" carried={{ form }}>
          {ANSWERS[message.kind].map(({ value, key }, at) => (
            <Button look={at === 0 ? undefined : 'quiet'} name="answer" value={value}>
              {t(key)} <span class="visually-hidden">{message.title}</span>
            </Button>
          ))}
        </Form>
      )}
    </li>
  );
}

/** What each can be answered with; the most usual first. */
const ANSWERS = {
  invitation: [
    { value: 'ACCEPTED', key: 'page.calendars.inbox.accept' },
    { value: 'TENTATIVE', key: 'page.calendars.inbox.maybe' },
    { value: 'DECLINED', key: 'page.calendars.inbox.decline' },
  ],
  proposal: [
    { value: 'approve', key: 'page.calendars.inbox.approve' },
    { value: 'keep', key: 'page.calendars.inbox.keep' },
  ],
} as const;

const hasAnswers = (kind: WaitingMessage['kind']): kind is keyof typeof ANSWERS => kind in ANSWERS;

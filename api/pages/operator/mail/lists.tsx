import type { Translate } from '../../../../adapters/texts/texts.ts';
import type { IncomingView, OutgoingView } from '../../../../queries/operations/mail.ts';
import { useReader } from '../../reader.ts';
import { pathTo } from '../../render.tsx';
import { OPERATOR } from '../paths.ts';
import { Action, Badge, Entry, Listed, utc, type Look } from '../parts.tsx';

const OUT_LOOKS: Record<OutgoingView['status'], Look> = {
  ...{ waiting: '', deferred: 'warn', refused: 'bad', 'given-up': 'bad', lapsed: '', bounced: 'bad' },
  ...{ sent: 'good', delivered: 'good' },
};
const IN_LOOKS: Record<IncomingView['status'], Look> = {
  ...{ undecided: '', poison: 'bad', held: 'warn', refused: '', ignored: '', taken: 'good' },
};

interface ListProps<T> {
  messages: readonly T[];
  form: string;
  /** Where the page is that it stands on. */
  back: string;
}

/** Messages that go out, each with why it is where it is. */
export function OutgoingList({ messages, form, back }: ListProps<OutgoingView>) {
  const { t } = useReader();
  return (
    <Listed
      heading={t('page.operator.out.title')}
      rows={messages}
      empty={t('page.operator.out.empty')}
      row={(message) => <Outgoing {...{ message, form, back }} />}
    />
  );
}

function Outgoing({ message, form, back }: { message: OutgoingView; form: string; back: string }) {
  const reader = useReader();
  const { t } = reader;
  const { id, status, attempts, reason } = message;
  const why =
    status === 'waiting' || status === 'deferred' || status === 'refused' || status === 'given-up'
      ? status
      : null;
  return (
    <Entry
      title={titleOf(message, t)}
      badge={<Badge look={OUT_LOOKS[status]}>{t(`page.operator.out.status.${status}`)}</Badge>}
      lines={[
        t('page.operator.out.tries', { count: attempts, time: utc(message.preparedAt, reader) }),
        why && t(`page.operator.out.why.${why}`),
        reason !== null && (
          <>
            {t('page.operator.out.said')}: <code>{reason}</code>
          </>
        ),
        <MeetingLink {...message} back={back} />,
      ]}
      action={
        why && (
          <Action action={`${OPERATOR}/mail`} fields={{ form, id, back }} about={id}>
            {t(
              why === 'waiting' || why === 'deferred' ? 'page.operator.out.hurry' : 'page.operator.out.retry',
            )}
          </Action>
        )
      }
    />
  );
}

function titleOf({ to, kind }: OutgoingView, t: Translate): string {
  if (to !== null) return t('page.operator.out.to', { kind, to });
  return kind === 'sign-in' ? t('page.operator.out.signIn') : t('page.operator.out.notice', { kind });
}

/** Messages that came in, each with what became of it. */
export function IncomingList({ messages, form, back }: ListProps<IncomingView>) {
  const { t } = useReader();
  return (
    <Listed
      heading={t('page.operator.in.title')}
      rows={messages}
      empty={t('page.operator.in.empty')}
      row={(message) => <Incoming {...{ message, form, back }} />}
    />
  );
}

function Incoming({ message, form, back }: { message: IncomingView; form: string; back: string }) {
  const reader = useReader();
  const { t } = reader;
  const { id, status, from, door, reason, receivedAt } = message;
  const why = status === 'undecided' || status === 'poison' || status === 'held' ? status : null;
  return (
    <Entry
      title={from === null ? t('page.operator.in.unknown') : t('page.operator.in.from', { from })}
      badge={<Badge look={IN_LOOKS[status]}>{t(`page.operator.in.status.${status}`)}</Badge>}
      lines={[
        t('page.operator.in.since', { door, time: utc(receivedAt, reader) }),
        why && t(`page.operator.in.why.${why}`),
        reason !== null && (
          <>
            {t('page.operator.in.reason')}: <code>{reason}</code>
          </>
        ),
        <MeetingLink {...message} back={back} />,
      ]}
      action={
        (why === 'poison' || why === 'undecided') && (
          <Action action={`${OPERATOR}/mail`} fields={{ form, id, back }} about={id}>
            {t('page.operator.in.retry')}
          </Action>
        )
      }
    />
  );
}

/** Nothing on the meeting's own page. */
function MeetingLink({ meetingId, back }: { meetingId: string | null; back: string }) {
  const { t, chosen } = useReader();
  const path = `${OPERATOR}/meetings/${meetingId}`;
  if (meetingId === null || back === path) return null;
  return (
    <a href={pathTo(path, { lang: chosen })}>
      {t('page.operator.meeting.title')} {meetingId}
    </a>
  );
}

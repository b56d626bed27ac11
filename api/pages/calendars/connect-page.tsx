import { formatMoment } from '../../../adapters/texts/times.ts';
import type { AppPassword } from '../../../queries/app-passwords.ts';
import { AskFirst } from '../bookings/ask-first.tsx';
import { CopyField } from '../bookings/copy-field.tsx';
import type { HostFrame } from '../bookings/frame.tsx';
import { Notice } from '../components/notice.tsx';
import { Button } from '../forms/button.tsx';
import { Field } from '../forms/field.tsx';
import { Form } from '../forms/form.tsx';
import type { Again } from '../forms/submitted.ts';
import { useReader } from '../reader.ts';
import { pathTo } from '../render.tsx';
import { PASSWORD_FORM } from './form.ts';
import { CalendarsDone, CalendarsPage } from './frame.tsx';
import { CONNECT } from './paths.ts';
import { SetUpHelp } from './set-up-help.tsx';

export interface Account {
  /** Of the whole server, as most programs take it. */
  server: string;
  /** Where calendars begin. */
  url: string;
  userName: string;
}

interface ConnectPageProps extends HostFrame {
  account: Account;
  passwords: readonly AppPassword[];
  /** One that was made just now, and is shown this once. */
  made: { name: string; password: string } | null;
  /** Of the member. */
  timezone: string;
  publicUrl: string;
  done: string;
  again?: Again | undefined;
}

/** What a calendar program needs to know, its passwords, and how each is set up. */
export function ConnectPage({
  account,
  passwords,
  made,
  timezone,
  publicUrl,
  done,
  again,
  ...frame
}: ConnectPageProps) {
  const { t } = useReader();
  return (
    <CalendarsPage
      {...frame}
      tab="connect"
      said={
        made ? (
          <Notice kind="good" title={t('page.calendars.connect.made', { name: made.name })}>
            <p>{t('page.calendars.connect.madeLead')}</p>
            <CopyField id="password" label={t('page.calendars.connect.password')} value={made.password} />
          </Notice>
        ) : (
          !again && <CalendarsDone done={done} />
        )
      }
    >
      <section class="sheet stack">
        <h2>{t('page.calendars.connect.account')}</h2>
        <p class="muted">{t('page.calendars.connect.lead')}</p>
        <CopyField id="server" label={t('page.calendars.connect.server')} value={account.server} />
        <p class="hint">{t('page.calendars.connect.serverHint')}</p>
        <CopyField id="user" label={t('page.calendars.connect.user')} value={account.userName} />
        <CopyField id="url" label={t('page.calendars.connect.url')} value={account.url} />
      </section>
      <section class="sheet stack" id="passwords">
        <h2>{t('page.calendars.connect.passwords')}</h2>
        <p class="muted">{t('page.calendars.connect.passwordsLead')}</p>
        {passwords.length === 0 ? (
          <p>{t('page.calendars.connect.none')}</p>
        ) : (
          <ul class="entries">
            {passwords.map((password) => (
              <Listed password={password} timezone={timezone} />
            ))}
          </ul>
        )}
        <Form
          action={`${CONNECT}/passwords`}
          class="stack"
          of={PASSWORD_FORM}
          again={again}
          carried={{ form: frame.form }}
          novalidate
        >
          <Field
            name="name"
            label={t('page.calendars.connect.name')}
            hint={t('page.calendars.connect.nameHint')}
            autocomplete="off"
          />
          <div class="actions">
            <Button>{t('page.calendars.connect.make')}</Button>
          </div>
        </Form>
      </section>
      <SetUpHelp publicUrl={publicUrl} />
    </CalendarsPage>
  );
}

function Listed({ password, timezone }: { password: AppPassword; timezone: string }) {
  const reader = useReader();
  const { t, chosen } = reader;
  const { id, name, createdAt, lastUsedAt } = password;
  const words = (at: Date): string => formatMoment(at.getTime(), timezone, reader, 'shortDate');
  return (
    <li class="operated">
      <div class="operated-head">
        <strong>{name}</strong>
        <a class="button quiet compact" href={pathTo(`${CONNECT}/passwords/${id}/end`, { lang: chosen })}>
          {t('page.calendars.connect.end')} <span class="visually-hidden">{name}</span>
        </a>
      </div>
      <span class="small muted">
        {lastUsedAt
          ? t('page.calendars.connect.used', { when: words(lastUsedAt) })
          : t('page.calendars.connect.unused')}
      </span>
      <span class="small muted">{t('page.calendars.connect.since', { when: words(createdAt) })}</span>
    </li>
  );
}

/** Asks before a password is ended. */
export function EndPage({ password: { id, name }, ...frame }: HostFrame & { password: AppPassword }) {
  const { t } = useReader();
  return (
    <AskFirst
      {...frame}
      title={t('page.calendars.connect.endTitle', { name })}
      yes={t('page.calendars.connect.endYes')}
      lead={t('page.calendars.connect.endLead')}
      action={`${CONNECT}/passwords/${id}/end`}
      back={CONNECT}
    />
  );
}

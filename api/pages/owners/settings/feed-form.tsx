import type { FeedExamined } from '../../../../activities/feed/examine.ts';
import { FEED_INTERVALS } from '../../../../adapters/postgres/rooms/feed-settings.ts';
import { eventProblemWords, fetchProblemWords } from '../../../rooms/feed-words.ts';
import { LanguageField } from '../../components/language-chooser.tsx';
import { Notice } from '../../components/notice.tsx';
import { useReader } from '../../reader.ts';
import { formatLine } from '../../time/format.ts';
import type { SettingsPageProps } from './page.tsx';

type Props = Pick<SettingsPageProps, 'room' | 'feed' | 'said' | 'texts' | 'form'>;

/** The calendar's address, how often it is looked at, and whether; with a button to try it. */
export function FeedForm({ room, feed, said, texts, form }: Props) {
  const { t } = useReader();
  const isSet = feed.maskedUrl !== null;
  return (
    <>
      <h2>{t('page.settings.calendar.heading')}</h2>
      {said.tested && <Tested found={said.tested} zone={room.timezone} texts={texts} />}
      <form method="post" action={`/rooms/${room.name}/settings`} class="stack" novalidate>
        <input type="hidden" name="form" value={form} />
        <LanguageField />
        <Address feed={feed} said={said} texts={texts} />
        <div class="field">
          <label for="interval">{t('page.settings.calendar.interval')}</label>
          <select id="interval" name="interval" autocomplete="off">
            {FEED_INTERVALS.map((minutes) => (
              <option value={minutes} selected={minutes === feed.intervalMinutes}>
                {t('page.settings.calendar.every', { minutes })}
              </option>
            ))}
          </select>
        </div>
        <label class="choice">
          <input type="checkbox" name="enabled" value="yes" checked={feed.enabled} autocomplete="off" />
          <span>{t('page.settings.calendar.enabled')}</span>
        </label>
        <div class="actions">
          <Button what="save" look="button" label={t('page.settings.calendar.save')} />
          <Button what="test" look="button quiet" label={t('page.settings.calendar.test')} />
          {isSet && <Button what="remove" look="button quiet" label={t('page.settings.calendar.remove')} />}
        </div>
      </form>
    </>
  );
}

const Button = ({ what, look, label }: { what: string; look: string; label: string }) => (
  <button class={look} type="submit" name="do" value={what}>
    {label}
  </button>
);

function Address({ feed, said, texts }: Pick<Props, 'feed' | 'said' | 'texts'>) {
  const { t } = useReader();
  const problem = said.url?.problem ?? null;
  const isSet = feed.maskedUrl !== null;
  return (
    <div class="field">
      <label for="icsUrl">{t(isSet ? 'page.settings.calendar.replace' : 'page.settings.calendar.url')}</label>
      {isSet && <p class="current">{t('page.settings.calendar.current', { feed: feed.maskedUrl ?? '' })}</p>}
      <input
        id="icsUrl"
        name="icsUrl"
        type="url"
        inputMode="url"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={4096}
        value={said.url?.typed}
        aria-describedby={problem === null ? 'icsUrl-hint' : 'icsUrl-error icsUrl-hint'}
        {...(problem !== null && { 'aria-invalid': true, 'data-focus': '' })}
      />
      {problem !== null && (
        <p class="error" id="icsUrl-error" role="alert">
          {problem === 'missing' ? t('page.settings.calendar.missing') : fetchProblemWords(problem, texts, t)}
        </p>
      )}
      <p class="hint" id="icsUrl-hint">
        {t('page.settings.calendar.hint')} {isSet && t('page.settings.calendar.keep')}
      </p>
    </div>
  );
}

function Tested({ found, zone, texts }: { found: FeedExamined; zone: string; texts: Props['texts'] }) {
  const reader = useReader();
  const { t } = reader;
  if (found.kind === 'failed') {
    return (
      <Notice kind="bad" title={t('page.settings.test.bad')}>
        <p>{fetchProblemWords(found.problem, texts, t)}</p>
      </Notice>
    );
  }
  const { events, matches, next, problems } = found;
  const kinds = [...new Set(problems.map((problem) => eventProblemWords(problem, t)))];
  return (
    <Notice kind={matches === 0 ? 'warn' : 'good'} title={t('page.settings.test.good')}>
      <p>{t('page.settings.test.found', { events, matches })}</p>
      {matches === 0 && <p>{t('page.settings.share.hint')}</p>}
      {next.length > 0 && (
        <ul>
          {next.map((meeting) => (
            <li>
              {formatLine(meeting, zone, reader)}: {meeting.title}
            </li>
          ))}
        </ul>
      )}
      {problems.length > 0 && <p>{t('page.settings.test.broken', { count: problems.length })}</p>}
      {kinds.length > 0 && (
        <ul>
          {kinds.map((words) => (
            <li>{words}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

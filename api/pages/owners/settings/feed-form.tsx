import type { FeedExamined } from '../../../../activities/feed/examine.ts';
import { FEED_INTERVALS } from '../../../../domain/feeds/intervals.ts';
import type { FeedSettings } from '../../../../queries/rooms.ts';
import { eventProblemWords, fetchProblemWords } from '../../../rooms/feed-words.ts';
import { Notice } from '../../components/notice.tsx';
import { Button } from '../../forms/button.tsx';
import { Choice } from '../../forms/choice.tsx';
import { Field } from '../../forms/field.tsx';
import { Form } from '../../forms/form.tsx';
import { Select } from '../../forms/select.tsx';
import { useReader } from '../../reader.ts';
import { formatLine } from '../../time/format.ts';
import { FEED_FORM } from './forms.ts';
import type { SettingsPageProps } from './shown.ts';

type Props = Pick<SettingsPageProps, 'room' | 'said' | 'texts' | 'form'>;

/** The calendar's address, how often it is looked at, and whether; with a button to try it. */
export function FeedForm({ room, said, texts, form }: Props) {
  const { t } = useReader();
  const { feed } = room;
  const isSet = feed.maskedUrl !== null;
  return (
    <>
      <h2>{t('page.settings.calendar.heading')}</h2>
      {said.tested && <Tested found={said.tested} zone={room.timezone} texts={texts} />}
      <Form
        action={`/rooms/${room.name}/settings`}
        class="stack"
        of={FEED_FORM}
        again={said.feed}
        carried={{ form }}
        novalidate
      >
        <Address maskedUrl={feed.maskedUrl} />
        <Select
          name="interval"
          label={t('page.settings.calendar.interval')}
          options={FEED_INTERVALS.map((minutes) => ({
            value: String(minutes),
            label: t('page.settings.calendar.every', { minutes }),
          }))}
          value={String(feed.intervalMinutes)}
          autocomplete="off"
        />
        <Choice
          type="checkbox"
          name="enabled"
          value="yes"
          label={t('page.settings.calendar.enabled')}
          checked={feed.enabled}
          autocomplete="off"
        />
        <div class="actions">
          <Button name="do" value="save">
            {t('page.settings.calendar.save')}
          </Button>
          <Button look="quiet" name="do" value="test">
            {t('page.settings.calendar.test')}
          </Button>
          {isSet && (
            <Button look="quiet" name="do" value="remove">
              {t('page.settings.calendar.remove')}
            </Button>
          )}
        </div>
      </Form>
    </>
  );
}

/** The address that is kept is not shown, nor filled in. */
function Address({ maskedUrl }: Pick<FeedSettings, 'maskedUrl'>) {
  const { t } = useReader();
  const isSet = maskedUrl !== null;
  return (
    <Field
      name="icsUrl"
      type="url"
      label={t(isSet ? 'page.settings.calendar.replace' : 'page.settings.calendar.url')}
      before={isSet && <p class="current">{t('page.settings.calendar.current', { feed: maskedUrl })}</p>}
      hint={
        <>
          {t('page.settings.calendar.hint')} {isSet && t('page.settings.calendar.keep')}
        </>
      }
      inputMode="url"
      autocomplete="off"
      autocapitalize="off"
      spellcheck={false}
    />
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

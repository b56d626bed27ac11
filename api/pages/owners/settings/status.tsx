import { formatMoment } from '../../../../adapters/texts/times.ts';
import { isFollowed } from '../../../../domain/feeds/followed.ts';
import type { EventProblem } from '../../../../queries/rooms.ts';
import { eventProblemWords, outcomeWords } from '../../../rooms/feed-words.ts';
import { Button } from '../../forms/button.tsx';
import { Form } from '../../forms/form.tsx';
import { useReader } from '../../reader.ts';
import type { SettingsPageProps } from './shown.ts';

type Props = Pick<SettingsPageProps, 'room' | 'nextMs' | 'texts' | 'form'>;

/** When the calendar was synced and will be, and what could not be read. */
export function FeedStatus({ room, nextMs, texts, form }: Props) {
  const { feed } = room;
  const reader = useReader();
  const { t } = reader;
  const moment = (ms: number) => formatMoment(ms, room.timezone, reader, 'shortDay');
  const outcome = outcomeWords(feed, texts, t);
  return (
    <>
      <h2>{t('page.settings.status.heading')}</h2>
      <dl class="terms">
        <Fact term={t('page.settings.status.last')}>
          {feed.lastSync ? moment(feed.lastSync.getTime()) : t('page.settings.status.never')}
        </Fact>
        <Fact term={t('page.settings.status.next')}>{nextWords()}</Fact>
        {outcome !== null && (
          <Fact term={t('page.settings.status.result')}>
            {outcome}
            <span class="small muted">
              {t('page.settings.status.counts', { events: feed.events, matches: feed.matches })}
            </span>
          </Fact>
        )}
      </dl>
      {feed.problems.length > 0 && <Problems problems={feed.problems} />}
      {isFollowed(feed) && (
        <Form action={`/rooms/${room.name}/settings`} carried={{ form }}>
          <div class="actions">
            <Button look="quiet" name="do" value="sync">
              {t('page.settings.status.now')}
            </Button>
          </div>
        </Form>
      )}
    </>
  );

  function nextWords(): string {
    if (feed.maskedUrl === null) return t('page.settings.status.unset');
    if (!feed.enabled) return t('page.settings.status.paused');
    return nextMs === null ? '…' : moment(nextMs);
  }
}

const Fact = ({ term, children }: { term: string; children: preact.ComponentChildren }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

function Problems({ problems }: { problems: readonly EventProblem[] }) {
  const { t } = useReader();
  const words = (problem: EventProblem): string => {
    const what = eventProblemWords(problem, t);
    const { property } = problem;
    return property === null ? what : t('page.settings.problems.property', { what, property });
  };
  return (
    <div class="stack">
      <h3>{t('page.settings.problems.heading')}</h3>
      <ul class="entries">
        {problems.map((problem) => (
          <li>
            <strong>
              {problem.uid === null
                ? t('page.settings.problems.file')
                : t('page.settings.problems.event', { uid: problem.uid })}
            </strong>
            <span>{words(problem)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

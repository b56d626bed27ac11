import { formatMoment } from '../../../../adapters/texts/times.ts';
import type { FeedFetchLine } from '../../../../queries/room-feed.ts';
import { useReader } from '../../reader.ts';

/** How the calendar was fetched, the newest first. */
export function FetchLog({ fetches, zone }: { fetches: readonly FeedFetchLine[]; zone: string }) {
  const reader = useReader();
  const { t } = reader;
  return (
    <>
      <div class="heading">
        <h2>{t('page.settings.log.heading')}</h2>
        <p class="hint">{t('page.settings.log.lead')}</p>
      </div>
      {fetches.length === 0 ? (
        <p class="muted">{t('page.settings.log.empty')}</p>
      ) : (
        <ol class="entries">
          {fetches.map((fetch) => (
            <li>
              <strong>{formatMoment(fetch.at.getTime(), zone, reader, 'shortDay')}</strong>
              <span>{resultWords(fetch.result, t)}</span>
              <span class="small muted">{factsOf(fetch, t)}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

type Translate = ReturnType<typeof useReader>['t'];

const resultWords = (result: string, t: Translate): string =>
  result === 'changed' || result === 'unchanged' || result === 'withheld'
    ? t(`page.feed.result.${result}`)
    : t('page.feed.result.other');

function factsOf(
  { httpStatus, tookMs, added, changed, removed, ...fetch }: FeedFetchLine,
  t: Translate,
): string {
  return [
    ...(httpStatus === null ? [] : [`HTTP ${httpStatus}`]),
    `${tookMs} ms`,
    ...(fetch.result === 'changed' || fetch.result === 'withheld'
      ? [t('page.settings.log.change', { added, changed, removed })]
      : []),
  ].join(' · ');
}

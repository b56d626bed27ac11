import type { Wording } from '../../../../adapters/texts/texts.ts';
import { zoneWords } from '../../components/zone-picker.tsx';
import { useReader } from '../../reader.ts';
import { blockWords } from '../hours/clock-words.ts';
import type { DayMarks, Mark } from './marks.ts';

/** How a day of the month looks, and what is said of it. */
interface Look {
  look: string;
  words: string;
  /** What the look stands for on any day. */
  means: string;
}

/** @returns what decides about the day first, then its journey */
export function looksOf({ decides, zone }: DayMarks, reader: Wording): Look[] {
  const { t } = reader;
  return [
    ...(decides ? [lookOf(decides, reader)] : []),
    ...(zone === null
      ? []
      : [{ look: 'away', words: zoneWords(zone), means: t('page.host.days.mark.travel') }]),
  ];
}

function lookOf(mark: Mark, reader: Wording): Look {
  const { t } = reader;
  if (mark.kind === 'override') {
    const { blocks } = mark.override;
    const means = t(`page.host.days.legend.${blocks.length === 0 ? 'off' : 'times'}`);
    return blocks.length === 0
      ? { look: 'off', words: t('page.host.days.off'), means }
      : { look: 'set', words: blockWords(blocks, reader), means };
  }
  const words = t(`page.host.days.mark.${mark.kind}`);
  const looks = { temporary: 'set temporary', vacation: 'off vacation', holiday: 'off holiday' };
  return { look: looks[mark.kind], words, means: words };
}

/** What the looks of a month stand for: of those that there are. */
export function Legend({ marks }: { marks: readonly DayMarks[] }) {
  const reader = useReader();
  const looks = new Map(
    marks.flatMap((one) => looksOf(one, reader)).map(({ look, means }) => [look, means] as const),
  );
  return looks.size === 0 ? null : (
    <ul class="day-legend">
      {[...looks].map(([look, means]) => (
        <li>
          <span class={`swatch ${look}`} aria-hidden="true" />
          {means}
        </li>
      ))}
    </ul>
  );
}

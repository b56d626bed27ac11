import type { Wording } from '../../../../adapters/texts/texts.ts';
import { formatInstant } from '../../../../adapters/texts/times.ts';
import type { DayBlock } from '../../../../domain/availability/schedule.ts';

/** Blocks as the reader's clock shows them. */
export const blockWords = (blocks: readonly DayBlock[], reader: Wording): string =>
  blocks.map((block) => clockWords(block, reader)).join(', ');

export const clockWords = ({ fromMinute, untilMinute }: DayBlock, reader: Wording): string => {
  const [start = '', end = ''] = [fromMinute, untilMinute].map((minute) =>
    formatInstant(minute * 60_000, 'UTC', reader, 'clock'),
  );
  return reader.t('time.range', { start, end });
};

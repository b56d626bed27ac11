import type { Wording } from '../../../../adapters/texts/texts.ts';
import { clockRange, formatInstant, formatMoment } from '../../../../adapters/texts/times.ts';
import type { HostReason } from '../../../../domain/booking/offer.ts';
import type { EventType } from '../../../../queries/event-types.ts';
import { placeOf } from '../../../../domain/time/zone-names.ts';
import { spanWords } from '../days/parts.tsx';
import { pathOf } from '../days/tabs.tsx';
import { AVAILABILITY, EVENT_TYPES } from '../paths.ts';
import type { Deciding } from './which.ts';

interface About {
  eventType: EventType;
  timezone: string;
  reader: Wording;
}

/** A reason in plain words, and where what is in the way can be changed. */
export interface ReasonWords {
  words: string;
  /** Null: nowhere here. */
  path: string | null;
  /** Whose, as its address says it; absent: the member's own. */
  of?: string;
  /** The meeting that is in the way. */
  meetingId?: string;
}

/** @param reason null: as far as this host goes, the time could be offered */
export function reasonWords(
  reason: HostReason['reason'],
  { eventType, timezone, reader }: About,
): ReasonWords {
  const { t } = reader;
  const settings = `${EVENT_TYPES}/${eventType.id}`;
  if (!reason) return { words: t('page.host.why.free'), path: null };
  switch (reason.code) {
    case 'too-soon':
      return {
        words: t('page.host.why.tooSoon', { when: formatMoment(reason.from, timezone, reader) }),
        path: settings,
      };
    case 'too-far':
      return {
        words: t('page.host.why.tooFar', { day: formatInstant(reason.until - 1, timezone, reader, 'day') }),
        path: settings,
      };
    case 'outside-hours':
      return onJourney(outside(reason.rule, eventType, reader), reason.journey, reader);
    case 'not-on-a-step':
      return { words: t('page.host.why.step'), path: settings };
    case 'busy':
    case 'buffer':
      return {
        words: t(`page.host.why.${reason.code}`, {
          source: reason.by.source.kind,
          when: clockRange(reason.by, timezone, reader),
        }),
        path: reason.code === 'buffer' ? settings : null,
        ...(reason.by.source.kind === 'meeting' && { meetingId: reason.by.source.meetingId }),
      };
    case 'limit':
      return { words: t('page.host.why.limit'), path: settings };
  }
}

type Rule = Extract<NonNullable<HostReason['reason']>, { code: 'outside-hours' }>['rule'];

/** Where hours are read on other clocks than at home, that is what surprises. */
function onJourney(found: ReasonWords, journey: string | null, { t }: Wording): ReasonWords {
  if (journey === null) return found;
  return {
    words: `${found.words} ${t('page.host.why.journey', { place: placeOf(journey) })}`,
    path: pathOf('travels'),
  };
}

function outside(rule: Rule, { id }: EventType, { t }: Wording): ReasonWords {
  switch (rule) {
    case 'type-override':
      return { words: t('page.host.why.typeOverride'), path: pathOf('dates'), of: id };
    case 'member-override':
      return { words: t('page.host.why.memberOverride'), path: pathOf('dates') };
    case 'temporary':
      return { words: t('page.host.why.temporary'), path: pathOf('temporary') };
    case 'away':
      return { words: t('page.host.why.away'), path: pathOf('vacations') };
    case 'weekly':
      return { words: t('page.host.why.weekly'), path: AVAILABILITY, of: id };
  }
}

/** As in “Vacation · Sea · 3 Dec 2026 – 5 Dec 2026”; of a single day what it is called, where it is called something. */
export const decidingWords = ({ kind, name, span }: Deciding, reader: Wording): string =>
  [kind === 'override' ? '' : reader.t(`page.host.days.mark.${kind}`), name, spanWords(span, reader)]
    .filter(Boolean)
    .join(' · ');

import type { JcalProperty } from '../../ical/parse-calendars.ts';
import type { Instant } from '../../time/instant.ts';
import { withParameters } from './edit.ts';
import { instanceAt } from './instances.ts';
import { messageCalendar, replyPart, type ItipMessage } from './messages.ts';
import { declinedInstances, ownIn } from './own.ts';
import { partAt, partsOf, type Part, type Snapshot } from './snapshot.ts';
import type { CalendarUser } from './users.ts';

export interface CrossedWith {
  message: Snapshot;
  existing: Snapshot;
  /** The copy with what the message brought. */
  now: Snapshot;
  owner: CalendarUser;
  nowMs: Instant;
}

interface Repeated {
  part: Part;
  property: JcalProperty;
  sequence: number;
  /** The organizer may not have it. */
  isNews: boolean;
}

/**
 * An answer that crossed with a version of a higher SEQUENCE was to an earlier one, and is passed over (RFC 5546 §2.1.5). Where the
 * copy keeps it all the same, since nothing moved, it is given again.
 */
export function repeatedAnswers(crossed: CrossedWith): ItipMessage[] {
  const { now, owner, nowMs } = crossed;
  const all = [...partsOf(now).flatMap((part) => keptAnswer(crossed, part)), ...keptAway(crossed)];
  // As every answer for the series, it comes with how each instance stands.
  const isOfSeries = all.some(({ isNews, part }) => isNews && part.id === null);
  const answers = isOfSeries ? all : all.filter(({ isNews }) => isNews);
  const own = partsOf(now).flatMap((part) => ownIn(part, owner) ?? [])[0];
  if (answers.length === 0 || !own) return [];
  return [
    {
      method: 'REPLY',
      ...{ uid: now.uid, recipient: now.organizer?.address ?? '', sender: own.address },
      calendar: messageCalendar(
        'REPLY',
        now.calendar,
        answers.map(({ part, property, sequence }) => replyPart(part, property, sequence, nowMs)),
      ),
      recurrenceIds: answers.map(({ part }) => part.id),
      significant: false,
    },
  ];
}

/** What is asked about in a message, for a part of the copy: the part, or what it was made of. */
const askedAbout = (of: Snapshot, { id }: Pick<Part, 'id'>): Part | null => partAt(of, id) ?? of.master;

function keptAnswer({ message, existing, owner }: CrossedWith, part: Part): Repeated[] {
  const [asked, known, own] = [askedAbout(message, part), askedAbout(existing, part), ownIn(part, owner)];
  if (!asked || !known || !own || part.status === 'CANCELLED') return [];
  const isKnown = partAt(message, part.id) !== null && ownIn(asked, owner)?.partstat === own.partstat;
  const isNews = asked.sequence > known.sequence && own.partstat !== 'NEEDS-ACTION' && !isKnown;
  return [{ part, property: own.property, sequence: asked.sequence, isNews }];
}

/** Instances that were taken out. */
function keptAway({ message, existing, now, owner }: CrossedWith): Repeated[] {
  return [...declinedInstances(now).keys()].flatMap((id): Repeated[] => {
    const [asked, known, part] = [
      askedAbout(message, { id }),
      askedAbout(existing, { id }),
      instanceAt(now, id),
    ];
    const own = part && ownIn(part, owner);
    if (!asked || !known || !own) return [];
    const isKnown = asked.id === id && ownIn(asked, owner)?.partstat === 'DECLINED';
    const property = withParameters(own.property, { partstat: 'DECLINED' });
    return [
      { part, property, sequence: asked.sequence, isNews: asked.sequence > known.sequence && !isKnown },
    ];
  });
}

import { contentOf, isRescheduled, sameSeries } from './compare.ts';
import { partAt, partsOf, type Part, type Snapshot } from './snapshot.ts';
import { isOf, type CalendarUser } from './users.ts';

/** Whether two versions differ in nothing but how attendees other than the owner answered (RFC 6638 §3.2.10). */
export function sameButForAnswers(one: Snapshot, other: Snapshot, owner: CalendarUser): boolean {
  const parts = partsOf(one);
  return (
    parts.length === partsOf(other).length &&
    parts.every((part) => {
      const now = partAt(other, part.id);
      return now !== null && samePart(part, now, owner);
    })
  );
}

function samePart(one: Part, other: Part, owner: CalendarUser): boolean {
  if (!sameSeries(one, other) || isRescheduled(one, other) || isRescheduled(other, one)) return false;
  if (contentOf(one) !== contentOf(other) || one.sequence !== other.sequence) return false;
  if (one.attendees.size !== other.attendees.size) return false;
  return [...one.attendees.values()].every(({ address, partstat }) => {
    const now = other.attendees.get(address);
    return now !== undefined && (!isOf(owner, address) || now.partstat === partstat);
  });
}

import type { JcalComponent, JcalProperty } from '../../ical/parse-calendars.ts';
import type { Instant } from '../../time/instant.ts';
import { adding } from './edit.ts';
import { recurrenceIdAt } from './instances.ts';
import type { Invited } from './invited.ts';
import { messageCalendar, requestPart, type ItipMessage } from './messages.ts';
import type { Snapshot } from './snapshot.ts';
import type { CalendarUser } from './users.ts';

/** Makes the REQUEST to one attendee. */
export type Requester = (
  address: string,
  invited: Invited,
  recurrenceIds: (Instant | null)[],
  significant: boolean,
) => ItipMessage;

/**
 * REQUESTs of one version. Somebody gets all that they are invited to, so that each tells the whole state and none depends on one
 * before it; the instances that they are not invited to are left out of the master, and whoever is invited to some instances only
 * gets these (RFC 6638 §3.2.6). Components are written once and shared by all messages.
 */
export function requester(of: Snapshot, owner: CalendarUser, nowMs: Instant): Requester {
  const master = of.master && requestPart(of.master, owner, nowMs);
  const overrides = new Map(
    [...of.overrides]
      .filter(([, { status }]) => status !== 'CANCELLED')
      .map(([id, part]) => [id, requestPart(part, owner, nowMs)]),
  );
  const sender = of.organizer?.address ?? '';
  return (address, { inMaster, overrides: theirs }, recurrenceIds, significant) => {
    const components: JcalComponent[] = [];
    if (inMaster && master) {
      const others = [...of.overrides.keys()].filter((id) => !theirs.has(id));
      components.push(
        others.length === 0 ? master : adding(master, ...others.flatMap((id) => exdate(of, id))),
      );
    }
    for (const [id, component] of overrides) if (theirs.has(id)) components.push(component);
    return {
      method: 'REQUEST',
      ...{ uid: of.uid, recipient: address, sender, recurrenceIds, significant },
      calendar: messageCalendar('REQUEST', of.calendar, components),
    };
  };
}

/** An instance that is left out, in the notation of DTSTART. */
export function exdate(of: Snapshot, id: Instant): JcalProperty[] {
  const like = recurrenceIdAt(of, id);
  return like ? [['exdate', ...like.slice(1)] as JcalProperty] : [];
}

import type { JcalComponent } from '../../ical/parse-calendars.ts';
import type { Instant } from '../../time/instant.ts';
import { receiveCounter, receiveDeclineCounter } from './counter.ts';
import { invitedTo } from './invited.ts';
import { hasMethod } from './messages.ts';
import { ignored, type Outcome } from './outcome.ts';
import { roleIn } from './own.ts';
import { receiveAdd } from './receive-add.ts';
import { receiveCancel } from './receive-cancel.ts';
import { receiveReply } from './receive-reply.ts';
import { receiveRequest } from './receive-request.ts';
import { requester } from './request.ts';
import { partsOf, snapshotOf, type Snapshot } from './snapshot.ts';
import type { CalendarUser } from './users.ts';

export interface ReceiveOptions {
  /** Whether an attendee's answer is told to the others (RFC 6638 §4.2); it is by default. */
  tellOthers?: boolean;
  /** Whether the answer of somebody who was not invited adds them; it does not by default. */
  crashers?: 'ignore' | 'add';
  /** The message is known to be in order, as one that this server made: it may name another organizer than before. */
  organizerMayChange?: boolean;
}

export interface MessageReceived {
  /** A VCALENDAR with METHOD, its users written as addresses, its rules as text. */
  message: JcalComponent;
  /** The owner's object of that UID; null: there is none. */
  existing: JcalComponent | null;
  /** Where there is none, the last version that the owner deleted. */
  deleted?: JcalComponent | null;
  /** For whom it is. */
  owner: CalendarUser;
  /** The address that it is known to come from, in lower case. That it may speak for its ORGANIZER or ATTENDEE is for the caller to see. */
  sender?: string | null;
  nowMs: Instant;
  options?: ReceiveOptions;
}

/**
 * What an iTIP message makes of its recipient's calendar (RFC 5546 §3, RFC 6638 §4). Messages may come late, twice and in any order:
 * what is older than what is known changes nothing. One that is ignored as `unknown-event` or `unknown-instance` means something
 * once what it is about is known: it may be kept and given again after the next that is stored, unless the outcome has a REFRESH among
 * its messages, which brings the newest version. In proportion to the length of both.
 */
export function receive({
  message,
  existing,
  deleted = null,
  owner,
  sender = null,
  nowMs,
  options = {},
}: MessageReceived): Outcome {
  const method = hasMethod(message);
  if (method === null) return ignored('no-method');
  if (method === 'PUBLISH') return ignored('published');
  const said = snapshotOf(message);
  if (!said || said.uid === '') return ignored('no-component');
  const known = existing && snapshotOf(existing);
  const { tellOthers = true, crashers = 'ignore', organizerMayChange = false } = options;
  switch (method) {
    case 'REQUEST':
      return receiveRequest({
        ...{ message: said, existing: known, owner, organizerMayChange, nowMs },
        deleted: deleted && snapshotOf(deleted),
      });
    case 'CANCEL':
      return receiveCancel(said, known, owner);
    case 'REPLY':
      return receiveReply({ message: said, existing: known, owner, sender, crashers, tellOthers, nowMs });
    case 'ADD':
      return receiveAdd(said, known, owner, nowMs);
    case 'REFRESH':
      return receiveRefresh(said, known, owner, sender, nowMs);
    case 'COUNTER':
      return receiveCounter(said, known, owner, sender);
    case 'DECLINECOUNTER':
      return receiveDeclineCounter(said, known);
    default:
      return ignored('method-not-supported');
  }
}

/** Whoever is invited gets all that they are invited to (RFC 5546 §3.2.6). */
function receiveRefresh(
  message: Snapshot,
  existing: Snapshot | null,
  owner: CalendarUser,
  sender: string | null,
  nowMs: Instant,
): Outcome {
  if (!existing) return ignored('unknown-event');
  if (roleIn(existing, owner) !== 'organizer') return ignored('organizer-differs');
  const named = partsOf(message).flatMap(({ attendees }) => [...attendees.keys()]);
  const attendee = sender ?? named[0];
  if (attendee === undefined) return ignored('attendee-unclear');
  const invited = invitedTo(existing, owner).get(attendee);
  if (!invited) return ignored('attendee-not-invited');
  return {
    kind: 'refresh',
    attendee,
    messages: [requester(existing, owner, nowMs)(attendee, invited, [null], false)],
  };
}

import type { OutgoingMessage } from '../../../activities/delivery/ports.ts';
import { keeperOf } from '../../../adapters/postgres/calendars/meeting-attendee.ts';
import { parseMime } from '../../../adapters/mail/parse-mime.ts';
import { readObject } from '../../../domain/ical/calendar-object.ts';
import { itipMethod } from '../../../domain/itip/broker/messages.ts';
import { STORED_LIMITS } from '../limits.ts';
import type { CalendarDeps } from './deps.ts';
import { postingAbout } from './posting.ts';

/**
 * Writes a meeting into the calendar of somebody who keeps one here, as the mail says that goes to them: they see of the others
 * what that shows, and no address. May be done again.
 */
export async function keepMeeting(
  deps: CalendarDeps,
  { id, raw }: Pick<OutgoingMessage, 'id' | 'raw'>,
): Promise<void> {
  const keeper = await keeperOf(deps.knex, id);
  const [calendar] = keeper ? (await parseMime(raw)).calendars : [];
  const object = calendar && readObject(calendar.text, { limits: STORED_LIMITS, isMessage: true });
  if (!keeper || !object || 'problem' in object) return;
  const { uid, organizer, calendar: said } = object;
  const method = itipMethod(object.method ?? '');
  if ((method !== 'REQUEST' && method !== 'CANCEL') || organizer === null) return;
  const { tenantId, meetingId, address } = keeper;
  const about = { tenantId, uid, addresses: [address], nowMs: deps.clock.nowMs(), meetingId };
  await postingAbout(deps, about, (postman) =>
    postman.receive(
      {
        ...{ method, uid, recipient: address, sender: organizer, calendar: said },
        ...{ recurrenceIds: [null], significant: true },
      },
      { name: `${id}.ics`, isConfirmed: true },
    ),
  );
}

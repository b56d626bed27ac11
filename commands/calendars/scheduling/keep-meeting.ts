import type { OutgoingMessage } from '../../../activities/delivery/ports.ts';
import { keeperOf } from '../../../adapters/postgres/calendars/meeting-attendee.ts';
import { lockScheduling } from '../../../adapters/postgres/calendars/schedule-targets.ts';
import { parseMime } from '../../../adapters/mail/parse-mime.ts';
import { readObject } from '../../../domain/ical/calendar-object.ts';
import type { ItipMethod } from '../../../domain/itip/broker/messages.ts';
import type { CalendarDeps } from './deps.ts';
import { Postman } from './postman.ts';
import { posting } from './posting.ts';

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
  const object = calendar && readObject(calendar.text, { isMessage: true });
  if (!keeper || !object || 'problem' in object) return;
  const { method, uid, organizer } = object;
  if ((method !== 'REQUEST' && method !== 'CANCEL') || organizer === null) return;
  const { tenantId, principalId, meetingId, address } = keeper;
  await posting(deps, async ({ trx, later }) => {
    await lockScheduling(trx, { tenantId, uid, calendarId: principalId, addresses: [address] });
    const { clock, outsideMail } = deps;
    const postman = new Postman(trx, {
      tenantId,
      uid,
      nowMs: clock.nowMs(),
      outside: outsideMail,
      meetingId,
    });
    const message = {
      method: method as ItipMethod,
      uid,
      recipient: address,
      sender: organizer,
      calendar: object.calendar,
    };
    await postman.receive(
      { ...message, recurrenceIds: [null], significant: true },
      { name: `${id}.ics`, isConfirmed: true },
    );
    later(postman.pending);
  });
}

import { randomUUID } from 'node:crypto';
import { writeCalendar } from '../../../domain/ical/write.ts';
import type { Role } from '../../../domain/meeting/attendee-id.ts';
import type { Partstat } from '../../../domain/ical/partstat.ts';
import type { MeetingScript } from '../../support/meeting-script.ts';
import type { Delivery } from '../../support/mail-servers/deliver.ts';

/** A party's answer as the mail that a calendar program sends to the organizer. */
export function answerMail(script: MeetingScript, role: Role, partstat: Partstat, sequence = 0): Delivery {
  const from = script.address(role);
  const to = script.world.tenant.organizerEmail;
  const calendar = writeCalendar({
    method: 'REPLY',
    uid: script.meeting.uid,
    sequence,
    dtstampMs: Date.now(),
    time: script.meeting,
    zone: null,
    summary: 'Practice',
    description: '',
    joinUrl: null,
    organizer: { address: to, name: null },
    attendee: { address: from, name: null, partstat, required: true },
    comment: '',
  });
  const raw = [
    `From: ${from}`,
    `To: ${to}`,
    `Message-ID: <${randomUUID()}@example.com>`,
    'MIME-Version: 1.0',
    'Content-Type: text/calendar; method=REPLY; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(Buffer.from(calendar)
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
    '',
  ].join('\r\n');
  return { from, to, raw };
}

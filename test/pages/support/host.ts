import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { addTemporaryHours, addTravel, addVacation } from '../../../commands/availability/add-days.ts';
import { createSchedule } from '../../../commands/availability/manage-schedules.ts';
import { putHolidays } from '../../../commands/availability/put-holidays.ts';
import { setOverrides } from '../../../commands/availability/set-overrides.ts';
import { createBookingLink } from '../../../commands/event-types/manage-links.ts';
import { USUAL_WEEK } from '../../../domain/booking/usual-week.ts';
import { DAY_MS } from '../../../domain/time/calendar-days.ts';
import { putBookingProfile } from '../../../commands/availability/put-profile.ts';
import { createEventType } from '../../../commands/event-types/create-event-type.ts';
import type { Member } from '../../../api/rooms/session-cookie.ts';
import { UNCOUNTED } from '../../support/uncounted.ts';
import { calendarPages } from './calendars.ts';
import { watchedPage } from './browsing.ts';
import { insertMember } from './member.ts';
import { DAY, HOUR, insertMeeting, insertProposal, type TestMeeting } from './rows.ts';
import { NOW, type Site } from './site.ts';

export { insertMember } from './member.ts';

/** A calendar with one day off. */
export const HOLIDAYS = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//test//EN',
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;VALUE=DATE:20261208',
  'SUMMARY:Immaculate Conception',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

export interface TestHost {
  actor: Member;
  cookie: string;
  slug: string;
  /** Half an hour, public. */
  eventTypeId: string;
}

/** A member with a page of their own and one event type, in Vienna unless told otherwise. */
export async function insertHost(site: Site, options: { timezone?: string } = {}): Promise<TestHost> {
  const { actor, cookie } = await insertMember(site);
  const id = randomUUID();
  const slug = `host-${id.slice(0, 8)}`;
  const { tenantId, principalId } = actor;
  const named = { tenantId, id: principalId };
  await putBookingProfile(site.deps, actor, named, { slug, timezone: options.timezone ?? 'Europe/Vienna' });
  const settings = { slug: 'lesson', title: 'Lesson', lengthsMinutes: [30] };
  await createEventType(site.deps, actor, { id, tenantId, ownerId: principalId, ...settings });
  return { actor, cookie, slug, eventTypeId: id };
}

/** Their browser. */
export async function hostsPage(
  browser: Browser,
  site: Site,
  { cookie }: Pick<TestHost, 'cookie'>,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[]; close(): Promise<void> }> {
  const watched = await watchedPage(browser, site.url, {
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    ...options,
  });
  const [name = '', value = ''] = cookie.split('=');
  await watched.page.context().addCookies([{ name, value, url: site.url, httpOnly: true, sameSite: 'Lax' }]);
  return watched;
}

/** Half an hour of the event type with a guest who answered a question, as its workflow leaves it. */
export async function insertBooking(
  site: Site,
  { actor, eventTypeId }: Pick<TestHost, 'actor' | 'eventTypeId'>,
  { startMs, status = 'scheduled', title = 'Lesson' }: BookingOptions,
): Promise<TestMeeting> {
  const { tenantId, principalId } = actor;
  const meeting = await insertMeeting(site.knex, { tenantId, startMs, lengthMs: HOUR / 2, title, status });
  const own = { meeting_id: meeting.meetingId };
  await site.knex('meetings').where({ id: meeting.meetingId }).update({ event_type_id: eventTypeId });
  await site
    .knex('invitations')
    .where({ ...own, attendee_id: 'host' })
    .update({ principal_id: principalId, contact_id: null, attendee_name: 'Olga' });
  await site
    .knex('invitations')
    .where({ ...own, attendee_id: 'guest' })
    .update({ form_answers: JSON.stringify([{ label: 'Which instrument?', value: 'Cello' }]) });
  return meeting;
}

interface BookingOptions {
  startMs: number;
  status?: 'scheduled' | 'cancelled' | 'closed';
  title?: string;
}

/** The address of each page of a host, by the name of its picture. */
export async function hostPages(site: Site, actor: Member): Promise<Record<string, string>> {
  const { tenantId, principalId } = actor;
  const self = { tenantId, id: principalId };
  const owner = { kind: 'principal' as const, ...self };
  const slug = `host-${principalId.slice(0, 8)}`;
  await putBookingProfile(site.deps, actor, self, { slug, timezone: 'Europe/Vienna' });
  const [id, scheduleId, calendarId, linkId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const colleague = await insertMember(site);
  await createEventType(site.deps, actor, {
    ...{ id, tenantId, ownerId: principalId, slug: 'lesson', title: 'Lesson', lengthsMinutes: [30, 60] },
    hosts: [principalId, colleague.actor.principalId].map((host) => ({
      ...{ principalId: host, priority: 0, weight: 1 },
    })),
    questions: [{ kind: 'text', label: 'Which instrument?', required: true }],
    embedOrigins: ['https://www.example.com'],
  });
  const named = { tenantId, principalId };
  const hours = { name: 'Evenings', timezone: null, weekly: USUAL_WEEK };
  await createSchedule(site.deps, actor, { ...named, id: scheduleId }, hours);
  await createBookingLink(site.deps, actor, {
    ...{ id: linkId, tenantId, eventTypeId: id, label: 'For Kim', singleUse: true, expiresAt: null },
  });
  const today = Math.floor(NOW / DAY_MS);
  const blocks = [{ fromMinute: 600, untilMinute: 720 }];
  await setOverrides(site.deps, actor, owner, [
    { day: today + 3, blocks, label: 'Morning only' },
    { day: today + 4, blocks: [], label: '' },
  ]);
  const span = { firstDay: today + 5, lastDay: today + 8 };
  await addVacation(site.deps, actor, owner, { id: randomUUID(), ...span, reason: 'Sea' });
  await addTemporaryHours(site.deps, actor, owner, {
    ...{ id: randomUUID(), ...span, name: 'Saturdays', weekdays: [6], blocks },
  });
  await addTravel(site.deps, actor, owner, { id: randomUUID(), ...span, timezone: 'Asia/Tokyo' });
  await putHolidays(
    site.deps,
    actor,
    { ...named, id: calendarId },
    { name: 'Austria', source: { ics: HOLIDAYS } },
    UNCOUNTED,
  );
  const booked = { actor, eventTypeId: id };
  const { meetingId } = await insertBooking(site, booked, { startMs: NOW + 3 * DAY });
  await insertBooking(site, booked, { startMs: NOW - 3 * DAY, status: 'closed' });
  const asking = await insertBooking(site, booked, { startMs: NOW + 4 * DAY });
  await insertProposal(site.knex, asking, { startMs: NOW + 5 * DAY, expiresMs: NOW + 2 * DAY });
  const [days, type, list] = ['/bookings/availability', `/bookings/event-types/${id}`, '/bookings/list'];
  const date = new Date(NOW + 3 * DAY).toISOString().slice(0, 10);
  return {
    'host-start': '/bookings?done=saved',
    'host-hours': days,
    'host-hours-of-type': `${days}?of=${id}`,
    'host-hours-inherit': `${days}/of/${id}/inherit`,
    'host-hours-delete': `${days}/schedules/${scheduleId}/delete`,
    'host-dates': `${days}/dates?month=${date.slice(0, 7)}&day=${date}`,
    'host-vacations': `${days}/vacations`,
    'host-vacation-saved': `${days}/vacations?done=saved&first=${date}&last=${date}`,
    'host-temporary': `${days}/temporary`,
    'host-travels': `${days}/travels`,
    'host-holidays': `${days}/holidays`,
    'host-holidays-delete': `${days}/holidays/${calendarId}/delete`,
    'host-types': '/bookings/event-types',
    'host-type-new': '/bookings/event-types/new',
    'host-type': type,
    'host-type-delete': `${type}/delete`,
    'host-link-close': `${type}/links/${linkId}/close`,
    'host-why': `/bookings/why?of=${id}&day=${date}&at=20:00`,
    'host-bookings': list,
    'host-booking': `${list}/${meetingId}`,
    'host-booking-move': `${list}/${meetingId}/move`,
    'host-booking-cancel': `${list}/${meetingId}/cancel`,
    'host-booking-asks': `${list}/${asking.meetingId}`,
    'host-booking-decline': `${list}/${asking.meetingId}/decline`,
    'host-booking-reassign': `${list}/${meetingId}/reassign`,
    ...(await calendarPages(site, actor)),
  };
}

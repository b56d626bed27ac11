import { randomUUID } from 'node:crypto';
import { makePassword } from '../../../commands/app-passwords/manage-passwords.ts';
import { beginCalendars } from '../../../commands/calendars/begin-calendars.ts';
import { changeCalendar, deleteCalendar } from '../../../commands/calendars/change-calendar.ts';
import { deleteObject } from '../../../commands/calendars/delete-object.ts';
import { makeCalendar } from '../../../commands/calendars/make-calendar.ts';
import { putObject } from '../../../commands/calendars/put-object.ts';
import { setShares } from '../../../commands/calendars/set-shares.ts';
import { COLOUR_PROPERTY, colourFragment } from '../../../adapters/xml/colour.ts';
import {
  collectionFor,
  collectionsFor,
  type SeenCollection,
} from '../../../queries/calendars/collections.ts';
import type { Member } from '../../../api/rooms/session-cookie.ts';
import { event } from '../../dav/support/stage.ts';
import { insertMember } from './member.ts';
import type { Site } from './site.ts';

/** A calendar of a member, by the end of its address. */
export async function calendarAt(site: Site, actor: Member, segment: string): Promise<SeenCollection> {
  const found = await collectionFor(site.deps, actor, { principalId: actor.principalId, segment });
  if (!found) throw new Error(`there is no calendar ${segment}`);
  return found;
}

/** The one that invitations go to, which is made with an inbox and an outbox. */
export async function firstCalendar(site: Site, actor: Member): Promise<SeenCollection> {
  await beginCalendars(site.deps, actor, actor);
  const all = await collectionsFor(site.deps, actor, actor.principalId);
  const first = all.find(({ isDefault }) => isDefault);
  if (!first) throw new Error('there is no first calendar');
  return first;
}

/** Another one. */
export async function addCalendar(site: Site, actor: Member, name: string): Promise<SeenCollection> {
  const { tenantId, principalId } = actor;
  const properties = { [COLOUR_PROPERTY]: colourFragment('#c2410c') };
  const { segment } = await makeCalendar(site.deps, actor, { tenantId, principalId, name, properties });
  return calendarAt(site, actor, segment);
}

export const putEvent = (
  site: Site,
  member: Member,
  calendar: SeenCollection,
  { name = 'one', text = event(name) }: { name?: string; text?: string } = {},
): Promise<unknown> =>
  putObject(site.deps, {
    ...{ calendar, member, name: `${name}.ics`, text, expected: {}, hrefOf: (at: string) => at },
  });

export const deleteEvent = (site: Site, member: Member, calendar: SeenCollection, name = 'one') =>
  deleteObject(site.deps, { calendar, member, name: `${name}.ics`, expected: {} });

/** An iTIP message in the inbox of a member, as its delivery leaves it. */
export async function insertWaiting(
  site: Site,
  actor: Member,
  { status = 'unread', method = 'REQUEST', title = 'Rehearsal' } = {},
): Promise<string> {
  await beginCalendars(site.deps, actor, actor);
  const inbox = await calendarAt(site, actor, 'inbox');
  const uid = randomUUID();
  const lines = [`ORGANIZER:mailto:rosa@example.org`, 'ATTENDEE:mailto:olga@example.org'];
  const text = event(uid, { lines })
    .replace('VERSION:2.0', `VERSION:2.0\r\nMETHOD:${method}`)
    .replace('Review of the quarter', title);
  await site.knex('dav_schedule_message').insert({
    ...{ tenant_id: actor.tenantId, collection_id: inbox.id, name: `${uid}.ics`, uid, status, method },
    ...{ sender: 'rosa@example.org', recipient: 'olga@example.org', ical_data: text, etag: uid },
  });
  return uid;
}

/** The address of each page about the calendars of a member, by the name of its picture. */
export async function calendarPages(site: Site, actor: Member): Promise<Record<string, string>> {
  const first = await firstCalendar(site, actor);
  const second = await addCalendar(site, actor, 'Lessons and rehearsals of the orchestra, with a long name');
  const colleague = await insertMember(site);
  await setShares(site.deps, actor, second, {
    shares: [{ principalId: colleague.actor.principalId, access: 'read' }],
    everybody: 'nothing',
  });
  const theirs = await addCalendar(site, colleague.actor, 'Of a colleague');
  await setShares(site.deps, colleague.actor, theirs, {
    shares: [{ principalId: actor.principalId, access: 'write' }],
    everybody: 'nothing',
  });
  await changeCalendar(site.deps, second, { transparent: true });
  await putEvent(site, actor, first);
  await putEvent(site, actor, first, { text: event('one').replace('Review', 'Look') });
  await deleteEvent(site, actor, first);
  const gone = await addCalendar(site, actor, 'Old');
  await deleteCalendar(site.deps, gone);
  await insertWaiting(site, actor);
  await insertWaiting(site, actor, { status: 'proposed', method: 'COUNTER', title: 'Lesson' });
  const { id } = await makePassword(site.deps, actor, actor, 'Phone');
  return {
    'calendars-list': '/calendars',
    'calendars-one': `/calendars/${second.id}`,
    'calendars-default': `/calendars/${first.id}`,
    'calendars-shared': `/calendars/${theirs.id}`,
    'calendars-delete': `/calendars/${second.id}/delete`,
    'calendars-connect': '/calendars/connect',
    'calendars-password-end': `/calendars/connect/passwords/${id}/end`,
    'calendars-inbox': '/calendars/inbox',
    'calendars-deleted': '/calendars/deleted',
  };
}

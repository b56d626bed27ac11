import type { Knex } from 'knex';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { ensureMember } from '../../adapters/postgres/people/addresses.ts';
import { ensurePerson, learnAddresses } from '../../adapters/postgres/people/person.ts';
import { createMeetingReader } from '../../adapters/postgres/inbound/invited-meeting.ts';
import { GUEST, insertMeeting, insertTenant, reserve } from '../pages/support/rows.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let knex: Knex;
let tenantId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  knex = connectDatabase(database.url);
});
beforeEach(async () => {
  tenantId = await insertTenant(knex);
});
afterAll(async () => {
  await knex?.destroy();
  await database?.drop();
});

const person = (address: string, of = tenantId) => ensurePerson(knex, of, address);
const member = (address: string) => knex.transaction((trx) => ensureMember(trx, tenantId, { address }));

describe('a person', () => {
  it('outside is one contact of the tenant, whatever the case and however many ask at once', async () => {
    const found = await Promise.all(
      ['ann@x.example', 'Ann@X.example', 'ANN@x.example'].map((each) => person(each)),
    );
    expect(new Set(found.map(({ contactId }) => contactId)).size).toBe(1);
    expect(found[0]).toEqual({ principalId: null, contactId: expect.any(String) });
    expect(await person('ann@x.example', await insertTenant(knex))).not.toEqual(found[0]);
  });

  it('under another address of theirs is the same; one that two use is somebody of their own', async () => {
    const ann = await person('ann@x.example');
    await learnAddresses(knex, tenantId, {
      email: 'Ann@x.example',
      aliases: ['Ann@home.example', 'desk@x.example'],
    });
    expect(await person('ann@home.example')).toEqual(ann);
    await learnAddresses(knex, tenantId, { email: 'bob@x.example', aliases: ['desk@x.example'] });
    const desk = await person('desk@x.example');
    expect([ann, await person('bob@x.example')]).not.toContainEqual(desk);
  });

  it('has no meeting of an address that they claimed by a link', async () => {
    const { contactId } = await person('mallory@x.example');
    await knex('learned_addresses').insert({
      tenant_id: tenantId,
      contact_id: contactId,
      address_key: 'victim@x.example',
      learned_from: 'link',
    });
    expect((await person('victim@x.example')).contactId).not.toBe(contactId);
  });

  it('who becomes a member keeps their meetings, and what was learned of them', async () => {
    const meeting = await insertMeeting(knex, { tenantId, startMs: Date.now() });
    await learnAddresses(knex, tenantId, { email: GUEST.email, aliases: ['guest@home.example'] });
    const principalId = await member(GUEST.email);
    expect(await person('guest@home.example')).toEqual({ principalId, contactId: null });
    const invitation = await knex('invitations')
      .where({ meeting_id: meeting.meetingId, attendee_id: 'guest' })
      .first('principal_id', 'contact_id');
    expect(invitation).toEqual({ principal_id: principalId, contact_id: null });
  });
});

it('an answer from any address of a member is theirs', async () => {
  const principalId = await member(GUEST.email);
  await knex('principal_addresses').insert({
    tenant_id: tenantId,
    principal_id: principalId,
    address: 'Second@own.example',
  });
  const { uid } = await insertMeeting(knex, { tenantId, startMs: Date.now() });
  const parties = await createMeetingReader(knex)(uid, null);
  expect(parties?.addresses.guest).toEqual([GUEST.email, 'second@own.example']);
});

it('nobody is in two meetings at once under two of their addresses', async () => {
  await learnAddresses(knex, tenantId, { email: GUEST.email, aliases: ['other@home.example'] });
  const startMs = Date.now();
  const [one, two] = [
    await insertMeeting(knex, { tenantId, startMs }),
    await insertMeeting(knex, { tenantId, startMs }),
  ];
  const { contactId } = await person('other@home.example');
  await knex('invitations')
    .where({ meeting_id: two.meetingId, attendee_id: 'guest' })
    .update({ attendee_email: 'other@home.example', contact_id: contactId });
  const hold = (meetingId: string) => reserve(knex, meetingId, 'guest');
  await hold(one.meetingId);
  await expect(hold(two.meetingId)).rejects.toMatchObject({ constraint: 'one_meeting_at_a_time' });
});

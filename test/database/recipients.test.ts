import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Knex } from 'knex';
import { createAddressTags } from '../../adapters/mail/tagged-address.ts';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { createTenant, ensureFirstTenant } from '../../adapters/postgres/tenants.ts';
import { loadConfig, type RecipientDomains } from '../../config/index.ts';
import { recipientCheck, type RecipientCheck } from '../../queries/recipients.ts';
import { insertOutgoing } from '../api/support/outgoing.ts';
import { insertMeeting } from '../pages/support/rows.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { insertOwnedRoom } from '../support/room-owner.ts';
import { SECRET_KEY } from '../support/world.ts';

const ORGANIZER = 'Scheduling@Parley.Test';

let database: TestDatabase;
let knex: Knex;
let tenantId: string;
const config = loadConfig({ ORGANIZER_EMAIL: ORGANIZER });
beforeAll(async () => {
  database = await createTestDatabase();
  knex = connectDatabase(database.url);
  tenantId = (await ensureFirstTenant(knex, config)).id;
});
afterAll(async () => {
  await knex.destroy();
  await database.drop();
});

const check = (domains: RecipientDomains, nowMs = () => 0, of = knex): RecipientCheck =>
  recipientCheck({ knex: of, clock: { nowMs } }, { domains, separator: '+' });

it('mail is taken for the domains of the tenants’ mailboxes, and for a new tenant’s a minute later', async () => {
  let nowMs = 0;
  const accepts = check('tenants', () => nowMs);
  expect(await accepts('scheduling@parley.TEST')).toBe('taken');
  expect(await accepts('desk@other.test')).toBe('elsewhere');
  const organizerEmail = 'desk@other.test';
  await createTenant(knex, { ...config.firstTenant, slug: 'other', organizerEmail });
  expect(await accepts('desk@other.test')).toBe('elsewhere');
  nowMs += 60_000;
  expect(await accepts('desk@other.test')).toBe('taken');
  expect(await accepts('"scheduling@parley.test"@evil.test')).toBe('elsewhere');
});

it('it is taken for those who are there, and for nobody else', async () => {
  const accepts = check('tenants');
  const meeting = await insertMeeting(knex, { tenantId, startMs: Date.now() + 3_600_000 });
  const messageId = await insertOutgoing(knex, meeting);
  const { id }: { id: string } = await knex('outgoing_messages').where({ message_id: messageId }).first('id');
  const tags = createAddressTags({ secretKey: SECRET_KEY });
  const ofMessage = tags.ofMessage(ORGANIZER, id)!;
  const ofInvitation = tags.ofInvitation(ORGANIZER, meeting.meetingId, 'guest')!;
  const given = [ofMessage.replyTo, ofMessage.returnPath, ofInvitation.address];
  for (const address of given) expect(await accepts(address), address).toBe('unknown');
  await knex('outgoing_messages').where({ id }).update({ tag_hash: ofMessage.hash });
  await knex('invitations')
    .where({ meeting_id: meeting.meetingId, attendee_id: 'guest' })
    .update({ organizer_tag_hash: ofInvitation.hash });
  await insertOwnedRoom(knex, { tenantId, ownerEmail: 'Olga@parley.test' });
  for (const address of [
    ...given,
    ...given.map((each) => each.toUpperCase()),
    'olga@parley.test',
    'postmaster@parley.test',
  ])
    expect(await accepts(address), address).toBe('taken');
  for (const name of [
    'nobody',
    'scheduling+x',
    'scheduling+raaaaaaaaaaaaaaaaaaaa',
    'SCHEDULING2',
    "' OR true --",
    'a'.repeat(1_000),
  ])
    expect(await accepts(`${name}@parley.test`), name).toBe('unknown');
});

it('of named domains too, and any is any', async () => {
  const named = check(['Mail.Test']);
  await createTenant(knex, { ...config.firstTenant, slug: 'named', organizerEmail: 'desk@mail.test' });
  expect([
    await named('desk@mail.test'),
    await named('a@mail.test'),
    await named('scheduling@parley.test'),
  ]).toEqual(['taken', 'unknown', 'elsewhere']);
  expect(await check('any')('a@elsewhere.test')).toBe('taken');
});

it('what could not be read is read again with the next recipient', async () => {
  let fails = true;
  const flaky = new Proxy(knex, {
    apply(target, self, args) {
      if (fails) throw new Error('gone');
      return Reflect.apply(target, self, args) as unknown;
    },
  });
  const accepts = check('tenants', () => 0, flaky);
  await expect(accepts('scheduling@parley.test')).rejects.toThrow('gone');
  fails = false;
  expect(await accepts('scheduling@parley.test')).toBe('taken');
});

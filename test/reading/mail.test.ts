import { createTransport } from 'nodemailer';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { decideStored } from '../../activities/inbound/ingest.ts';
import { meteredIngest } from '../../activities/inbound/metered-ingest.ts';
import { createMailReader } from '../../adapters/reading/mail-reader.ts';
import type { Reading } from '../../adapters/reading/reading.ts';
import { startListeners } from '../../api/smtp/listeners.ts';
import { loadConfig } from '../../config/index.ts';
import type { Caller } from '../api/support/caller.ts';
import { letter } from '../api/support/letters.ts';
import { HOUR } from '../api/support/people.ts';
import { startRecordedApi, type RecordedApi } from '../api/support/served-api.ts';
import { GUEST, insertMeeting, type TestMeeting } from '../pages/support/rows.ts';
import { misbehavingReading, testReading } from '../support/reading.ts';
import { DIES, GROWS, LOOPS } from './support/misbehaving.ts';

let reading: Reading;
let api: RecordedApi;
let caller: Caller;
let meeting: TestMeeting;
beforeAll(async () => {
  reading = misbehavingReading({ queue: 2 });
  api = await startRecordedApi({}, { reading });
  caller = await api.caller();
  // As the doors of a process have it.
  api.deps.ingest = meteredIngest(api.deps.ingest, {
    usage: {
      tenantsOf: () => Promise.resolve([]),
      isUsedUp: () => Promise.resolve(false),
      count: () => undefined,
    },
    isFull: () => reading.isFull(),
    onRefused: () => undefined,
  });
});
afterAll(async () => {
  await api?.stop();
  await reading?.close();
});
beforeEach(async () => {
  api.deps.inbound.reader = createMailReader(reading);
  meeting = await insertMeeting(api.knex, { tenantId: api.tenant.id, startMs: Date.now() + 72 * HOUR });
});

const answer = (header?: string): string => {
  const mail = letter({ uid: meeting.uid, from: GUEST.email });
  return header === undefined ? mail : `${header}: 1\r\n${mail}`;
};

/** Fills every thread, and all that may wait. */
const fill = (): Promise<unknown>[] =>
  Array.from({ length: 4 }, () => reading.run('mail', Buffer.from(LOOPS), 300_000).catch(() => undefined));

const ofMeeting = () => api.knex('imip_messages').where({ meeting_id: meeting.meetingId }).select();

it('a mail over its time holds up nobody, is put aside with its reason, and can be run again', async () => {
  await caller.mail(answer());
  const ends: string[] = [];
  const hostile = caller.mail(answer(LOOPS)).finally(() => ends.push('hostile'));
  await expect.poll(() => api.knex('imip_messages').whereNull('decision')).toHaveLength(1);
  expect((await caller.get('/healthz')).status).toBe(200);
  expect((await caller.mail(answer())).json).toMatchObject({ understood: 'reply' });
  ends.push('others');
  expect(await hostile).toMatchObject({
    ...{ status: 202 },
    json: { understood: 'failed', reason: 'reading-took-too-long' },
  });
  expect(ends).toEqual(['others', 'hostile']);
  const { id } = (await api.knex('imip_messages').where({ decision: 'failed' }).first())!;
  expect(await caller.get(`/api/imip/messages/${id}`)).toMatchObject({
    json: { decision: 'failed', reason: 'reading-took-too-long', attempts: 1, meetingId: meeting.meetingId },
  });
  const again = () => caller.post(`/api/imip/messages/${id}/run-again`, {});
  expect((await again()).json).toMatchObject({ decision: 'failed', reason: 'reading-took-too-long' });
  api.deps.inbound.reader = createMailReader(testReading());
  expect((await again()).json).toMatchObject({ decision: 'reply', partstat: 'ACCEPTED' });
});

it('so is one over its memory', async () => {
  const [hostile, other] = await Promise.all([caller.mail(answer(GROWS)), caller.mail(answer())]);
  expect(hostile.json).toMatchObject({ understood: 'failed', reason: 'reading-took-too-much-memory' });
  expect(other.json).toMatchObject({ understood: 'reply' });
});

it('one that a thread dies of is tried three times', async () => {
  expect((await caller.mail(answer(DIES))).json).toMatchObject({ reason: 'processing-failed' });
  const { id } = (await ofMeeting())[0]!;
  await decideStored(api.deps.inbound, id);
  await decideStored(api.deps.inbound, id);
  expect(await ofMeeting()).toMatchObject([{ decision: 'failed', reason: 'processing-failed', attempts: 3 }]);
});

it('while too much waits, the doors say when to come again, and store nothing', async () => {
  const busy = fill();
  const count = () => api.knex('raw_messages').count().first();
  const before = await count();
  const refused = await caller.mail(answer());
  expect(refused).toMatchObject({ status: 503, json: { code: 'reading-busy' } });
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(await count()).toEqual(before);
  await Promise.all(busy);
  expect((await caller.mail(answer())).json).toMatchObject({ understood: 'reply' });
});

it('by SMTP, too: 451', async () => {
  const config = loadConfig({ SMTP_IN_PORT: '0', ORGANIZER_EMAIL: 'scheduling@parley.test' });
  const { knex, ingest, clock } = api.deps;
  const listeners = await startListeners(config, { knex, ingest, clock, log: pino({ level: 'silent' }) });
  const smtp = createTransport({ host: '127.0.0.1', port: listeners.smtpPort, ignoreTLS: true });
  const mail = { envelope: { from: GUEST.email, to: ['scheduling@parley.test'] }, raw: answer() };
  const busy = fill();
  const refused: unknown = await smtp.sendMail(mail).catch((error: unknown) => error);
  expect(refused).toMatchObject({ responseCode: 451, response: expect.stringContaining('4.3.2') });
  expect(await ofMeeting()).toEqual([]);
  await Promise.all(busy);
  await smtp.sendMail(mail);
  expect(await ofMeeting()).toMatchObject([{ decision: 'reply' }]);
  smtp.close();
  await listeners.stop();
});

it('one that was stored already waits, and that is no attempt', async () => {
  const { inbound } = api.deps;
  const { id } = await inbound.store.receive({
    raw: Buffer.from(answer()),
    ...{ door: 'imap', tenantId: null, envelope: { from: GUEST.email, to: [] } },
    ...{ dedupeKey: 'waits', atMs: Date.now() },
  });
  // Its first attempt was ended with its process.
  await api.knex('imip_messages').where({ id }).update({ attempt_began_at: null });
  const standing = () => api.knex('imip_messages').where({ id }).first('attempts', 'decision');
  const before: unknown = await standing();
  const busy = fill();
  expect(await decideStored(inbound, id)).toMatchObject({ reason: 'reading-postponed' });
  expect(await standing()).toEqual(before);
  await Promise.all(busy);
  expect(await decideStored(inbound, id)).toMatchObject({ understood: 'reply' });
});

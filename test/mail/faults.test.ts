import { setTimeout as wait } from 'node:timers/promises';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { afterEach, describe, expect, it } from 'vitest';
import { dkimKeyOf, newDkimKey } from '../../adapters/mail/dkim/key.ts';
import { dkimRecord } from '../../adapters/mail/dkim/records.ts';
import { createDkimSigner } from '../../adapters/mail/dkim/signer.ts';
import {
  startFaultySmtp,
  type Fault,
  type FaultySmtp,
  type FaultySmtpOptions,
} from '../support/faulty-smtp.ts';
import type { Role } from '../../domain/meeting/attendee-id.ts';
import type { OutgoingMessagesRow } from '../../migrations/rows/tables.ts';
import { MeetingScript } from '../support/meeting-script.ts';
import { createWorld, type World } from '../support/world.ts';

const SELECTOR = 'parley';
const key = dkimKeyOf(newDkimKey());

let world: World | undefined;
let smtp: FaultySmtp | undefined;
afterEach(async () => {
  await world?.stop();
  await smtp?.close();
  world = smtp = undefined;
});

async function booked(options: FaultySmtpOptions): Promise<MeetingScript> {
  smtp = await startFaultySmtp(options);
  world = await createWorld({
    mail: { smtpUrl: smtp.smtpUrl },
    breaker: { failures: 5, openMs: 200, longestOpenMs: 400 },
    composer: { sign: createDkimSigner({ key, selector: SELECTOR }) },
    delivery: { firstRetryMs: 50, longestRetryMs: 200, giveUpMs: 60_000 },
  });
  return MeetingScript.booked(world);
}

/** The guest's first message fails so often; everything else goes well. */
const forTheGuest =
  (times: number, fault: Fault): NonNullable<FaultySmtpOptions['fault']> =>
  ({ to, before }) =>
    to.startsWith('guest') && before < times ? fault : undefined;

type Row = OutgoingMessagesRow;

const rowOf = async (script: MeetingScript, role: Role = 'guest'): Promise<Row> =>
  (await script.world
    .database('outgoing_messages')
    .where({ meeting_id: script.meeting.id, attendee_id: role })
    .orderBy('prepared_at')
    .first())!;

async function until(script: MeetingScript, wanted: (row: Row) => boolean): Promise<Row> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const row = await rowOf(script);
    if (wanted(row)) return row;
    await wait(50);
  }
  throw new Error(`it never became so: ${JSON.stringify(await rowOf(script))}`);
}

const toGuest = (script: MeetingScript) =>
  smtp!.transactions.filter(({ to }) => to === script.addresses.guest);

const messageIdOf = (raw: Buffer): string => /^Message-ID: (.+)$/im.exec(raw.toString())?.[1]?.trim() ?? '';

/** Every attempt was at the same message, as far as the server let it come. */
function expectSameBytes(script: MeetingScript, messageId: string): void {
  const got = toGuest(script).flatMap(({ raw }) => (raw === null ? [] : [raw]));
  const whole = got.at(-1)!;
  expect(messageIdOf(whole)).toBe(messageId);
  for (const raw of got) expect(whole.subarray(0, raw.length).equals(raw)).toBe(true);
  expect(new Set(toGuest(script).map(({ from }) => from)).size).toBe(1);
}

describe('a message is kept once and its repeats are the same, when the server', () => {
  it.each<[string, Fault, number]>([
    ['says 4xx to RCPT', { at: 'RCPT', code: 450 }, 1],
    ['says 4xx to DATA', { at: 'DATA', code: 451 }, 1],
    ['ends the connection before the final dot', { at: 'before-dot' }, 1],
    ['ends the connection after the final dot', { at: 'after-dot' }, 4],
  ])('%s', async (_, fault, kept) => {
    const script = await booked({ fault: forTheGuest(3, fault) });
    const row = await until(script, ({ state }) => state === 'sent');
    expect(row.attempts).toBe(4);
    expect(toGuest(script)).toHaveLength(4);
    expect(smtp!.kept(script.addresses.guest)).toHaveLength(kept);
    expectSameBytes(script, row.message_id);
  });

  it('fails at STARTTLS, and then not: nothing is said in the clear before', async () => {
    const script = await booked({ tlsFailures: 3 });
    const row = await until(script, ({ state }) => state === 'sent');
    expect(toGuest(script)).toHaveLength(1);
    expectSameBytes(script, row.message_id);
  });

  it('takes ten seconds for its answer: the message is sent once', async () => {
    const script = await booked({ fault: forTheGuest(1, { at: 'slow', ms: 10_000 }) });
    const row = await until(script, ({ state }) => state === 'sent');
    expect(row.attempts).toBe(1);
    expect(toGuest(script)).toHaveLength(1);
  });
});

describe('a message is shown as failed and not tried again, when the server', () => {
  it.each<[string, Fault]>([
    ['says 5xx to RCPT', { at: 'RCPT', code: 550 }],
    ['says 5xx to DATA', { at: 'DATA', code: 554 }],
  ])('%s; once more by hand is the same message', async (_, fault) => {
    const script = await booked({ fault: forTheGuest(1, fault) });
    const row = await until(script, ({ state }) => state === 'failed');
    expect(row.last_response).toMatch(/^55/);
    expect(toGuest(script)).toHaveLength(1);
    const { id } = row;
    await script.world.meetings.resend(script.meeting.uid, {
      id,
      to: 'guest',
      method: 'REQUEST',
      sequence: 0,
      summary: 'once more',
    });
    await until(script, ({ state }) => state === 'sent');
    expectSameBytes(script, row.message_id);
  });
});

describe('a server that', () => {
  it('loses every answer still gets an invitation, its update and its cancellation in this order', async () => {
    const script = await booked({
      fault: ({ before }) => [{ at: 'after-dot' } as const, { at: 'DATA', code: 421 } as const][before],
    });
    const startMs = script.meeting.startMs + 3_600_000;
    const proposalId = await script.propose('host', { startMs, endMs: startMs + 3_600_000 });
    await script.decide('approved', 'guest', proposalId);
    await script.cancel();
    await script.handle.result();
    const order = smtp!.kept(script.addresses.guest).map(({ raw }) => messageIdOf(raw!));
    const once = order.filter((id, index) => order.indexOf(id) === index);
    const prepared: { message_id: string }[] = await script.world
      .database('outgoing_messages')
      .where({ meeting_id: script.meeting.id, attendee_id: 'guest' })
      .orderBy('revision')
      .select('message_id');
    expect(once).toEqual(prepared.map(({ message_id }) => message_id));
    // Repeats of one message stay together: nothing older comes after something newer.
    expect(order).toEqual([...order].sort((a, b) => once.indexOf(a) - once.indexOf(b)));
    expect(order.length).toBeGreaterThan(once.length);
  });

  it('is down is not asked by every message, and gets them all when it is back', async () => {
    const script = await booked({});
    await until(script, ({ state }) => state === 'sent');
    await smtp!.close();
    const others = await Promise.all(Array.from({ length: 5 }, () => MeetingScript.booked(world!)));
    const held = async () => {
      const { rows } = await world!.database.raw<{ rows: { n: string }[] }>(
        `SELECT count(*) AS n FROM outgoing_messages WHERE last_response = 'server-down'`,
      );
      return Number(rows[0]!.n);
    };
    for (let tries = 0; tries < 1_000 && (await held()) === 0; tries += 1) await wait(50);
    expect(await held()).toBeGreaterThan(0);
    await smtp!.listen();
    for (const other of others) await until(other, ({ state }) => state === 'sent');
  });

  it('gets mail that is signed, so that whoever reads it can check it', async () => {
    const script = await booked({ fault: forTheGuest(1, { at: 'after-dot' }) });
    await until(script, ({ state }) => state === 'sent');
    const record = dkimRecord('parley.test', SELECTOR, key);
    for (const { raw } of smtp!.kept(script.addresses.guest)) {
      const { results } = await dkimVerify(raw!, {
        resolver: (name) => Promise.resolve((name === record.name ? [[record.value]] : []) as never),
      });
      expect(results[0]?.status.result).toBe('pass');
    }
  });
});

it('a message that nobody takes until patience ends is shown as given up', async () => {
  smtp = await startFaultySmtp({ fault: () => ({ at: 'RCPT', code: 450 }) });
  world = await createWorld({
    mail: { smtpUrl: smtp.smtpUrl },
    delivery: { firstRetryMs: 100, longestRetryMs: 500, giveUpMs: 3_000 },
  });
  const script = await MeetingScript.booked(world);
  const row = await until(script, ({ state }) => state === 'failed');
  expect(row.last_response).toMatch(/^given up/);
  const shown: unknown = await world
    .database('audit_log')
    .where({ meeting_id: script.meeting.id, what: 'delivery-failed' })
    .first();
  expect(shown).toBeDefined();
});

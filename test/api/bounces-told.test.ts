import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { relayForgotten } from '../../activities/relay.ts';
import { createOutbox } from '../../adapters/postgres/outbox.ts';
import { HOUR, MeetingScript, type MeetingOptions } from '../support/meeting-script.ts';
import { mailgunSignature, sendgridSignature } from '../support/providers.ts';
import type { Answer, Caller } from './support/caller.ts';
import { startWholeApi, type WholeApi } from './support/served-api.ts';
import { answerOf } from '../support/attendees.ts';

let api: WholeApi;
let caller: Caller;
beforeAll(async () => {
  api = await startWholeApi();
  caller = await api.caller();
});
afterAll(() => api?.stop());

const HOOK = '/api/hooks/email-status';

const post = (path: string, text: string, headers: Record<string, string> = {}): Promise<Answer> =>
  caller.send(path, {
    method: 'POST',
    body: text,
    headers: { 'Content-Type': 'application/json', ...headers },
  });

/** What each door is told of a message, and how it answers when the message is one of ours. */
const DOORS = {
  mailgun: (messageId: string, kind: 'hard' | 'soft') => {
    const event = {
      event: 'failed',
      severity: kind === 'hard' ? 'permanent' : 'temporary',
      timestamp: Date.now() / 1000,
      message: { headers: { 'message-id': messageId.slice(1, -1) } },
    };
    return post(`${HOOK}/mailgun`, JSON.stringify({ signature: mailgunSignature(), 'event-data': event }));
  },
  sendgrid: (messageId: string, kind: 'hard' | 'soft') => {
    const event = kind === 'hard' ? 'bounce' : 'deferred';
    const timestamp = Math.floor(Date.now() / 1000);
    const text = JSON.stringify([{ event, timestamp, 'smtp-id': messageId, reason: '550 no such user' }]);
    return post(`${HOOK}/sendgrid`, text, sendgridSignature(Buffer.from(text)));
  },
  backend: (messageId: string, kind: 'hard' | 'soft') => {
    const event = kind === 'hard' ? 'bounced' : 'deferred';
    return caller.post(HOOK, { events: [{ messageId, event, at: new Date().toISOString() }] });
  },
};

type DoorName = keyof typeof DOORS;
const NAMES = Object.keys(DOORS) as DoorName[];

/** A meeting whose guest has the invitation; `id` is its Message-ID. */
async function invited(options: MeetingOptions = {}): Promise<{ script: MeetingScript; id: string }> {
  const script = await MeetingScript.booked(api.world, options);
  await script.mail('host', 1);
  return { script, id: await script.invitationId('guest') };
}

/** Everything that was said before it is taken: signals of one workflow come in their order. */
async function settled(script: MeetingScript): Promise<string[]> {
  await script.reply('host', 'ACCEPTED');
  const state = await script.until((now) => answerOf(now, 'host').partstat === 'ACCEPTED');
  return state.timeline.map(({ what }) => what);
}

const outboxOf = (script: MeetingScript) =>
  api
    .knex('outbox')
    .where({ uid: script.meeting.uid })
    .whereLike('event_key', 'bounced/%')
    .select<{ delivered_at: Date | null }[]>('delivered_at');

describe.each(NAMES)('a hard bounce that %s tells', (name) => {
  it('reaches the other party and the backend', async () => {
    const { script, id } = await invited();
    expect((await DOORS[name](id, 'hard')).json).toMatchObject({ accepted: 1, unknown: 0 });
    const [, told] = await script.mail('host', 2);
    expect(told?.subject).toContain('Not Delivered');
    expect(told?.raw).not.toContain(script.addresses.guest);
    const shown = await caller.get(`/api/practice-room/${script.meeting.id}`);
    expect(shown.json.timeline).toContainEqual(expect.objectContaining({ what: 'bounced', by: 'guest' }));
    expect(shown.json.answers.guest.delivery).toMatchObject({ status: 'bounced' });
    expect(shown.json).toMatchObject({ status: 'scheduled' });
  });

  it('cancels the meeting where that is wanted', async () => {
    const { script, id } = await invited({ bouncePolicy: 'cancel' });
    await DOORS[name](id, 'hard');
    const [, cancelled] = await script.mail('host', 2);
    expect(cancelled?.method).toBe('CANCEL');
    expect(cancelled?.text).toContain('could not be reached');
    expect((await script.state()).status).toBe('cancelled');
  });

  it('twice is told once', async () => {
    const { script, id } = await invited();
    await DOORS[name](id, 'hard');
    await DOORS[name](id, 'hard');
    expect((await settled(script)).filter((what) => what === 'bounced')).toHaveLength(1);
    expect(await outboxOf(script)).toEqual([{ delivered_at: expect.any(Date) as Date }]);
    expect(await script.mail('host', 2)).toHaveLength(2);
  });

  it('is no bounce when the message is only late', async () => {
    const { script, id } = await invited();
    expect((await DOORS[name](id, 'soft')).json).toMatchObject({ accepted: 1 });
    expect(await settled(script)).not.toContain('bounced');
    expect(await outboxOf(script)).toEqual([]);
  });
});

describe('a hard bounce', () => {
  it.each([
    ['by mail and then by the provider', ['mail', 'sendgrid']],
    ['by the provider and then by mail', ['mailgun', 'mail']],
    ['by the provider and then by the backend', ['sendgrid', 'backend']],
  ] as const)('%s has one effect', async (_name, doors) => {
    const { script, id } = await invited();
    for (const door of doors) await (door === 'mail' ? script.bounce('guest') : DOORS[door](id, 'hard'));
    expect((await settled(script)).filter((what) => what === 'bounced')).toHaveLength(1);
    expect(await outboxOf(script)).toHaveLength(1);
    expect(await script.mail('host', 2)).toHaveLength(2);
  });

  it('of a meeting that is over changes nothing, and nobody waits for it', async () => {
    const { script, id } = await invited();
    await script.cancel();
    await script.mail('host', 2);
    await script.handle.result();
    expect((await DOORS.sendgrid(id, 'hard')).json).toMatchObject({ accepted: 1 });
    const [row] = await api.knex('outbox').where({ uid: script.meeting.uid }).select('gave_up_at');
    expect(row).toEqual({ gave_up_at: expect.any(Date) as Date });
  });

  it('that is told while the meeting cannot be reached waits in the outbox', async () => {
    const { script, id } = await invited({ startsInMs: 96 * HOUR });
    const { inbound, meetings } = api.deps;
    const { relay } = inbound;
    inbound.relay = () => Promise.resolve();
    await DOORS.mailgun(id, 'hard').finally(() => (inbound.relay = relay));
    expect(await outboxOf(script)).toEqual([{ delivered_at: null }]);
    const later = { nowMs: () => Date.now() + HOUR };
    const outbox = createOutbox(api.knex);
    await relayForgotten({ outbox, meetings, deliveries: NONE_OF_THEM, clock: later });
    expect(await outboxOf(script)).toEqual([{ delivered_at: expect.any(Date) as Date }]);
    expect((await script.mail('host', 2))[1]?.subject).toContain('Not Delivered');
  });
});

const NONE_OF_THEM = { start: () => Promise.reject(new Error('no delivery of its own')) };

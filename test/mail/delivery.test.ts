import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { recordDelivery } from '../../adapters/postgres/outgoing-status.ts';
import { attemptRecorder } from '../../adapters/postgres/outgoing/attempts.ts';
import type { Role } from '../../domain/meeting/attendee-id.ts';
import type { OutgoingMessagesRow } from '../../migrations/rows/tables.ts';
import { MeetingScript } from '../support/meeting-script.ts';
import { createWorld, type World, type WorldOptions } from '../support/world.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.stop();
  world = undefined;
});

const worldThat = async (refuseMail: WorldOptions['refuseMail']): Promise<World> => {
  world = await createWorld({
    refuseMail,
    delivery: { firstRetryMs: 50, longestRetryMs: 100, giveUpMs: 60_000 },
  });
  return world;
};

const outgoing = async (script: MeetingScript, role: Role) =>
  (await script.world
    .database('outgoing_messages')
    .where({ meeting_id: script.meeting.id, attendee_id: role })
    .orderBy('prepared_at')
    .first())!;

const settled = async (script: MeetingScript, role: Role, state: string): Promise<OutgoingMessagesRow> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const row = await outgoing(script, role);
    if (row.state === state) return row;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the message never was ${state}`);
};

const NOTHING = { code: null, retryAfterMs: null };

describe('a mail server', () => {
  it('that says 4xx is asked again, and gets the same bytes under the same Message-ID', async () => {
    const seen: string[] = [];
    const script = await MeetingScript.booked(
      await worldThat(({ to, raw }) => {
        if (!to[0]?.startsWith('guest')) return undefined;
        seen.push(raw.toString('latin1'));
        return seen.length < 4 ? { responseCode: 451, message: 'Not now' } : undefined;
      }),
    );
    await script.mail('guest', 1);
    expect(seen).toHaveLength(4);
    expect(new Set(seen).size).toBe(1);
    expect(await settled(script, 'guest', 'sent')).toMatchObject({ attempts: 4 });
  });

  it('that says 5xx is not asked again; the failure is shown, and the meeting goes on', async () => {
    let asked = 0;
    const script = await MeetingScript.booked(
      await worldThat(({ to }) => {
        if (!to[0]?.startsWith('guest')) return undefined;
        asked += 1;
        return { responseCode: 550, message: `No such user ${to[0]}` };
      }),
    );
    const row = await settled(script, 'guest', 'failed');
    expect(asked).toBe(1);
    expect(row.last_response).toContain('550');
    expect(row.last_response).not.toContain(script.addresses.guest);
    const shown: unknown = await script.world
      .database('audit_log')
      .where({ meeting_id: script.meeting.id, what: 'delivery-failed' })
      .first();
    expect(shown).toMatchObject({ category: 'timeline', details: { to: 'guest', kind: 'invitation' } });
    await script.mail('host', 1);
    expect((await script.state()).status).toBe('scheduled');
  });

  it('that refused for good can be asked once more, with the same message', async () => {
    let refuses = true;
    const script = await MeetingScript.booked(
      await worldThat(({ to }) =>
        refuses && to[0]?.startsWith('guest') ? { responseCode: 550, message: 'No' } : undefined,
      ),
    );
    const { id } = await settled(script, 'guest', 'failed');
    refuses = false;
    await script.world.meetings.resend(script.meeting.uid, {
      id,
      to: 'guest',
      method: 'REQUEST',
      sequence: 0,
      summary: 'once more',
    });
    expect(await script.mail('guest', 1)).toHaveLength(1);
    await settled(script, 'guest', 'sent');
  });

  it('that is slow for one message does not let a cancellation overtake the invitation', async () => {
    let asked = 0;
    const script = await MeetingScript.booked(
      await worldThat(({ to }) => {
        if (!to[0]?.startsWith('guest')) return undefined;
        asked += 1;
        return asked < 6 ? { responseCode: 421, message: 'Later' } : undefined;
      }),
    );
    await script.cancel();
    expect((await script.mail('guest', 2)).map((one) => one.method)).toEqual(['REQUEST', 'CANCEL']);
    await script.handle.result();
  });

  it('whose answer comes late, after another attempt went through, changes nothing any more', async () => {
    const script = await MeetingScript.booked(await worldThat(() => undefined));
    const { id } = await settled(script, 'guest', 'sent');
    for (const state of ['deferred', 'failed', 'sent'] as const)
      await attemptRecorder(script.world.database)(id, { ...NOTHING, state, response: 'late' });
    expect(await outgoing(script, 'guest')).toMatchObject({ state: 'sent', attempts: 1 });
    const told: unknown[] = await script.world
      .database('audit_log')
      .where({ meeting_id: script.meeting.id })
      .whereIn('what', ['delivery-failed', 'message-sent'])
      .whereRaw(`details->>'to' = 'guest'`);
    expect(told).toHaveLength(1);
  });

  it('that reports a bounce before it is written down that the message was sent: it bounced, and was sent', async () => {
    const script = await MeetingScript.booked(
      await worldThat(() => ({ responseCode: 421, message: 'Later' })),
    );
    const { database, tenant } = script.world;
    const guest = await settled(script, 'guest', 'deferred');
    // As it is between the server's answer and the writing down of it.
    await database('outgoing_messages').where({ id: guest.id }).update({ state: 'prepared' });
    const row = await database('outgoing_messages').where({ id: guest.id }).first('message_id');
    const report = { event: 'bounced', at: new Date(), detail: null, door: 'api' } as const;
    await recordDelivery(database, tenant.id, { ...report, messageId: row!.message_id });
    await attemptRecorder(database)(guest.id, { ...NOTHING, state: 'sent', response: '250 OK' });
    expect(await outgoing(script, 'guest')).toMatchObject({ state: 'bounced', last_response: '250 OK' });
    const invitation = await database('invitations')
      .where({ meeting_id: script.meeting.id, attendee_id: 'guest' })
      .first('last_message_id', 'delivery_state');
    expect(invitation).toMatchObject({
      last_message_id: row!.message_id,
      delivery_state: { state: 'bounced' },
    });
  });

  it('and what comes of several messages at the same time is written down for each', async () => {
    const script = await MeetingScript.booked(
      await worldThat(() => ({ responseCode: 421, message: 'Later' })),
    );
    const host = await settled(script, 'host', 'deferred');
    const guest = await settled(script, 'guest', 'deferred');
    const record = attemptRecorder(script.world.database);
    await Promise.all([
      record(randomUUID(), { ...NOTHING, state: 'sent', response: 'of a message that nobody knows' }),
      record(guest.id, { ...NOTHING, state: 'failed', response: '550 No such\0user' }),
      record(host.id, { ...NOTHING, state: 'deferred', response: '421 of an attempt that was thought dead' }),
      record(host.id, { ...NOTHING, state: 'sent', response: '250 OK' }),
    ]);
    expect(await outgoing(script, 'host')).toMatchObject({ state: 'sent', last_response: '250 OK' });
    const told: unknown = await script.world
      .database('audit_log')
      .where({ meeting_id: script.meeting.id, what: 'delivery-failed' })
      .select('details');
    expect(told).toMatchObject([{ details: { to: 'guest' } }]);
  });
});

import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { deliverByLmtp, sendBySmtp } from '../support/mail-servers/deliver.ts';
import { BOUNCING_DOMAIN } from '../support/mail-servers/mailboxes.ts';
import { sharedDovecot, sharedPostfix } from '../support/mail-servers/shared.ts';
import { MeetingScript } from '../support/meeting-script.ts';
import { requireTool } from '../support/require-tool.ts';
import { tryService } from '../support/services.ts';
import { createWorld, type World, type WorldOptions } from '../support/world.ts';
import { answerMail } from './support/answer.ts';
import { mailboxOf } from './support/mailbox-of.ts';
import { watch } from './support/mailbox-watch.ts';
import { answerOf, attendeeIn } from '../support/attendees.ts';

const missing = (await tryService('dovecot')).missing ?? (await tryService('postfix')).missing;

const stops: (() => unknown)[] = [];

/** A Parley whose organizer mailbox is on the test servers, and watched. */
async function worldWithMailbox(options: WorldOptions = {}): Promise<World> {
  const organizerEmail = `${randomUUID()}@parley.test`;
  const world = await createWorld({ ...options, organizerEmail });
  stops.push(() => world.stop());
  const watching = await watch({
    database: world.database,
    ingest: world.ingest,
    mailbox: mailboxOf(await sharedDovecot(), organizerEmail),
  });
  stops.push(() => watching.end());
  return world;
}

requireTool('Dovecot and Postfix', missing)('the organizer’s mailbox', () => {
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });

  it('that gets an answer by LMTP changes the meeting', async () => {
    const world = await worldWithMailbox();
    const script = await MeetingScript.booked(world);
    const { lmtpPort } = await sharedDovecot();
    await deliverByLmtp(lmtpPort, answerMail(script, 'guest', 'ACCEPTED'));
    await script.until((now) => answerOf(now, 'guest').partstat === 'ACCEPTED');
    const row: unknown = await world.database('imip_messages').first('door', 'decision', 'envelope_from');
    expect(row).toEqual({ door: 'imap', decision: 'reply', envelope_from: script.addresses.guest });
  });

  it('that gets an answer sent by SMTP through Postfix changes the meeting', async () => {
    const world = await worldWithMailbox();
    const script = await MeetingScript.booked(world);
    const { smtpPort } = await sharedPostfix();
    await sendBySmtp(smtpPort, answerMail(script, 'guest', 'DECLINED'));
    await script.until((now) => now.status === 'cancelled');
    expect((await script.mail('host', 2)).map((one) => one.method)).toEqual(['REQUEST', 'CANCEL']);
  });

  it('gets an invitation back that Postfix could not deliver: it is marked, and the meeting knows', async () => {
    const { smtpPort } = await sharedPostfix();
    const world = await worldWithMailbox({ mail: { smtpUrl: `smtp://127.0.0.1:${smtpPort}` } });
    const script = await MeetingScript.booked(world, { guest: `gus@${BOUNCING_DOMAIN}` });
    const { timeline } = await script.until((now) => attendeeIn(now, 'guest').unreachable, 60_000);
    expect(timeline.map((line) => line.what)).toContain('bounced');
    const sent = await world
      .database('outgoing_messages')
      .where({ meeting_id: script.meeting.id, attendee_id: 'guest' })
      .first('state');
    expect(sent).toEqual({ state: 'bounced' });
    const report: { envelope_to: string[] } = await world
      .database('imip_messages')
      .where({ decision: 'bounce', reason: '5.1.1', door: 'imap', meeting_id: script.meeting.id })
      .first('envelope_to');
    expect(report.envelope_to.join()).toMatch(/^[0-9a-f-]{36}\+b[a-z2-7]{20}@/);
  });
});

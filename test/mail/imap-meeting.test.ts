import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { afterEach, expect, it } from 'vitest';
import type { Ingest } from '../../activities/ingest.ts';
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
import { Taken } from './support/taken.ts';

const missing = (await tryService('dovecot')).missing ?? (await tryService('postfix')).missing;

const stops: (() => unknown)[] = [];

/** A Parley whose organizer mailbox is on the test servers, and watched. */
async function worldWithMailbox(
  options: WorldOptions = {},
  ingestOf: (world: World) => Ingest = (world) => world.ingest,
): Promise<World> {
  const organizerEmail = `${randomUUID()}@parley.test`;
  const world = await createWorld({ ...options, organizerEmail });
  stops.push(() => world.stop());
  const watching = await watch({
    database: world.database,
    ingest: ingestOf(world),
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
    await script.until((now) => now.answers.guest.partstat === 'ACCEPTED');
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

  it('gets an invitation back that Postfix could not deliver, as a report with its Message-ID', async () => {
    const { smtpPort } = await sharedPostfix();
    const taken = new Taken();
    const world = await worldWithMailbox({ smtpUrl: `smtp://127.0.0.1:${smtpPort}` }, () => taken.ingest);
    const script = await MeetingScript.booked(world, { guest: `gus@${BOUNCING_DOMAIN}` });
    await taken.until(1);
    const [report] = taken.messages;
    expect(report?.envelope).toEqual({ from: null, to: [world.tenant.organizerEmail] });
    const parsed = await simpleParser(report?.raw ?? '');
    expect(parsed.headers.get('content-type')).toMatchObject({
      value: 'multipart/report',
      params: { 'report-type': 'delivery-status' },
    });
    const sent: { message_id: string } = await world
      .database('outgoing_messages')
      .where({ room_id: script.room.id, recipient_role: 'guest' })
      .first('message_id');
    expect(report?.raw.toString()).toContain(`Message-ID: ${sent.message_id}`);
    expect(report?.raw.toString()).toMatch(/^Status: 5\.1\.1/m);
  });
});

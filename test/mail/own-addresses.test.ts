import { createHash } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAddressTags, readTaggedAddress } from '../../adapters/mail/tagged-address.ts';
import { outgoingReader } from '../../adapters/postgres/outgoing/read.ts';
import { createTenant } from '../../adapters/postgres/tenants.ts';
import { createOwnersReader } from '../../adapters/postgres/inbound/owners.ts';
import { createSealer } from '../../adapters/secrets/sealing.ts';
import { bounceReport } from '../support/bounce.ts';
import { MeetingScript, HOUR, type SeenMail } from '../support/meeting-script.ts';
import { createWorld, SECRET_KEY, type World } from '../support/world.ts';

const returnPaths = new Map<string, string>();
let world: World;
beforeAll(async () => {
  world = await createWorld({
    refuseMail: ({ from, raw }) => {
      returnPaths.set(messageIdOf(raw.toString()), from);
      return undefined;
    },
  });
});
afterAll(() => world?.stop());

const owners = (address: string) =>
  createOwnersReader(world.database, '+')({ addresses: [address], messageIds: [] }, null);

const messageIdOf = (raw: string): string => /^Message-ID: (.+)$/im.exec(raw)?.[1]?.trim() ?? '';

const organizerOf = ({ raw }: SeenMail): Promise<string> =>
  simpleParser(raw).then((mail) => {
    const calendar = mail.attachments[0]?.content.toString().replace(/\r\n /g, '') ?? '';
    return /^ORGANIZER[^:]*:mailto:(.+)$/m.exec(calendar)?.[1]?.trim() ?? '';
  });

const replyTo = async ({ raw }: SeenMail): Promise<string> =>
  (await simpleParser(raw)).replyTo?.value[0]?.address ?? '';

describe('every message', () => {
  it('has a reply address and a return path of its own, which lead back to it', async () => {
    const script = await MeetingScript.booked(world);
    await script.cancel();
    const mails = [...(await script.mail('host', 2)), ...(await script.mail('guest', 2))];
    const seen = new Set<string>();
    for (const mail of mails) {
      const id = messageIdOf(mail.raw);
      const [replyAddress, returnPath] = [await replyTo(mail), returnPaths.get(id) ?? ''];
      const reply = readTaggedAddress(replyAddress, '+');
      const bounce = readTaggedAddress(returnPath, '+');
      expect([reply?.kind, bounce?.kind]).toEqual(['reply', 'bounce']);
      const about = { messageId: id, meetingId: script.meeting.id, uid: script.meeting.uid };
      expect(await owners(returnPath.toUpperCase())).toMatchObject([{ ...about, via: 'bounce' }]);
      expect(await owners(replyAddress)).toMatchObject([{ ...about, via: 'reply' }]);
      expect(await owners(`scheduling+o${reply!.tag}@parley.test`)).toEqual([]);
      seen.add(reply!.tag);
    }
    expect(seen.size).toBe(4);
    expect(await owners(`scheduling+r${'a'.repeat(20)}@parley.test`)).toEqual([]);
  });

  it('that was prepared before messages had addresses of their own leaves from the organizer mailbox', async () => {
    const script = await MeetingScript.booked(world);
    await script.mail('guest', 1);
    const { id }: { id: string } = await world
      .database('outgoing_messages')
      .where({ meeting_id: script.meeting.id, attendee_id: 'guest' })
      .first('id');
    const tools = { sealer: createSealer(SECRET_KEY), tags: createAddressTags({ secretKey: SECRET_KEY }) };
    expect((await outgoingReader(world.database, tools)(id)).from).toMatch(/^scheduling\+b/);
    await world.database('outgoing_messages').where({ id }).update({ tag_hash: null });
    expect((await outgoingReader(world.database, tools)(id)).from).toBe(world.tenant.organizerEmail);
  });

  it('is from the organizer mailbox, which is the ORGANIZER, too', async () => {
    const script = await MeetingScript.booked(world);
    const [mail] = await script.mail('guest', 1);
    const parsed = await simpleParser(mail!.raw);
    expect(parsed.from?.value[0]?.address).toBe(world.tenant.organizerEmail);
    expect(await organizerOf(mail!)).toBe(world.tenant.organizerEmail);
  });
});

describe('a report on an invitation', () => {
  it('of a stranger who computes its Message-ID from what join links show changes nothing', async () => {
    const script = await MeetingScript.booked(world);
    const [mail] = await script.mail('guest', 1);
    const row = await world
      .database('outgoing_messages')
      .where({ meeting_id: script.meeting.id, attendee_id: 'guest' })
      .first<{ id: string; messageKey: string }>({ id: 'id', messageKey: 'message_key' });
    const { organizerEmail } = world.tenant;
    const send = (messageId: string, to: string) =>
      world.ingest({
        raw: bounceReport({ to, recipient: script.addresses.guest, messageId }),
        door: 'smtp',
        envelope: { from: null, to: [to] },
        tenantId: null,
      });
    const unproven = { understood: 'ignored', reason: 'report-unproven' };
    for (const about of [
      `${script.meeting.id}/${row.messageKey}`,
      row.id,
      script.meeting.uid,
      script.meeting.id,
    ]) {
      const digest = createHash('sha256').update(about).digest('hex').slice(0, 32);
      expect(await send(`<${digest}@parley.test>`, organizerEmail)).toMatchObject(unproven);
    }
    expect(await send('<a@b.test>', `scheduling+b${'a'.repeat(20)}@parley.test`)).toMatchObject(unproven);
    // The reply address is known to more than who carried the message: it tells the meeting, and proves nothing.
    expect(await send('<b@b.test>', await replyTo(mail!))).toMatchObject({
      ...unproven,
      uid: script.meeting.uid,
    });
    expect((await script.state()).timeline.map(({ what }) => what)).not.toContain('bounced');
    expect(await send(messageIdOf(mail!.raw), organizerEmail)).toMatchObject({ understood: 'bounce' });
  });
});

describe('the ORGANIZER of a tenant that wants it unguessable', () => {
  it('is another for each invitation, and stays over its life', async () => {
    const tenant = await createTenant(world.database, {
      slug: 'careful',
      organizerEmail: 'careful@parley.test',
      organizerName: 'Careful',
      productName: 'Practice',
      policy: 'strict',
      proposalExpiryHours: 48,
      mailMinutesBefore: [],
      alarmMinutesBefore: [],
      oneClickLinks: false,
      unguessableOrganizer: true,
    });
    const script = await MeetingScript.booked({ ...world, tenant: tenant! });
    const startMs = script.meeting.startMs + HOUR;
    await script.decide(
      'approved',
      'host',
      await script.propose('guest', { startMs, endMs: startMs + HOUR }),
    );
    // An option that is changed meanwhile counts for new meetings only.
    await world.database('tenants').where({ id: tenant!.id }).update({ unguessable_organizer: false });
    await script.cancel();
    const organizers = { host: new Set<string>(), guest: new Set<string>() };
    for (const [role, count] of [
      ['host', 4],
      ['guest', 3],
    ] as const) {
      const calendars = (await script.mail(role, count)).filter((mail) => mail.method !== null);
      expect(calendars.map((mail) => mail.method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
      for (const mail of calendars) organizers[role].add(await organizerOf(mail));
      expect(organizers[role].size).toBe(1);
      const [address] = organizers[role];
      const read = readTaggedAddress(address!, '+');
      expect(read?.kind).toBe('organizer');
      expect(await owners(address!)).toMatchObject([
        {
          via: 'organizer',
          tenantId: tenant!.id,
          meetingId: script.meeting.id,
          uid: script.meeting.uid,
          attendeeId: role,
          messageId: null,
        },
      ]);
    }
    expect(organizers.host).not.toEqual(organizers.guest);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outgoingReader } from '../../adapters/postgres/outgoing/read.ts';
import { createSealer } from '../../adapters/secrets/sealing.ts';
import { HOUR, MeetingScript, type MeetingOptions, type SeenMail } from '../support/meeting-script.ts';
import { linkIn } from '../support/seen-mail.ts';
import { createWorld, SECRET_KEY, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ timeSkipping: true });
}, 60_000);
afterAll(() => world?.stop());

const DAY = 24 * HOUR;
const REMINDED: MeetingOptions = { reminders: { mailMinutesBefore: [1_440], alarmMinutesBefore: [15] } };

const isReminder = ({ subject }: SeenMail): boolean => subject.includes('— Reminder: ');
const alarmIn = ({ raw }: SeenMail): boolean =>
  Buffer.from(raw.split('base64').at(-1) ?? '', 'base64')
    .toString()
    .includes('TRIGGER:-PT15M');

/** Until so long before the start as it is now. */
async function passUntil(script: MeetingScript, beforeMs: number): Promise<void> {
  const { startMs } = await script.state();
  await world.pass(startMs - beforeMs - (await world.nowMs()));
}

/** Who got which mails, as the database has them; reminders only. */
const reminders = async (script: MeetingScript): Promise<{ to: string; state: string }[]> =>
  world
    .database('outgoing_messages')
    .where({ uid: script.meeting.uid, kind: 'reminder' })
    .orderBy(['revision', 'attendee_id'])
    .select({ to: 'attendee_id', state: 'state' });

const storyOf = async (script: MeetingScript) =>
  (await script.state()).timeline.map(({ what }) => what).filter((what) => what.startsWith('remind'));

describe('a reminder', () => {
  it('comes a day before the start, as a mail with links to answer and to join', async () => {
    const script = await MeetingScript.booked(world, REMINDED);
    const [invitation] = await script.mail('guest', 1);
    expect(alarmIn(invitation!)).toBe(true);
    await passUntil(script, DAY + HOUR);
    expect(await reminders(script)).toEqual([]);
    await passUntil(script, DAY - HOUR);
    const [, reminder] = await script.mail('guest', 2);
    expect(isReminder(reminder!)).toBe(true);
    expect(reminder!.method).toBeNull();
    expect(linkIn(reminder!.text, 'answer').searchParams.get('t')).toHaveLength(43);
    expect(linkIn(reminder!.text, 'reschedule').searchParams.get('r')).toHaveLength(43);
    expect(linkIn(reminder!.text, 'join').pathname).toContain(script.meeting.id);
    expect(await storyOf(script)).toEqual(['reminded']);
    const sent = [
      { to: 'guest', state: 'sent' },
      { to: 'host', state: 'sent' },
    ];
    await expect.poll(() => reminders(script)).toEqual(sent);
    await script.handle.result();
    expect(await reminders(script)).toEqual(sent);
  });

  it('moves with the meeting: the old one is not sent, the new one is', async () => {
    const script = await MeetingScript.booked(world, REMINDED);
    const { startMs, endMs } = script.meeting;
    await script.decide(
      'approved',
      'host',
      await script.propose('guest', { startMs: startMs + DAY, endMs: endMs + DAY }),
    );
    const [, update] = await script.mail('guest', 2);
    expect(alarmIn(update!)).toBe(true);
    await passUntil(script, DAY + HOUR);
    expect(await reminders(script)).toEqual([]);
    await passUntil(script, DAY - HOUR);
    expect(isReminder((await script.mail('guest', 3))[2]!)).toBe(true);
  });

  it('does not come of a meeting that is cancelled', async () => {
    const script = await MeetingScript.booked(world, REMINDED);
    await script.cancel();
    await script.handle.result();
    expect(await reminders(script)).toEqual([]);
  });

  it('does not come at once of a meeting that is booked two hours before, nor an alarm of one that is booked ten minutes before', async () => {
    const script = await MeetingScript.booked(world, { ...REMINDED, startsInMs: 2 * HOUR });
    expect(alarmIn((await script.mail('guest', 1))[0]!)).toBe(true);
    const soon = await MeetingScript.booked(world, { ...REMINDED, startsInMs: HOUR / 6 });
    expect(alarmIn((await soon.mail('guest', 1))[0]!)).toBe(false);
    for (const each of [script, soon]) {
      await each.handle.result();
      expect(await reminders(each)).toEqual([]);
      expect(await storyOf(each).catch(() => [])).toEqual([]);
    }
  });

  it('does not come to whoever declined, and comes to who was added meanwhile', async () => {
    const script = await MeetingScript.booked(world, {
      ...REMINDED,
      others: [{ role: 'guest', required: false }],
    });
    await script.reply('guest-2', 'DECLINED');
    await script.until((now) => now.attendees.some(({ answer }) => answer.partstat === 'DECLINED'));
    await script.add('guest-3');
    await passUntil(script, DAY - HOUR);
    await expect
      .poll(async () => (await reminders(script)).map(({ to }) => to))
      .toEqual(['guest', 'guest-3', 'host']);
  });

  it('that is late, because nobody worked at its moment, is sent with the time that it is', async () => {
    const script = await MeetingScript.booked(world, REMINDED);
    await script.mail('guest', 1);
    const { startMs } = script.meeting;
    world.clockSays(startMs - 20 * HOUR);
    await passUntil(script, DAY - HOUR);
    const [, reminder] = await script.mail('guest', 2);
    world.clockSays(null);
    expect(isReminder(reminder!)).toBe(true);
    const date = new Date(/^Date: (.*)$/m.exec(reminder!.raw)![1]!.trim());
    expect(date.getTime()).toBe(startMs - 20 * HOUR);
  });

  it('is not sent once the meeting has begun, and the story says so', async () => {
    const script = await MeetingScript.booked(world, REMINDED);
    await script.mail('guest', 1);
    world.clockSays(script.meeting.startMs + HOUR / 6);
    await passUntil(script, DAY - HOUR);
    await script.until((now) => now.timeline.some(({ what }) => what.startsWith('remind')));
    world.clockSays(null);
    expect(await storyOf(script)).toEqual(['reminder-late']);
    expect(await reminders(script)).toEqual([]);
  });

  it('that would wait for a mail server helps until five minutes before the start, and not once the meeting is cancelled', async () => {
    const script = await MeetingScript.booked(world, REMINDED);
    await script.mail('guest', 1);
    await passUntil(script, DAY - HOUR);
    await expect
      .poll(async () => (await reminders(script)).map(({ state }) => state))
      .toEqual(['sent', 'sent']);
    const read = outgoingReader(world.database, { sealer: createSealer(SECRET_KEY) });
    const rows = await world
      .database('outgoing_messages')
      .where({ uid: script.meeting.uid, kind: 'reminder' })
      .select<{ id: string }[]>('id');
    const ends = () => Promise.all(rows.map(async ({ id }) => (await read(id)).usefulUntilMs));
    const endMs = script.meeting.startMs - HOUR / 12;
    expect(await ends()).toEqual([endMs, endMs]);
    await script.cancel();
    expect(await ends()).toEqual([-Infinity, -Infinity]);
  });
});

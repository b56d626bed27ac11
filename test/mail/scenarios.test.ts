import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseMime } from '../../adapters/mail/parse-mime.ts';
import { resolveFloating } from '../../domain/ical/read-time.ts';
import { firstSaid, readItip } from '../../domain/itip/inbound.ts';
import { HOUR, MeetingScript } from '../support/meeting-script.ts';
import { scenario, scenarioNames, type ScenarioValues } from '../support/scenarios.ts';
import { learnAddresses } from '../../adapters/postgres/people/person.ts';
import { createWorld, type World } from '../support/world.ts';
import { EXPECTED, type Expected } from './scenario-table.ts';
import { answerOf } from '../support/attendees.ts';

const START = Date.UTC(2026, 10, 24, 14);
const VALUES: ScenarioValues = {
  uid: '4f3c@parley.test',
  attendee: 'attendee@example.org',
  organizer: 'scheduling@parley.test',
  sequence: 3,
  dtstampMs: Date.UTC(2026, 10, 21, 8, 15),
  startMs: START,
  endMs: START + HOUR,
  newStartMs: START + 24 * HOUR,
  newEndMs: START + 25 * HOUR,
  messageId: '<answer-1@example.org>',
  inReplyTo: '<invitation-1@parley.test>',
};

const KINDS: Partial<Record<Expected['says'], string>> = { COUNTER: 'counter', DELEGATED: 'delegation' };

it('every scenario file is in the table, and nothing else', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(scenarioNames());
});

describe('what is read of', () => {
  it.each(Object.entries(EXPECTED))('%s', async (name, expected) => {
    const mail = await parseMime(scenario(name, VALUES));
    const reading = firstSaid(readItip(mail.calendars, mail.from));
    expect(mail).toMatchObject({
      messageId: VALUES.messageId,
      from: expected.from ?? 'attendee@example.org',
      problem: expected.problem ?? null,
      report: null,
      ...(expected.subject && { subject: expected.subject }),
      ...(expected.text && { text: expected.text }),
      ...(expected.language && { language: expected.language }),
    });
    expect(mail.to).toContain('scheduling@parley.test');
    if (expected.says === 'ignored') {
      expect(reading).toMatchObject({ kind: 'ignored', reason: expected.reason });
      return;
    }
    expect(reading).toMatchObject({
      kind: KINDS[expected.says] ?? 'reply',
      uid: VALUES.uid,
      attendee: expected.attendee ?? 'attendee@example.org',
      sentBy: expected.sentBy ?? null,
      sequence: expected.sequence === undefined ? 3 : expected.sequence,
      dtstampMs: VALUES.dtstampMs,
      recurrenceIdMs: expected.instance === undefined ? null : START + expected.instance * HOUR,
      ...(!KINDS[expected.says] && { partstat: expected.says }),
    });
    if (reading.kind === 'counter') {
      expect(resolveFloating(reading.time, 'UTC')).toEqual({
        startMs: VALUES.newStartMs,
        endMs: VALUES.newEndMs,
      });
      expect(reading.note.trim()).toBe(expected.note);
    } else if (reading.kind === 'reply' && expected.note !== undefined) {
      expect(reading.comment.trim()).toBe(expected.note);
    }
  });
});

describe('the meeting after', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world?.stop());

  const send = async (name: string, script: MeetingScript) => {
    const { startMs, endMs } = script.meeting;
    const raw = scenario(name, {
      ...VALUES,
      uid: script.meeting.uid,
      attendee: script.addresses.guest,
      sequence: 0,
      dtstampMs: Math.floor(Date.now() / 1000) * 1000,
      startMs,
      endMs,
      newStartMs: startMs + 24 * HOUR,
      newEndMs: endMs + 24 * HOUR,
      messageId: `<${randomUUID()}@example.org>`,
    });
    const envelope = { from: script.addresses.guest, to: ['scheduling@parley.test'] };
    return world.ingest({ raw, door: 'smtp', envelope, tenantId: null });
  };
  const accepted = ([, { says, needs }]: [string, Expected]) =>
    says !== 'ignored' && says !== 'DELEGATED' && !needs;

  it.each(Object.entries(EXPECTED).filter(accepted))('%s', async (name, { says }) => {
    const script = await MeetingScript.booked(world, { policy: 'soft' });
    expect(await send(name, script)).toEqual({
      understood: says === 'COUNTER' ? 'counter' : 'reply',
      reason: null,
      uid: script.meeting.uid,
    });
    if (says === 'COUNTER') {
      const { proposals } = await script.until((now) => now.proposals.length > 0);
      expect(proposals).toMatchObject([
        {
          proposedBy: 'guest',
          startMs: script.meeting.startMs + 24 * HOUR,
          endMs: script.meeting.endMs + 24 * HOUR,
        },
      ]);
    } else {
      const now = await script.until((state) => answerOf(state, 'guest').partstat !== 'NEEDS-ACTION');
      expect([answerOf(now, 'guest').partstat, answerOf(now, 'host').partstat]).toEqual([
        says,
        'NEEDS-ACTION',
      ]);
    }
  });

  const needing = (needs: Expected['needs']) =>
    Object.entries(EXPECTED).filter(([, expected]) => expected.needs === needs);

  it.each(needing('alias'))('%s, once its sender is known as the attendee’s', async (name, { from }) => {
    const script = await MeetingScript.booked(world, { policy: 'soft' });
    expect(await send(name, script)).toMatchObject({ understood: 'confirm', reason: 'sender-not-attendee' });
    await learnAddresses(world.database, world.tenant.id, {
      email: script.addresses.guest,
      aliases: [from ?? ''],
    });
    expect(await send(name, script)).toMatchObject({ understood: 'reply' });
    await script.until((now) => answerOf(now, 'guest').partstat === 'ACCEPTED');
  });

  it.each(needing('plus-address'))('%s', async (name) => {
    const script = await MeetingScript.booked(world, { guest: 'attendee@example.org' });
    expect(await send(name, script)).toMatchObject({ understood: 'reply' });
    await script.until((now) => answerOf(now, 'guest').partstat === 'ACCEPTED');
    await script.cancel();
  });

  it.each(needing('sender'))('%s', async (name) => {
    const script = await MeetingScript.booked(world);
    expect(await send(name, script)).toMatchObject({ understood: 'counter' });
  });

  it.each(needing('instance'))('%s is as before', async (name) => {
    const script = await MeetingScript.booked(world);
    expect(await send(name, script)).toMatchObject({ understood: 'ignored', reason: 'instance-unknown' });
  });

  it('notes/delegated is as before, and whoever tried is told', async () => {
    const script = await MeetingScript.booked(world);
    expect(await send('notes/delegated', script)).toMatchObject({
      understood: 'reply',
      reason: 'partstat-delegated',
    });
    const [, told] = await script.mail('guest', 2);
    expect(told).toMatchObject({
      subject: expect.stringMatching(
        /^Practice Session — Nobody Can Go in Your Place: Practice, \d+ \w+$/,
      ) as string,
      method: null,
    });
    const state = await script.state();
    expect(answerOf(state, 'guest').partstat).toBe('NEEDS-ACTION');
    expect(state.timeline.at(-1)).toMatchObject({ what: 'delegation-refused', by: 'guest' });
  });

  it('those that say nothing is as before', async () => {
    const script = await MeetingScript.booked(world, { policy: 'soft' });
    for (const [name, expected] of Object.entries(EXPECTED)) {
      if (expected.says !== 'ignored') continue;
      const reason = expected.problem ?? expected.reason;
      expect(await send(name, script)).toMatchObject({ understood: 'ignored', reason });
    }
    expect(await script.state()).toMatchObject({ revision: 1, proposals: [] });
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EngineUnavailable, MeetingNotRunning, MeetingRefused } from '../../activities/meeting/meetings.ts';
import { createMeetingAnswers } from '../../adapters/postgres/answers/answers.ts';
import { createMeetings } from '../../adapters/temporal/meetings.ts';
import type { Command } from '../../workflows/meeting/messages.ts';
import { HOUR, MeetingScript, refusal } from '../support/meeting-script.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world?.stop());

const keysOf = async ({ meeting }: MeetingScript): Promise<string[]> => {
  const rows = await world
    .database('meeting_changes')
    .where({ meeting_id: meeting.id })
    .orderBy('revision')
    .select<{ event_key: string }[]>('event_key');
  return rows.map((row) => row.event_key);
};

const refusalsOf = ({ meeting }: MeetingScript) =>
  world.database('meeting_refusals').where({ meeting_id: meeting.id });

const historyOf = async ({ handle }: MeetingScript) => (await handle.fetchHistory()).events ?? [];

const cancelled = (): Command => ({
  type: 'cancelled',
  key: `cancelled/${randomUUID()}`,
  door: 'api',
  reason: '',
});

const moved = ({ meeting }: MeetingScript, sequence: number, hours: number): Command => ({
  type: 'moved',
  key: `moved/${randomUUID()}`,
  door: 'api',
  sequence,
  startMs: meeting.startMs + hours * HOUR,
  endMs: meeting.endMs + hours * HOUR,
});

const proposed = ({ meeting }: MeetingScript, role: 'host' | 'guest', hours: number): Command => ({
  type: 'proposed',
  key: `propose/${randomUUID()}`,
  door: 'link',
  attendeeId: role,
  proposalId: randomUUID(),
  startMs: meeting.startMs + hours * HOUR,
  endMs: meeting.endMs + hours * HOUR,
  note: '',
  sequence: null,
  linkId: null,
});

const approved = (proposalId: string): Command => ({
  type: 'approved',
  key: `approved/${randomUUID()}`,
  door: 'link',
  attendeeId: 'host',
  proposalId,
  linkId: null,
});

/** What each caller was told: done, a refusal's code, or that no workflow runs. */
async function askAll(script: MeetingScript, commands: Command[], meetings = world.hasty): Promise<string[]> {
  return Promise.all(
    commands.map((command) =>
      meetings.update(script.meeting.uid, command).then(
        () => 'done',
        (error: unknown) => {
          if (error instanceof MeetingRefused) return error.code;
          if (error instanceof MeetingNotRunning) return 'not-running';
          throw error;
        },
      ),
    ),
  );
}

/** Everybody who was told "done" finds their event among the changes, and nobody else does. */
async function everybodyWasToldTheTruth(script: MeetingScript, commands: Command[], told: string[]) {
  const keys = await keysOf(script);
  expect(commands.map(({ key }) => keys.includes(key))).toEqual(told.map((word) => word === 'done'));
}

describe('of many commands at the same moment', () => {
  it('one cancellation wins, and the others learn that it is over', async () => {
    const script = await MeetingScript.booked(world);
    const commands = Array.from({ length: 8 }, cancelled);
    const told = await askAll(script, commands);
    expect(told.filter((word) => word === 'done')).toHaveLength(1);
    expect(told.filter((word) => !['done', 'meeting-over', 'not-running'].includes(word))).toEqual([]);
    await everybodyWasToldTheTruth(script, commands, told);
    await script.handle.result();
  });

  it('one move to a SEQUENCE wins, and a proposal beside it is there or came to nothing by it', async () => {
    const script = await MeetingScript.booked(world);
    const moves = [1, 2, 3, 4].map((hours) => moved(script, 1, hours));
    const proposals = [5, 6].map((hours) => proposed(script, 'guest', hours));
    const commands = [moves[0]!, proposals[0]!, moves[1]!, moves[2]!, proposals[1]!, moves[3]!];
    const told = await askAll(script, commands);
    await everybodyWasToldTheTruth(script, commands, told);
    const toldMoves = told.filter((_, index) => commands[index]!.type === 'moved');
    expect(toldMoves.sort()).toEqual(['done', 'stale-sequence', 'stale-sequence', 'stale-sequence']);
    expect(told.filter((_, index) => commands[index]!.type === 'proposed')).toEqual(['done', 'done']);
    expect(await script.state()).toMatchObject({ sequence: 1 });
  });

  it('one approval wins, unless a cancellation came before', async () => {
    const script = await MeetingScript.booked(world);
    const proposal = await script.propose('guest');
    const commands = [approved(proposal), cancelled(), approved(proposal), cancelled(), approved(proposal)];
    const told = await askAll(script, commands);
    await everybodyWasToldTheTruth(script, commands, told);
    const done = commands.filter((_, index) => told[index] === 'done').map(({ type }) => type);
    expect(done.filter((type) => type === 'cancelled')).toHaveLength(1);
    expect(done.filter((type) => type === 'approved').length).toBeLessThanOrEqual(1);
    await script.handle.result();
    const row = await world
      .database('meetings')
      .where({ id: script.meeting.id })
      .first<{ status: string; sequence: number }>({ status: 'status', sequence: 'ics_sequence' });
    expect(row).toEqual({ status: 'cancelled', sequence: done.length });
  });

  it('each has its answer also while the workflow comes to its end', async () => {
    const scripts = await Promise.all(Array.from({ length: 6 }, () => MeetingScript.booked(world)));
    await Promise.all(
      scripts.map(async (script) => {
        const late = Array.from({ length: 6 }, async (_, index) => {
          await new Promise((resolve) => setTimeout(resolve, index * 25));
          return askAll(script, [proposed(script, 'host', index + 1)]);
        });
        const [cancel, ...others] = await Promise.all([askAll(script, [cancelled()]), ...late]);
        expect(cancel).toEqual(['done']);
        const words = others.flat();
        expect(words.filter((word) => !['done', 'meeting-over', 'not-running'].includes(word))).toEqual([]);
        expect((await script.handle.result()).status).toBe('cancelled');
      }),
    );
  });
});

describe('the same event again', () => {
  it('has the same answer from another process, when the one that asked died', async () => {
    const script = await MeetingScript.booked(world);
    const command = moved(script, 1, 3);
    await script.handle.signal('moveSignal', command, { atMs: Date.now(), callId: randomUUID() });
    expect(await world.meetings.update(script.meeting.uid, command)).toMatchObject({ sequence: 1 });
    expect(await world.meetings.update(script.meeting.uid, command)).toMatchObject({ sequence: 1 });
    expect(await world.hasty.update(script.meeting.uid, command)).toMatchObject({ sequence: 1 });
    expect((await keysOf(script)).filter((key) => key === command.key)).toHaveLength(1);
  });

  it('has the same answer after the meeting is over', async () => {
    const script = await MeetingScript.booked(world);
    const command = cancelled();
    await world.meetings.update(script.meeting.uid, command);
    await script.handle.result();
    expect(await world.meetings.update(script.meeting.uid, command)).toMatchObject({ status: 'cancelled' });
    expect(await world.hasty.update(script.meeting.uid, command)).toMatchObject({ status: 'cancelled' });
  });

  it('is refused again for the same reason, and done once the reason is gone', async () => {
    const other = await MeetingScript.booked(world, { startsInMs: 50 * HOUR });
    const script = await MeetingScript.booked(world, { startsInMs: 60 * HOUR, host: other.addresses.host });
    const time = { startMs: other.meeting.startMs, endMs: other.meeting.endMs };
    const command = { ...moved(script, 1, 0), ...time };
    for (const meetings of [world.hasty, world.hasty, world.meetings])
      expect(await refusal(meetings.update(script.meeting.uid, command))).toBe('host-busy');
    expect(await refusalsOf(script)).toHaveLength(2);
    await other.cancel();
    expect(await world.meetings.update(script.meeting.uid, command)).toMatchObject({ ...time, sequence: 1 });
  });
});

describe('what the database knows', () => {
  it('refuses by itself: a thousand such attempts leave nothing in the history', async () => {
    const script = await MeetingScript.booked(world);
    const other = await MeetingScript.booked(world, { startsInMs: 90 * HOUR, host: script.addresses.host });
    await script.until(({ status }) => status === 'scheduled');
    await expect.poll(async () => (await historyOf(script)).length).toBeGreaterThan(10);
    await script.mail('guest', 1);
    const before = await historyOf(script);
    const { startMs, endMs } = other.meeting;
    const commands: Command[] = [
      { ...proposed(script, 'guest', 0), startMs, endMs } as Command,
      proposed(script, 'guest', 0),
      approved(randomUUID()),
      moved(script, 5, 1),
    ];
    for (let i = 0; i < 5; i += 1)
      expect(await askAll(script, commands, world.meetings)).toEqual([
        'host-busy',
        'time-unchanged',
        'proposal-gone',
        'stale-sequence',
      ]);
    expect(await refusalsOf(script)).toEqual([]);
    const signals = (events: typeof before) =>
      events.filter((event) => event.workflowExecutionSignaledEventAttributes).length;
    expect(signals(await historyOf(script))).toBe(signals(before));
  });

  it('answers also a process that hears no notifications', async () => {
    const meetings = createMeetings(
      world.client,
      {
        temporal: { taskQueuePrefix: 'unused-' },
        delivery: { firstRetryMs: 1, longestRetryMs: 1, giveUpMs: 1 },
      },
      { ...createMeetingAnswers(world.database), lookUp: hastyLook },
    );
    const script = await MeetingScript.booked(world);
    const commands = [moved(script, 1, 2), approved(randomUUID())];
    expect(await askAll(script, commands, meetings)).toEqual(['done', 'proposal-gone']);
  });

  it('tells who asks that the engine does not answer, while no worker runs', async () => {
    const meetings = createMeetings(
      world.client,
      {
        temporal: { taskQueuePrefix: 'nobody-works-here-' },
        delivery: { firstRetryMs: 1, longestRetryMs: 1, giveUpMs: 1 },
        patienceMs: 400,
      },
      createMeetingAnswers(world.database),
    );
    const script = await MeetingScript.create({ ...world, meetings });
    await expect(script.book()).rejects.toBeInstanceOf(EngineUnavailable);
    expect((await script.handle.describe()).status.name).toBe('RUNNING');
    await script.handle.terminate('nobody works there');
  });
});

const hastyLook = async (uid: string) => {
  const row = await world.database('meetings').where({ ics_uid: uid }).first<{ id: string }>('id');
  return { meetingId: row.id, answer: null };
};

it('an update that somebody sends all the same is refused, and nothing is committed by it', async () => {
  const script = await MeetingScript.booked(world);
  await script.until(({ status }) => status === 'scheduled');
  const sent = script.handle.executeUpdate('cancelUpdate', { args: [cancelled()] });
  await expect(sent).rejects.toThrow();
  const events = await historyOf(script);
  expect(events.filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes)).toEqual([]);
  expect(await keysOf(script)).toHaveLength(1);
  expect(await script.cancel()).toMatchObject({ status: 'cancelled' });
});

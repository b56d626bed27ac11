import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../domain/meeting/attendee-id.ts';
import { isThorough } from '../support/rounds.ts';
import { BUDGETS } from '../support/budgets.ts';
import { HOUR, MeetingScript, MINUTE, refusal } from '../support/meeting-script.ts';
import { createWorld, type World } from '../support/world.ts';
import { answerOf, attendeeIn } from '../support/attendees.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ timeSkipping: true });
});
afterAll(() => world?.stop());

/** Far more than a day may have of anything. */
const MANY = isThorough() ? 200 : 80;

/** Longer than what follows within it takes on any machine. */
const PAUSE = HOUR;

const booked = (notesPauseMs: number) =>
  MeetingScript.booked(world, { startsInMs: 200 * HOUR, notesPauseMs });

const timeOf = ({ meeting }: MeetingScript, index: number) => ({
  startMs: meeting.startMs + HOUR + index * MINUTE,
  endMs: meeting.endMs + HOUR + index * MINUTE,
});

const inTurn = async <T>(count: number, act: (index: number) => Promise<T>): Promise<T[]> => {
  const all: T[] = [];
  for (let index = 0; index < count; index += 1) all.push(await act(index));
  return all;
};

/** The kinds of the mails of one party after its invitation, once all that was told is heard and what waits is sent. */
async function mailsOf(script: MeetingScript, role: Role): Promise<string[]> {
  // Signals are heard in their order.
  await script.reply('host', 'TENTATIVE', { sequence: 0, dtstampMs: Date.now() });
  await script.until((now) => answerOf(now, 'host').partstat === 'TENTATIVE', 60_000);
  await world.pass(2 * PAUSE);
  await script.until((now) => attendeeIn(now, role).notes.waiting.length === 0);
  const rows: { kind: string; attendee_id: Role }[] = await world
    .database('outgoing_messages')
    .where({ meeting_id: script.meeting.id, attendee_id: role })
    .orderBy('revision')
    .select('kind');
  await script.mail(role, rows.length);
  expect(world.catcher.count(script.addresses[role])).toBe(rows.length);
  return rows.map(({ kind }) => kind).slice(1);
}

async function signalsTo(script: MeetingScript): Promise<number> {
  const { events } = await script.handle.fetchHistory();
  return (events ?? []).filter((event) => event.workflowExecutionSignaledEventAttributes).length;
}

const many = (count: number, kind: string): string[] => Array.from({ length: count }, () => kind);

describe('of many proposals on one day', () => {
  it('so many as a day may have are mailed, and the others are refused without a trace', async () => {
    const script = await booked(0);
    const made = await inTurn(BUDGETS.proposals, (index) => script.propose('guest', timeOf(script, index)));
    expect(await signalsTo(script)).toBe(1 + BUDGETS.proposals);
    const refused = await inTurn(MANY - made.length, (index) =>
      refusal(script.propose('guest', timeOf(script, index))),
    );
    expect(new Set(refused)).toEqual(new Set(['too-many-proposals']));
    expect(await signalsTo(script)).toBe(1 + BUDGETS.proposals);
    expect(await mailsOf(script, 'host')).toEqual(many(BUDGETS.proposals, 'approval-request'));
    expect((await script.state()).timeline).toContainEqual(
      expect.objectContaining({ what: 'proposals-used-up', by: 'guest' }),
    );
  });

  it('made within the pause two are mailed: the first, and the last that counted', async () => {
    const script = await booked(PAUSE);
    const asked = await Promise.allSettled(
      Array.from({ length: MANY }, (_, index) => script.propose('guest', timeOf(script, index))),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(BUDGETS.proposals);
    expect(await mailsOf(script, 'host')).toEqual(many(2, 'approval-request'));
    const { proposals } = await script.state();
    const [, , last] = await script.mail('host', 3);
    expect(proposals).toHaveLength(1);
    expect(last?.text).toContain('approve?t=');
  });

  it('the counterpart’s are still whole', async () => {
    const script = await booked(0);
    await inTurn(BUDGETS.proposals + 1, (index) =>
      script.propose('guest', timeOf(script, index)).catch(String),
    );
    await script.propose('host');
    expect(await mailsOf(script, 'guest')).toEqual(['approval-request']);
  });

  it('the meeting refuses those who asked a moment too early, too', async () => {
    const script = await booked(0);
    await inTurn(BUDGETS.proposals, (index) => script.propose('guest', timeOf(script, index)));
    expect(await refusal(script.hasty.propose('guest'))).toBe('too-many-proposals');
  });
});

it.each([
  [0, BUDGETS.proposals],
  [PAUSE, 2],
])(
  'of many COUNTERs, with a pause of %i ms, %i are told, and one over the budget is answered',
  async (pauseMs, told) => {
    const script = await booked(pauseMs);
    await inTurn(MANY, (index) => script.counter('guest', timeOf(script, index), 0));
    expect(await mailsOf(script, 'host')).toEqual(many(told, 'approval-request'));
    expect(await mailsOf(script, 'guest')).toEqual(['proposal-refused']);
    const [, refused] = await script.mail('guest', 2);
    expect(refused?.method).toBe('DECLINECOUNTER');
    expect(refused?.text).toContain('as many new times as one day may have');
  },
);

it.each([
  [0, 2 * BUDGETS.proposals],
  [PAUSE, 2],
])('proposed and withdrawn again and again, with a pause of %i ms, is %i mails', async (pauseMs, mails) => {
  const script = await booked(pauseMs);
  await inTurn(MANY / 2, async (index) => {
    const proposal = await script.propose('guest', timeOf(script, index)).catch(() => null);
    if (proposal !== null) await script.withdraw('guest', proposal);
  });
  expect((await mailsOf(script, 'host')).length).toBe(mails);
});

it('of many REFRESHes so many are answered as a day may have', async () => {
  const script = await booked(PAUSE);
  await inTurn(MANY, () => script.refresh('guest'));
  expect(await mailsOf(script, 'guest')).toEqual(many(BUDGETS.refreshes, 'refresh'));
});

describe('60 parallel answers of strangers', () => {
  const replyAddressOf = async (script: MeetingScript): Promise<string> => {
    const [invitation] = await script.mail('guest', 1);
    return /^Reply-To:[^\r\n]*?<([^>]+)>/im.exec(invitation?.raw ?? '')?.[1] ?? '';
  };
  const answer = async (script: MeetingScript, from: (index: number) => string) => {
    const to = await replyAddressOf(script);
    const dtstampMs = Date.now();
    const all = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        script.reply('guest', 'DECLINED', { from: from(index), to, sequence: 0, dtstampMs }),
      ),
    );
    expect(new Set(all.map(({ understood }) => understood))).toEqual(new Set(['confirm']));
  };

  it('are asked about three times a day', async () => {
    const script = await booked(PAUSE);
    await answer(script, (index) => `stranger${index}@else.example`);
    expect(await mailsOf(script, 'guest')).toEqual(many(BUDGETS.questions, 'confirm-answer'));
  });

  it('are asked about once when they are the same of the same sender, whose address the meeting does not learn', async () => {
    const script = await booked(PAUSE);
    await answer(script, () => 'stranger@else.example');
    expect(await mailsOf(script, 'guest')).toEqual(['confirm-answer']);
    expect(JSON.stringify(await script.handle.fetchHistory())).not.toContain('stranger');
  });
});

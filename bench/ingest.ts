import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import { scenario, scenarioNames } from '../test/support/scenarios.ts';
import { EXPECTED } from '../test/mail/scenario-table.ts';
import { watchLoop } from './event-loop.ts';
import { measureImapLatency } from './imap-latency.ts';
import { startIngestStack, type IngestStack } from './ingest-stack.ts';
import type { BenchResult } from './run.ts';
import { median, rounded } from './statistics.ts';

const ROUNDS = 5;
const MESSAGES = 2_000;
/** For each side; ours reads in several threads, and each of them has to be warm. */
const WARM_UP = 6_000;
/** As many as the SMTP door takes at once. */
const AT_ONCE = 200;
const MEETINGS = 200;
const HOUR = 3_600_000;

/**
 * Messages a second through the whole ingest (stored, read, understood, decided, the meeting told) against the least
 * that anybody needs to read the same messages: mailparser with its defaults and ical.js; in turns, in one process.
 * Besides, how long a message takes from its delivery by LMTP to the signal of its meeting; and `loopMs`, the longest that
 * the event loop stood still while we took messages.
 */
export async function run(): Promise<BenchResult> {
  const reading = await measureRates();
  const { p50, p99 } = await measureImapLatency();
  return { ...reading, imapMs: { p50: rounded(p50), p99: rounded(p99) } };
}

async function measureRates(): Promise<BenchResult> {
  const stack = await startIngestStack(MEETINGS);
  const loop = watchLoop();
  try {
    const ours = (messages: Buffer[]) => rate(messages, (raw) => take(stack, raw));
    const peer = (messages: Buffer[]) => rate(messages, readWithPeer);
    await ours(messagesFor(stack, 0, WARM_UP));
    await peer(messagesFor(stack, 0, WARM_UP));
    const rounds: { ours: number; peer: number }[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const messages = messagesFor(stack, round, MESSAGES);
      const [peerFirst, oursFirst] = [round % 2 === 0, round % 2 === 1];
      const watched = () => loop.during(() => ours(messages));
      const before = peerFirst ? await peer(messages) : await watched();
      const after = oursFirst ? await peer(messages) : await watched();
      rounds.push(peerFirst ? { peer: before, ours: after } : { ours: before, peer: after });
      const { ours: mine, peer: theirs } = rounds.at(-1)!;
      process.stderr.write(`round ${round}: ours ${rounded(mine)}, peer ${rounded(theirs)} messages/s\n`);
    }
    const ratios = rounds.map((round) => round.ours / round.peer);
    return {
      bench: 'ingest',
      ours: rounded(median(rounds.map((round) => round.ours))),
      peer: rounded(median(rounds.map((round) => round.peer))),
      unit: 'messages/s',
      // Of the rounds: the machine's load moves both sides of one alike.
      ratio: rounded(median(ratios)),
      loopMs: loop.loopMs(),
    };
  } finally {
    await stack.stop();
  }
}

const names = scenarioNames().filter((name) => EXPECTED[name]?.says !== 'ignored' && !EXPECTED[name]?.needs);

/** The answers of all programs in turns, each a message of its own. */
function messagesFor({ meetings, guest, organizer }: IngestStack, round: number, count: number): Buffer[] {
  return Array.from({ length: count }, (_, i) => {
    const { uid, startMs } = meetings[i % meetings.length]!;
    return scenario(names[i % names.length]!, {
      uid,
      attendee: guest,
      organizer,
      sequence: 0,
      dtstampMs: startMs - HOUR,
      startMs,
      endMs: startMs + HOUR,
      newStartMs: startMs + 24 * HOUR,
      newEndMs: startMs + 25 * HOUR,
      messageId: `<bench-${round}-${i}@example.org>`,
      inReplyTo: '<invitation@parley.example>',
    });
  });
}

/** Messages a second. */
async function rate(messages: Buffer[], each: (raw: Buffer) => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  let next = 0;
  const work = async () => {
    while (next < messages.length) await each(messages[next++]!);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return messages.length / ((performance.now() - startedAt) / 1000);
}

/** @throws Error when a message is not understood: what is refused early would cost nothing */
async function take({ ingest, guest, organizer }: IngestStack, raw: Buffer): Promise<void> {
  const envelope = { from: guest, to: [organizer] };
  const { understood, reason } = await ingest({ raw, door: 'smtp', envelope, tenantId: null });
  if (understood === 'ignored') throw new Error(`a message was ignored: ${reason}`);
}

async function readWithPeer(raw: Buffer): Promise<void> {
  const { attachments } = await simpleParser(raw);
  const calendar = attachments.find(({ contentType, filename }) =>
    /calendar|ics/.test(`${contentType} ${filename ?? ''}`),
  );
  if (!calendar) throw new Error('a message without a calendar');
  // Of no charset but UTF-8 it can make nothing, and ical.js throws.
  const text = calendar.content.toString('utf8');
  if (text.includes('BEGIN:VCALENDAR')) ICAL.parse(text);
}

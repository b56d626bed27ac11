import type { BenchStack } from '../bench-stack.ts';
import { isDone, type Asked } from './asking.ts';
import type { Life } from './life.ts';

/** What went wrong in one life. */
export interface Verdict {
  /** Told "refused", and it was done; or one of several had to win, and none did. */
  refusedByMistake: number;
  /** More than one won, or a message was delivered more often than it was prepared. */
  doubled: number;
  /** Told "done", and it was not; or never answered; or a message was not delivered. */
  lost: number;
}

/** Compares what everybody was told with what the database has, and both with the mail that arrived. */
export async function judge(stack: BenchStack, { script, asked, winners }: Life): Promise<Verdict> {
  const { uid, id } = script.meeting;
  const changes = await stack
    .database('meeting_changes')
    .where({ meeting_id: id })
    .select<{ key: string }[]>({ key: 'event_key' });
  const keys = new Set(changes.map(({ key }) => key));
  const answered = asked.filter(({ told }) => told !== 'unanswered');
  const count = (wanted: (one: Asked) => boolean): number => answered.filter(wanted).length;
  const messages = await stack
    .database('outgoing_messages')
    .where({ uid })
    .select<{ role: 'host' | 'guest' }[]>({ role: 'attendee_id' });
  const arrived = (['host', 'guest'] as const).map(
    (role) =>
      stack.catcher.count(script.addresses[role]) -
      messages.filter((message) => message.role === role).length,
  );
  const over = (numbers: number[]): number => numbers.filter((number) => number > 0).length;
  return {
    refusedByMistake: count((one) => !isDone(one) && keys.has(one.key)) + over(winners.map((won) => 1 - won)),
    doubled: over(winners.map((won) => won - 1)) + over(arrived),
    lost:
      count((one) => isDone(one) && !keys.has(one.key)) +
      (asked.length - answered.length) +
      over(arrived.map((number) => -number)),
  };
}

import { setTimeout as wait } from 'node:timers/promises';
import { processTimes, timesBetween, type ProcessTimes } from './process-times.ts';

/** A life whose first part is done, up to the approval; the rest comes by itself, and `end` waits for it. */
export interface OpenedLife {
  workflowId: string;
  /** From the proposal to its approval. */
  approvalMs: number;
  end: () => Promise<unknown>;
}

/**
 * Does a life's first part.
 *
 * @param leadMs between the proposal and the start that it asks for
 * @returns null when the approval came after that start
 */
export type OpenLife = (leadMs: number) => Promise<OpenedLife | null>;

export interface Load {
  /** How many lives are being opened at any time: enough to keep the processors busy. */
  atOnce: number;
  leadMs: number;
  /** From the approved start to the close. */
  lengthMs: number;
  /** How long closes are counted, while lives are still being opened. */
  countMs: number;
}

export interface Throughput {
  /** Lives closed a second while as many were being opened. */
  livesPerSecond: number;
  /** The lives that were closed while it was counted. */
  workflowIds: string[];
  /** How many came too late for their start, and are no lives. */
  late: number;
  /** The longest between a proposal and its approval. */
  longestApprovalMs: number;
  /** Processor time of each program for one life. */
  cpuMs: ProcessTimes;
}

/**
 * Whole lives a second. Lives are opened all the time, and those that wait for their start are beside them and hold
 * nobody up. Closes are counted from the moment when the first lives have waited, until the opening stops: in that
 * stretch each second holds the work of whole lives, and no time in which there is nothing to do.
 */
export async function throughput(
  { atOnce, leadMs, lengthMs, countMs }: Load,
  open: OpenLife,
): Promise<Throughput> {
  const countFrom = performance.now() + 2 * (leadMs + lengthMs);
  const countUntil = countFrom + countMs;
  const workflowIds: string[] = [];
  const ends: Promise<void>[] = [];
  let late = 0;
  let longestApprovalMs = 0;
  const follow = async ({ workflowId, end }: OpenedLife): Promise<void> => {
    await end();
    const now = performance.now();
    if (now >= countFrom && now < countUntil) workflowIds.push(workflowId);
  };
  const openUntilTime = async (): Promise<void> => {
    while (performance.now() < countUntil) {
      const life = await open(leadMs);
      if (life === null) late += 1;
      else {
        longestApprovalMs = Math.max(longestApprovalMs, life.approvalMs);
        ends.push(follow(life));
      }
    }
  };
  const used = usedBetween(countFrom, countUntil);
  const opening = await Promise.allSettled(Array.from({ length: atOnce }, openUntilTime));
  const closing = await Promise.allSettled(ends);
  const failed = [...opening, ...closing].find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  const lives = workflowIds.length;
  const cpuMs = Object.fromEntries(
    Object.entries(await used).map(([program, ms]) => [program, Math.round(ms / lives)]),
  );
  return { livesPerSecond: lives / (countMs / 1000), workflowIds, late, longestApprovalMs, cpuMs };
}

/** @param from and `until` on performance.now()'s clock */
async function usedBetween(from: number, until: number): Promise<ProcessTimes> {
  const at = (moment: number) => wait(Math.max(0, moment - performance.now()));
  await at(from);
  const before = processTimes();
  await at(until);
  return timesBetween(before, processTimes());
}

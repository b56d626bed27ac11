import { readdirSync, readFileSync } from 'node:fs';

/** What the kernel counts processor time in: a hundredth of a second, on every Linux that Node runs on. */
const TICK_MS = 10;

/** Processor time by program, in ms. */
export type ProcessTimes = Record<string, number>;

/**
 * What this process and those that it started have used so far, by the name of the program; of those that have ended,
 * what their parent waited for. Linux only (/proc).
 */
export function processTimes(): ProcessTimes {
  const running = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readStat(name) ?? []) : []));
  const ours = new Set([process.pid]);
  const times: ProcessTimes = {};
  // A parent has nearly always the lower number; once more for where the numbers began anew.
  for (let round = 0; round < 2; round += 1) {
    for (const { pid, parent } of running) if (ours.has(parent)) ours.add(pid);
  }
  for (const { pid, program, usedMs } of running) {
    if (ours.has(pid)) times[program] = (times[program] ?? 0) + usedMs;
  }
  return times;
}

/** @returns what was used between two readings */
export const timesBetween = (before: ProcessTimes, after: ProcessTimes): ProcessTimes =>
  Object.fromEntries(Object.entries(after).map(([name, ms]) => [name, ms - (before[name] ?? 0)]));

/** @returns null for a process that has ended meanwhile */
function readStat(pid: string) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in brackets and may hold anything (proc(5)).
    const nameEnd = stat.lastIndexOf(')');
    const fields = stat.slice(nameEnd + 2).split(' ');
    // After the name: state, parent, … utime (12th), stime, and both of children that ended.
    const [utime, stime, cutime, cstime] = fields.slice(11, 15).map(Number) as [
      number,
      number,
      number,
      number,
    ];
    return {
      pid: Number(pid),
      parent: Number(fields[1]),
      program: stat.slice(stat.indexOf('(') + 1, nameEnd),
      usedMs: (utime + stime + cutime + cstime) * TICK_MS,
    };
  } catch {
    return null;
  }
}

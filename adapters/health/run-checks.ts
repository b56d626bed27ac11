import { found, PARTS, type Finding, type Part } from './finding.ts';

/** Looks at one part. What it throws is a finding, too. */
export interface Check {
  part: Part;
  /** @param signal aborts when its time is over */
  look: (signal: AbortSignal) => Promise<Finding[]>;
}

const PATIENCE_MS = 10_000;

/**
 * Runs checks side by side, each for so long at most; one that fails, or never ends, stops no other.
 *
 * @param patienceMs of each, in ms
 * @returns what they found, by part
 */
export async function runChecks(checks: readonly Check[], patienceMs = PATIENCE_MS): Promise<Finding[]> {
  const findings = (await Promise.all(checks.map((check) => withinTime(check, patienceMs)))).flat();
  return PARTS.flatMap((part) => findings.filter((finding) => finding.part === part));
}

async function withinTime({ part, look }: Check, patienceMs: number): Promise<Finding[]> {
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Finding[]>((resolve) => {
    timer = setTimeout(() => {
      ending.abort();
      resolve([found(part, 'no-answer', { seconds: Math.round(patienceMs / 1000) })]);
    }, patienceMs);
  });
  try {
    return await Promise.race([look(ending.signal), late]);
  } catch (error) {
    return [found(part, 'check-failed', { detail: codeOf(error) })];
  } finally {
    clearTimeout(timer);
  }
}

/** Its code, or its kind: what it says may have a secret or an address in it. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code, cause } = error as NodeJS.ErrnoException & { cause?: unknown };
  if (typeof code === 'string' || typeof code === 'number') return String(code);
  return cause instanceof Error ? codeOf(cause) : error.name;
}

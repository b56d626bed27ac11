import { killServices } from '../workers/embedded/service.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** One Ctrl-C arrives twice under `npm start`: from the terminal, and passed on by npm. */
const SAME_PRESS_MS = 1000;

export interface Shutdown {
  /** Aborts at the first signal. */
  readonly signal: AbortSignal;
  /** Resolves at the first signal. */
  readonly requested: Promise<void>;
}

/**
 * From now on the first SIGINT, SIGTERM or SIGHUP asks for an orderly end, and a second one ends the process at once, taking
 * the services with it.
 */
export function listenForShutdown(): Shutdown {
  const controller = new AbortController();
  let firstAt: number | undefined;
  const requested = new Promise<void>((resolve) => {
    for (const name of SIGNALS) {
      process.on(name, () => {
        firstAt ??= Date.now();
        if (!controller.signal.aborted) {
          controller.abort();
          resolve();
        } else if (Date.now() - firstAt > SAME_PRESS_MS) {
          killServices();
          process.exit(130);
        }
      });
    }
  });
  return { signal: controller.signal, requested };
}

/** Runs the steps one after the other, each at most for so long, and goes on after one that fails. */
export async function stopInOrder(
  steps: readonly { name: string; stop: () => Promise<void>; withinMs: number }[],
  report: (problem: string) => void,
): Promise<void> {
  for (const { name, stop, withinMs } of steps) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`took longer than ${withinMs / 1000} s`)), withinMs);
    });
    try {
      await Promise.race([stop(), late]);
    } catch (error) {
      report(`Stopping ${name}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      clearTimeout(timer);
    }
  }
}

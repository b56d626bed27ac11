import { setTimeout as wait } from 'node:timers/promises';
import type { Service } from '../../../workers/embedded/service.ts';

/** @throws Error with its last words when it ended, or does not answer within 30 seconds */
export async function untilAnswers(origin: string, service: Service): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end && !service.hasEnded();) {
    const answer = await fetch(origin, { method: 'OPTIONS' }).catch(() => undefined);
    if (answer) return;
    await wait(50);
  }
  throw new Error(`it did not start: ${service.lastWords()}`);
}

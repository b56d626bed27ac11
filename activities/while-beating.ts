import { heartbeat } from '@temporalio/activity';

const BEAT_MS = 3_000;

/** Tells the server that the work goes on, so that it notices a dead worker within seconds and gives the work to another. */
export async function whileBeating<T>(work: () => Promise<T>): Promise<T> {
  const beating = setInterval(() => heartbeat(), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beating);
  }
}

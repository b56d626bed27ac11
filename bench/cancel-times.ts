import { MeetingScript } from '../test/support/meeting-script.ts';
import type { BenchStack } from './bench-stack.ts';

export interface CancelTime {
  /** From the moment when the DECLINED mail is accepted, in ms. */
  acceptedMs: number;
  /** From the moment when it is handed in, in ms. */
  handedInMs: number;
}

/** How soon the mail server has both CANCELs after one party declined, for meetings one after the other. */
export async function cancelTimes(stack: BenchStack, meetings: number): Promise<CancelTime[]> {
  const times: CancelTime[] = [];
  for (let i = 0; i < meetings; i += 1) times.push(await cancelTime(stack));
  return times;
}

async function cancelTime(stack: BenchStack): Promise<CancelTime> {
  const script = await MeetingScript.booked(stack);
  await delivered(stack, script, 1);
  const cancels = delivered(stack, script, 2);
  const handedInAt = performance.now();
  await script.reply('guest', 'DECLINED', { sequence: 0 });
  const acceptedAt = performance.now();
  const cancelledAt = await cancels;
  return { acceptedMs: Math.max(0, cancelledAt - acceptedAt), handedInMs: cancelledAt - handedInAt };
}

/** When both parties had so many messages, on performance.now()'s clock. */
function delivered(stack: BenchStack, script: MeetingScript, count: number): Promise<number> {
  const both = (): boolean =>
    Object.values(script.addresses).every((address) => stack.catcher.count(address) >= count);
  return new Promise((resolve) => {
    if (both()) return resolve(performance.now());
    const stopListening = stack.catcher.onDelivery(() => {
      if (!both()) return;
      stopListening();
      resolve(performance.now());
    });
  });
}

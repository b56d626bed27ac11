import { median, quantile, rounded } from '../statistics.ts';
import type { DavRequest, Found } from './client.ts';
import type { Clients } from './clients.ts';
import type { Target } from './targets.ts';

/** What is asked of a target. */
export interface Question {
  request(target: Target): DavRequest;
  clients: number;
  durationMs: number;
  /** Where counting begins; where the run has come to, otherwise. */
  first?: number;
}

export interface Compared {
  ours: number;
  peer: number;
  /** The median of the rounds' ratios. */
  ratio: number;
  spread: number[];
  p99Ms: { ours: number; peer: number };
}

/** Asks both in turn, the first of a pair alternating, after a round each that does not count. */
export async function compare(
  ask: Asker,
  { ours, peer }: { ours: Target; peer: Target },
  question: Question,
  pairs: number,
): Promise<Compared> {
  await ask(ours, question);
  await ask(peer, question);
  const found: { ours: Found; peer: Found }[] = [];
  for (let round = 0; round < pairs; round++) {
    if (round % 2 === 0) found.push({ ours: await ask(ours, question), peer: await ask(peer, question) });
    else {
      const first = await ask(peer, question);
      found.push({ ours: await ask(ours, question), peer: first });
    }
  }
  const ratios = found.map((pair) => pair.ours.perSecond / pair.peer.perSecond);
  const of = (side: 'ours' | 'peer') => ({
    perSecond: rounded(median(found.map((pair) => pair[side].perSecond))),
    p99: rounded(
      quantile(
        found.flatMap((pair) => pair[side].timesMs),
        0.99,
      ),
    ),
  });
  return {
    ours: of('ours').perSecond,
    peer: of('peer').perSecond,
    ratio: rounded(median(ratios)),
    spread: ratios.sort((a, b) => a - b).map(rounded),
    p99Ms: { ours: of('ours').p99, peer: of('peer').p99 },
  };
}

export type Asker = (target: Target, question: Question) => Promise<Found>;

/** Counts on over the whole run. */
export function asker(clients: Clients): Asker {
  let next = 0;
  return async (target, { request, ...how }) => {
    const found = await clients.load({
      first: next,
      origin: target.origin,
      request: request(target),
      ...how,
    });
    next += found.requests;
    return found;
  };
}

import type { Clock } from './zone.ts';

/** There are some 600 zones in the world, and no calendar names them all; each that is new has to be looked for. */
const MOST_ZONES = 300;

/**
 * Finds each clock once, and of so many names that nobody means them all no more than that.
 *
 * @param find null: nobody knows a zone of that TZID
 */
export function knownClocks(find: (tzid: string) => Clock | null): (tzid: string) => Clock | null {
  const known = new Map<string, Clock | null>();
  return (tzid) => {
    const clock = known.get(tzid);
    if (clock !== undefined) return clock;
    if (known.size >= MOST_ZONES) return null;
    const found = find(tzid);
    known.set(tzid, found);
    return found;
  };
}

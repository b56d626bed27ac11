import { describe, it } from 'vitest';
import { playOnBroker } from '../support/play-on-broker.ts';
import { ORGANIZER_OF_SERIES } from '../support/scenarios/organizer-series.ts';
import { ORGANIZER } from '../support/scenarios/organizer.ts';

describe('an organizer', () => {
  it.each([...ORGANIZER, ...ORGANIZER_OF_SERIES].map((one) => [one.name, one] as const))('%s', (_name, one) =>
    playOnBroker(one),
  );
});

import { describe, it } from 'vitest';
import { playOnBroker } from '../support/play-on-broker.ts';
import { ATTENDEE_RULES } from '../support/scenarios/attendee-rules.ts';
import { ATTENDEE } from '../support/scenarios/attendee.ts';

describe('an attendee', () => {
  it.each([...ATTENDEE, ...ATTENDEE_RULES].map((one) => [one.name, one] as const))('%s', (_name, one) =>
    playOnBroker(one),
  );
});

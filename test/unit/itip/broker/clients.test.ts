import { describe, it } from 'vitest';
import { playOnBroker } from '../support/play-on-broker.ts';
import { CLIENTS } from '../support/scenarios/clients.ts';

describe('scheduling', () => {
  it.each(CLIENTS.map((one) => [one.name, one] as const))('%s', (_name, one) => playOnBroker(one));
});

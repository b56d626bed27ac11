import { describe, it } from 'vitest';
import { playOnBroker } from '../support/play-on-broker.ts';
import { RFC5546_EVENTS } from '../support/scenarios/rfc5546-events.ts';
import { RFC5546_INSTANCES } from '../support/scenarios/rfc5546-instances.ts';
import { RFC5546_RECURRING } from '../support/scenarios/rfc5546-recurring.ts';
import { RFC5546_TODOS } from '../support/scenarios/rfc5546-todos.ts';
import { RFC6638 } from '../support/scenarios/rfc6638.ts';

describe.each([
  ['RFC 5546', [...RFC5546_EVENTS, ...RFC5546_RECURRING, ...RFC5546_INSTANCES, ...RFC5546_TODOS]],
  ['RFC 6638', RFC6638],
] as const)('an example of %s', (_rfc, examples) => {
  it.each(examples.map((one) => [one.name, one] as const))('%s', (_name, one) => playOnBroker(one));
});

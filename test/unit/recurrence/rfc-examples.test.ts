import { expect, it } from 'vitest';
import { firstInstances, instancesBetween } from '../../../domain/recurrence/instances.ts';
import { RFC_EXAMPLES, startsOf } from './rfc-examples.ts';
import { DAY, NEW_YORK, series, shown, time } from './support.ts';

it.each(RFC_EXAMPLES.map((example) => [example.says, example] as const))('%s', (_, example) => {
  const set = series(time(example.start ?? '1997-09-02T09:00', NEW_YORK), {
    rules: example.rules,
    exDates: example.exDate === undefined ? [] : [time(example.exDate, NEW_YORK)],
  });
  const expected = startsOf(example);
  const first = firstInstances(set, expected.length);
  expect(first.instances.map(({ startMs }) => shown(NEW_YORK, startMs))).toEqual(expected);
  expect(first.complete).toBe(!example.goesOn);
  // A window finds each of them by itself.
  for (const { startMs } of first.instances) {
    const { instances } = instancesBetween(set, startMs, startMs + 1);
    expect(instances.map((instance) => instance.startMs)).toEqual([startMs]);
  }
  expect(instancesBetween(set, first.instances[0]!.startMs - 400 * DAY, first.instances[0]!.startMs)).toEqual(
    {
      instances: [],
      complete: true,
    },
  );
});

import type { Logger } from 'pino';
import type { Config } from '../../config/index.ts';
import { createReading, type Reading } from './reading.ts';

/** The threads of this process, as configured; they are started at once. */
export function configuredReading({ reading: settings }: Pick<Config, 'reading'>, log: Logger): Reading {
  const reading = createReading({
    ...settings,
    onThreadEnd: (why) => log.warn({ why }, 'a thread that read what somebody sent has ended'),
  });
  reading.warm();
  return reading;
}

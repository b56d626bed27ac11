import { Counter, Gauge, type Registry } from 'prom-client';
import type { Reading } from '../reading/reading.ts';

/** Shows how the reading of mail and feeds goes in this process. */
export function showReading(reading: Reading, registry: Registry): void {
  new Gauge({
    name: 'parley_reading_waiting',
    help: 'Messages and feeds that wait to be read in this process.',
    registers: [registry],
    collect() {
      this.set(reading.waiting());
    },
  });
  new Counter({
    name: 'parley_reading_threads_ended_total',
    help: 'Threads that were ended by what they read, or died of it, by reason.',
    labelNames: ['reason'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [reason, count] of Object.entries(reading.threadsEnded())) this.inc({ reason }, count);
    },
  });
}

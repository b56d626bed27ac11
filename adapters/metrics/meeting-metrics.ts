import { Gauge, type Registry } from 'prom-client';

/** Meetings that stand still. Every worker that looks shows the same number. */
export const createStandingStillGauge = (registry: Registry): Gauge =>
  new Gauge({
    name: 'parley_meetings_standing_still',
    help: 'Meetings that should have gone on minutes ago, while nothing is under way in their workflow.',
    registers: [registry],
  });

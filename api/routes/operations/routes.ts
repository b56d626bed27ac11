import { metricsText } from '../../../queries/metrics.ts';
import type { ReadinessCheck } from '../../deps.ts';
import { Problem } from '../../middleware/problem.ts';
import { z } from '../fields.ts';
import { defineRoute, type Route } from '../route.ts';

const PATIENCE_MS = 3_000;

const healthRoute = defineRoute({
  method: 'get',
  path: '/healthz',
  operationId: 'getLiveness',
  resource: 'Operations',
  summary: 'Whether the process is alive',
  auth: { kind: 'none' },
  answer: { status: 200, description: 'It is.', schema: z.strictObject({ status: z.literal('ok') }) },
  problems: [],
  handler: () => Promise.resolve({ status: 'ok' as const }),
});

const readyRoute = defineRoute({
  method: 'get',
  path: '/readyz',
  operationId: 'getReadiness',
  resource: 'Operations',
  summary: 'Whether everything that is needed is there',
  auth: { kind: 'none' },
  answer: {
    status: 200,
    description: 'Everything is.',
    schema: z.strictObject({ status: z.literal('ready'), parts: z.array(z.string()) }),
  },
  problems: ['not-ready'],
  handler: async ({ deps }) => {
    const missing = await missingParts(deps.readiness);
    if (missing.length > 0) {
      throw new Problem('not-ready', `Missing: ${missing.join(', ')}.`, {
        members: { missing },
        headers: { 'Retry-After': '2' },
      });
    }
    return { status: 'ready' as const, parts: deps.readiness.map((part) => part.name) };
  },
});

const metricsRoute = defineRoute({
  method: 'get',
  path: '/metrics',
  operationId: 'getMetrics',
  resource: 'Operations',
  summary: 'Metrics for Prometheus',
  auth: { kind: 'none' },
  answer: {
    status: 200,
    description: 'No label carries an address.',
    type: 'text/plain; version=0.0.4; charset=utf-8',
    schema: z.string(),
  },
  problems: [],
  handler: ({ deps }) => metricsText(deps),
});

async function missingParts(parts: readonly ReadinessCheck[]): Promise<string[]> {
  const there = await Promise.all(parts.map(isThere));
  return parts.filter((_part, index) => !there[index]).map((part) => part.name);
}

async function isThere(part: ReadinessCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, false);
  });
  try {
    return (await Promise.race([part.check(), late])) !== false;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

export const operationRoutes: readonly Route[] = [healthRoute, readyRoute, metricsRoute];

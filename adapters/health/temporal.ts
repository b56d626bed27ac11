import type { Client } from '@temporalio/client';
import { missingSearchAttributes } from '../temporal/search-attributes.ts';
import { createQueueChecks } from '../temporal/pollers.ts';
import { found, type Finding } from './finding.ts';
import { codeOf, type Check } from './run-checks.ts';

/** What gRPC's status codes say. */
const GRPC: Record<string, string> = {
  4: 'DEADLINE_EXCEEDED',
  5: 'NOT_FOUND',
  7: 'PERMISSION_DENIED',
  14: 'UNAVAILABLE',
  16: 'UNAUTHENTICATED',
};
/** Beyond it a call that waits for a connection is given up. */
const PATIENCE_MS = 8_000;

interface Options {
  /** Null: none is configured. */
  client: Client | null;
  taskQueuePrefix: string;
}

/** The Temporal server, its namespace, and the search attributes there. */
export const temporalCheck = ({ client }: Pick<Options, 'client'>): Check => ({
  part: 'temporal',
  async look() {
    if (!client) return [found('temporal', 'temporal-missing')];
    const { namespace } = client.options;
    return client.withDeadline(Date.now() + PATIENCE_MS, async () => {
      try {
        await client.workflowService.describeNamespace({ namespace });
      } catch (error) {
        const code = codeOf(error);
        const detail = GRPC[code] ?? code;
        return detail === 'NOT_FOUND'
          ? [found('temporal', 'temporal-no-namespace', { subject: namespace })]
          : [found('temporal', 'temporal-unreachable', { detail })];
      }
      return [found('temporal', 'temporal-fine', { subject: namespace }), await attributes(client)];
    });
  },
});

async function attributes({ connection, options: { namespace } }: Client): Promise<Finding> {
  const missing = await missingSearchAttributes(connection, namespace);
  return missing.length === 0
    ? found('temporal', 'attributes-fine')
    : found('temporal', 'attributes-missing', { names: missing.map(({ name }) => name).join(', ') });
}

/** Whether some worker runs each task queue. */
export const workersCheck = ({ client, taskQueuePrefix }: Options): Check => ({
  part: 'workers',
  async look() {
    if (!client) return [found('workers', 'needs-another', { needed: 'Temporal' })];
    return client
      .withDeadline(Date.now() + PATIENCE_MS, () =>
        Promise.all(
          createQueueChecks(client, taskQueuePrefix).map(async ({ queue, isRun }) =>
            found('workers', (await isRun()) ? 'queue-fine' : 'queue-unwatched', { subject: queue }),
          ),
        ),
      )
      .catch(() => [found('workers', 'needs-another', { needed: 'Temporal' })]);
  },
});

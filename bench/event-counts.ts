import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';

/** The events of a workflow's history by type, in the server's order of types. */
export type EventCounts = Record<string, number>;

export async function countEvents(client: Client, workflowId: string): Promise<EventCounts> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  const counts: EventCounts = {};
  for (const { eventType } of events ?? []) {
    const name = proto.temporal.api.enums.v1.EventType[eventType ?? 0]!;
    const word = name.replace('EVENT_TYPE_', '').toLowerCase();
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

export const totalOf = (counts: EventCounts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/**
 * What a life is made of, each by the types that count as it. Workflow tasks are left out: the server makes one of
 * whatever comes together, and whether a timer is started that another one replaces depends on that. What is told and
 * what is asked is the same for both; the peer is asked by updates, because it has no database to answer from.
 */
const SUBSTANCE = {
  activities: ['activity_task_completed'],
  'local activities': ['marker_recorded'],
  'timers fired': ['timer_fired'],
  'told or asked': ['workflow_execution_signaled', 'workflow_execution_update_accepted'],
};

/** The parts of which one has more than the other, with both numbers. */
export const differences = (ours: EventCounts, peer: EventCounts): string[] =>
  Object.entries(SUBSTANCE).flatMap(([part, types]) => {
    const [mine, theirs] = [ours, peer].map((counts) =>
      types.reduce((sum, type) => sum + (counts[type] ?? 0), 0),
    );
    return mine === theirs ? [] : [`${part}: ours ${mine}, peer ${theirs}`];
  });

export const describeCounts = (counts: EventCounts): string =>
  `${totalOf(counts)} events: ${Object.entries(counts)
    .map(([type, count]) => `${count} ${type}`)
    .join(', ')}`;

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

/** What a life is made of. Workflow tasks are left out: the server makes one of whatever comes together. */
const SUBSTANCE = [
  'activity_task_scheduled',
  'activity_task_completed',
  'marker_recorded', // local activities
  'timer_started',
  'timer_fired',
  'workflow_execution_signaled',
  'workflow_execution_update_accepted',
  'workflow_execution_update_completed',
];

/** The types of which one has more than the other, with both numbers. */
export const differences = (ours: EventCounts, peer: EventCounts): string[] =>
  SUBSTANCE.filter((type) => (ours[type] ?? 0) !== (peer[type] ?? 0)).map(
    (type) => `${type}: ours ${ours[type] ?? 0}, peer ${peer[type] ?? 0}`,
  );

export const describeCounts = (counts: EventCounts): string =>
  `${totalOf(counts)} events: ${Object.entries(counts)
    .map(([type, count]) => `${count} ${type}`)
    .join(', ')}`;

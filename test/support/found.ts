import type { Client } from '@temporalio/client';

/**
 * The workflows that an operator finds by a search attribute, once so many are there: what is searched follows soon after what
 * happened, not at once.
 *
 * @returns their ids; those that there are after 15 seconds, when they do not become as many
 */
export async function foundBy(
  client: Client,
  attributes: Record<string, string>,
  count = 1,
): Promise<string[]> {
  const query = Object.entries(attributes)
    .map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
    .join(' AND ');
  for (const end = Date.now() + 15_000; ;) {
    const ids: string[] = [];
    for await (const { workflowId } of client.workflow.list({ query })) ids.push(workflowId);
    if (ids.length === count || Date.now() > end) return ids;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

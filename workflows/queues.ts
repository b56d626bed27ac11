/**
 * The task queues; a worker runs some of them or all. `calendars` is a name to come: what it will carry (deliveries of
 * CalDAV, connected calendars) is not there yet.
 */
export const QUEUES = ['meetings', 'mail', 'feeds', 'webhooks', 'calendars'] as const;
export type Queue = (typeof QUEUES)[number];

/** Those that something is put on, each of which some worker has to run. */
export const QUEUES_IN_USE = ['meetings', 'mail', 'feeds', 'webhooks'] as const satisfies readonly Queue[];
export type QueueInUse = (typeof QUEUES_IN_USE)[number];

/**
 * The name that Temporal knows a queue by.
 *
 * @param prefix keeps installations apart that share a namespace: TEMPORAL_TASK_QUEUE_PREFIX
 */
export const taskQueueOf = (prefix: string, queue: Queue): string => `${prefix}${queue}`;

/** The prefix in the name of a queue; the inverse of `taskQueueOf`. */
export const prefixOf = (taskQueue: string, queue: Queue): string => taskQueue.slice(0, -queue.length);

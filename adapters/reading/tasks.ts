/**
 * What is done in threads: all work on the content of what strangers send. Each takes and gives plain data. They are
 * loaded when they are first asked for, since some of their libraries take half a second.
 */
const TASKS = {
  mail: async () => (await import('./mail-tasks.ts')).readMail,
  writtenText: async () => (await import('./mail-tasks.ts')).readWrittenText,
  timeInText: async () => (await import('./time-tasks.ts')).readTimeInText,
  calendarText: async () => (await import('./feed-tasks.ts')).readCalendarText,
  feed: async () => (await import('./feed-tasks.ts')).readFeedText,
} as const;

export type TaskName = keyof typeof TASKS;

type Task<N extends TaskName> = Awaited<ReturnType<(typeof TASKS)[N]>>;

export type TaskInput<N extends TaskName> = Parameters<Task<N>>[0];
export type TaskResult<N extends TaskName> = Awaited<ReturnType<Task<N>>>;

/** @throws Error when there is no such task */
export async function loadTask(name: string): Promise<(input: unknown) => unknown> {
  if (!Object.hasOwn(TASKS, name)) throw new Error(`there is no task ${name}`);
  return (await TASKS[name as TaskName]()) as (input: unknown) => unknown;
}

/**
 * What is done in threads: all work on the content of what strangers send. Each takes and gives plain data. They are
 * loaded when they are first asked for, since some of their libraries take half a second.
 */
const TASKS = {
  mail: async () => (await import('./mail-tasks.ts')).readMail,
  writtenText: async () => (await import('./mail-tasks.ts')).readWrittenText,
  calendars: async () => (await import('./mail-tasks.ts')).readCalendars,
  timeInText: async () => (await import('./time-tasks.ts')).readTimeInText,
  calendarText: async () => (await import('./feed-tasks.ts')).readCalendarText,
  feed: async () => (await import('./feed-tasks.ts')).readFeedText,
  holidays: async () => (await import('./feed-tasks.ts')).readHolidayText,
} as const;

export type TaskName = keyof typeof TASKS;

type Task<N extends TaskName> = Awaited<ReturnType<(typeof TASKS)[N]>>;

export type TaskInput<N extends TaskName> = Parameters<Task<N>>[0];
export type TaskResult<N extends TaskName> = Awaited<ReturnType<Task<N>>>;

const loaded = new Map<string, (input: unknown) => unknown>();

/** Each is kept: looking for a module that is there already takes as long as reading a small mail. */
export async function loadTask(name: TaskName): Promise<(input: unknown) => unknown> {
  const task = loaded.get(name) ?? ((await TASKS[name]()) as (input: unknown) => unknown);
  loaded.set(name, task);
  return task;
}

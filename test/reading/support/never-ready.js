// A thread that never gets as far as to take a job.
setInterval(() => undefined, 1_000);
await new Promise(() => undefined);

export default () => [];

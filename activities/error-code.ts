/** The kind of a failure; its text may name a host or a mailbox, or quote a message, and is written down nowhere. */
export const errorCode = (error: unknown): string =>
  error instanceof Error ? String((error as NodeJS.ErrnoException).code ?? error.name) : 'unknown';

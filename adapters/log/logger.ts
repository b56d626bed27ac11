import pino, { type Logger } from 'pino';

/** Where an address or a secret could hide when somebody logs a whole object by mistake. */
const REDACTED = ['email', 'attendeeEmail', 'token', 'raw', 'authorization'].flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
]);

/**
 * The program's log: JSON lines. Addresses are never logged at info level or above.
 *
 * @param options.destination where the lines go; standard output when absent
 */
export function createLogger(options: {
  level: string;
  name?: string;
  destination?: pino.DestinationStream;
}): Logger {
  const settings: pino.LoggerOptions = {
    level: options.level,
    base: options.name ? { part: options.name } : {},
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: REDACTED, censor: '(hidden)' },
    serializers: { error: pino.stdSerializers.err },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}

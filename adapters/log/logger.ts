import pino, { type Logger } from 'pino';
import { hideAddresses } from '../../domain/meeting/privacy.ts';

/** Where an address or a secret could hide when somebody logs a whole object by mistake. */
const REDACTED = ['email', 'attendeeEmail', 'token', 'raw', 'authorization'].flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
]);

/**
 * The program's log: JSON lines, without addresses.
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
    serializers: { error: describeError, err: describeError },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}

interface DescribedError {
  type: string;
  message: string;
  code?: unknown;
  stack?: string | undefined;
  cause?: DescribedError;
}

/** Only named fields: a database error's `detail` quotes the row, and with it an address. */
function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutAddresses(String(error)) };
  const described: DescribedError = { type: error.name, message: withoutAddresses(error.message) };
  if ('code' in error) described.code = error.code;
  if (error.stack) described.stack = withoutAddresses(error.stack);
  if (error.cause !== undefined) described.cause = describeError(error.cause);
  return described;
}

/** The at-sign of a scope in the path of a package (`node_modules/@scope/name/`), where no address has one. */
const SCOPE = /(?<=[\\/]node_modules[\\/])@(?=[a-z0-9~-][\w.~-]*[\\/])/;

/** Paths stay whole: where something failed is what one looks for. */
const withoutAddresses = (text: string): string => text.split(SCOPE).map(hideAddresses).join('@');

import { InvalidArgumentError, type Command } from 'commander';

/** What every list of operators takes. */
export interface ListOptions<Status extends string> {
  status?: Status[];
  tenant?: string;
  /** Milliseconds since 1970. */
  since?: number;
  limit: number;
  json?: boolean;
}

export interface OneOptions {
  tenant?: string;
  json?: boolean;
}

export const JSON_OPTION = ['--json', 'as JSON, for programs'] as const;

const MOST = 1_000;
const DAY_MS = 86_400_000;
const UNITS = { m: 60_000, h: 3_600_000, d: DAY_MS } as const;

/** @param since what is asked about; @param statuses those that there are */
export function listOptions(command: Command, statuses: readonly string[], since: string): Command {
  return oneOptions(command)
    .option('--status <names>', `only ${statuses.join(', ')}; more than one with commas`, oneOf(statuses))
    .option('--since <time>', `only ${since} since then: 30m, 24h, 7d, or 2026-03-01T00:00:00Z`, sinceMs)
    .option('--limit <number>', `at most so many, up to ${MOST}`, limit, 50);
}

export const oneOptions = (command: Command): Command =>
  command.option('--tenant <tenant>', 'only of this tenant, by its id or short name').option(...JSON_OPTION);

const oneOf =
  (known: readonly string[]) =>
  (text: string): string[] => {
    const names = text.split(',').map((name) => name.trim());
    const wrong = names.filter((name) => !known.includes(name));
    if (wrong.length === 0) return names;
    throw new InvalidArgumentError(
      `There is no status "${wrong.join(', ')}"; there are ${known.join(', ')}.`,
    );
  };

function sinceMs(text: string): number {
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  if (count !== undefined) return Date.now() - Number(count) * UNITS[unit as keyof typeof UNITS];
  const ms = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/i.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(ms)) throw new InvalidArgumentError('It must be as 24h, 7d or 2026-03-01T00:00:00Z.');
  return ms;
}

function limit(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= MOST) return count;
  throw new InvalidArgumentError(`It must be a number from 1 to ${MOST}.`);
}

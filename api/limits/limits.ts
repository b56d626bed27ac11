import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Limit, LimitName, LimitSettings } from '../../config/limits.ts';
import { hashToken } from '../../adapters/secrets/token.ts';
import { isLoopback } from './client.ts';

/** A request of this machine itself, which is whoever tries things out, weighs a tenth. */
const WEIGHT = 10;
const WEIGHT_HERE = 1;

/** Far more keys than one process sees; beyond it all are forgotten, and looked up as any other. */
const MOST_KNOWN_KEYS = 10_000;

/** How a limit stands after it was counted. */
export interface Standing {
  name: LimitName;
  limit: Limit;
  /** How often more. */
  remaining: number;
  /** Until all of it is free again, in whole seconds, at least one. */
  seconds: number;
  exceeded: boolean;
}

/** The counters of one process, in its memory: several processes together take several times as much. */
export class Limits {
  readonly #table: LimitSettings['table'];
  readonly #knownKeys = new Set<string>();
  readonly #counters = new Map<LimitName, RateLimiterMemory>();

  constructor(table: LimitSettings['table']) {
    this.#table = table;
    for (const [name, { most, seconds }] of Object.entries(table))
      this.#counters.set(
        name as LimitName,
        new RateLimiterMemory({ keyPrefix: name, points: most * WEIGHT, duration: seconds }),
      );
  }

  /**
   * Counts one. What is over the limit is counted too, but does not make the wait longer.
   *
   * @param who whom it is counted for
   * @param client of whom the request is
   */
  async count(name: LimitName, who: string, client: string): Promise<Standing> {
    const weight = weightOf(client);
    try {
      return this.#standing(name, await this.#counter(name).consume(who, weight), weight, false);
    } catch (refused) {
      // It rejects with its answer, which is no Error.
      if (refused instanceof Error) throw refused;
      return this.#standing(name, refused as RateLimiterRes, weight, true);
    }
  }

  /** Whether there is room for one more, without counting it. */
  async look(name: LimitName, who: string, client: string): Promise<Standing | null> {
    const weight = weightOf(client);
    const found = await this.#counter(name).get(who);
    return found && this.#standing(name, found, weight, found.remainingPoints < weight);
  }

  /** Whether the key of this Authorization was right when it was last shown. */
  isKnownKey(authorization: string): boolean {
    return authorization !== '' && this.#knownKeys.has(keyName(authorization));
  }

  /** @param isRight what a look into the database has said. @returns the name that the key is counted by */
  learnKey(authorization: string, isRight: boolean): string {
    const name = keyName(authorization);
    if (!isRight) this.#knownKeys.delete(name);
    else if (this.#knownKeys.size >= MOST_KNOWN_KEYS) this.#knownKeys.clear();
    if (isRight) this.#knownKeys.add(name);
    return name;
  }

  #counter(name: LimitName): RateLimiterMemory {
    return this.#counters.get(name)!;
  }

  #standing(name: LimitName, found: RateLimiterRes, weight: number, exceeded: boolean): Standing {
    return {
      name,
      limit: { ...this.#table[name], most: (this.#table[name].most * WEIGHT) / weight },
      remaining: Math.floor(Math.max(found.remainingPoints, 0) / weight),
      seconds: Math.max(Math.ceil(found.msBeforeNext / 1000), 1),
      exceeded,
    };
  }
}

const keyName = (authorization: string): string => hashToken(authorization).toString('base64');

const weightOf = (client: string): number => (isLoopback(client) ? WEIGHT_HERE : WEIGHT);

import type { Context } from 'koa';
import type { LimitName } from '../../config/limits.ts';
import { hashToken, looksLikeToken } from '../../adapters/secrets/token.ts';
import { tooManyRequests } from '../middleware/problems.ts';
import type { Limits, Standing } from './limits.ts';

/** How pages and their forms name the tokens of links. */
export const TOKEN_NAMES = ['c', 'r', 's', 't'] as const;

/** What one request counts for. */
export class RequestLimits {
  /** Who asks, as `clientFinder` names it. */
  readonly client: string;
  readonly #limits: Limits;
  readonly #show: (headers: Record<string, string>) => void;

  constructor(limits: Limits, client: string, show: (headers: Record<string, string>) => void) {
    this.#limits = limits;
    this.client = client;
    this.#show = show;
  }

  /** Counts one for the client, within `place` where the limit has one. @throws Problem too-many-requests */
  async count(name: LimitName, place = ''): Promise<void> {
    await this.#countFor(name, `${this.client} ${place}`);
  }

  /** Counts one for the place, whoever asks. @throws Problem too-many-requests */
  async countPlace(name: LimitName, place: string): Promise<void> {
    await this.#countFor(name, place);
  }

  /** Counts one for the token of a link. @throws Problem too-many-requests */
  async countToken(token: string): Promise<void> {
    if (looksLikeToken(token)) await this.#countFor('link', hashToken(token).toString('base64'));
  }

  /** Counts one for the key that was looked up, if it was right. @throws Problem too-many-requests */
  async countKey(authorization: string, isRight: boolean): Promise<void> {
    const name = this.#limits.learnKey(authorization, isRight);
    if (isRight) await this.#countFor('key', name);
  }

  /** Writes down that an answer would help somebody who guesses. */
  async guessed(): Promise<void> {
    await this.#limits.count('guesses', this.client, this.client);
  }

  /** @throws Problem too-many-requests when the client has guessed too often */
  async mayGuess(): Promise<void> {
    const standing = await this.#limits.look('guesses', this.client, this.client);
    if (standing?.exceeded) throw tooManyRequests(standing.seconds, headersOf(standing));
  }

  async #countFor(name: LimitName, who: string): Promise<void> {
    const standing = await this.#limits.count(name, who, this.client);
    const headers = headersOf(standing);
    if (standing.exceeded) throw tooManyRequests(standing.seconds, headers);
    this.#show(headers);
  }
}

/** RateLimit and RateLimit-Policy as draft-ietf-httpapi-ratelimit-headers has them; the policy is the limit counted last. */
const headersOf = ({ name, limit, remaining, seconds }: Standing): Record<string, string> => ({
  'RateLimit-Policy': `"${name}";q=${limit.most};w=${limit.seconds}`,
  RateLimit: `"${name}";r=${remaining};t=${seconds}`,
});

interface LimitedState {
  limits?: RequestLimits;
}

export const setLimits = (ctx: Context, limits: RequestLimits): void => {
  (ctx.state as LimitedState).limits = limits;
};

/** What the request counts for; set before every route. */
export function limitsOf(ctx: Context): RequestLimits {
  const { limits } = ctx.state as LimitedState;
  if (!limits) throw new Error('the request has no limits');
  return limits;
}

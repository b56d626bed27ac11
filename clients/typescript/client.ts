import { randomUUID } from 'node:crypto';
import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { components, paths } from './schema.ts';

export type Parley = Client<paths>;

export interface ParleyOptions {
  /** Where Parley is: `https://parley.example`. */
  url: string;
  apiKey: string;
}

type Problem = components['schemas']['Problem'];

/** What Parley refused, or could not do: decide by `code`, which is stable; the message is for people. */
export class ParleyProblem extends Error {
  override readonly name = 'ParleyProblem';
  readonly code: Problem['code'];
  readonly status: number;
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.title}. ${problem.detail}`);
    this.code = problem.code;
    this.status = problem.status;
    this.problem = problem;
  }
}

/**
 * A client of Parley's API, whose calls are checked by the types of /openapi.json: `parley.POST('/api/meetings', { body })`.
 * Each change carries an Idempotency-Key; pass a `headers` of your own to have one that outlives a restart of yours.
 *
 * @throws ParleyProblem from every call that is not answered with success
 */
export function createParley({ url, apiKey }: ParleyOptions): Parley {
  const parley = createClient<paths>({ baseUrl: url, headers: { authorization: `Bearer ${apiKey}` } });
  parley.use(oncePerCall, problemsThrown);
  return parley;
}

const IDEMPOTENCY_KEY = 'idempotency-key';

const oncePerCall: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET' && !request.headers.has(IDEMPOTENCY_KEY))
      request.headers.set(IDEMPOTENCY_KEY, randomUUID());
    return request;
  },
};

const problemsThrown: Middleware = {
  async onResponse({ response }) {
    if (response.ok) return;
    const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
    if (isProblem) throw new ParleyProblem((await response.json()) as Problem);
    throw new Error(`The server answered ${response.status}`);
  },
};

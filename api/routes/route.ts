import type { z } from 'zod';
import type { Actor } from '../../policies/actor.ts';
import type { Tenant } from '../../queries/credentials.ts';
import type { ApiDeps } from '../deps.ts';
import type { ReadyAnswer } from './ready-answer.ts';
import type { Resource } from '../openapi/resources.ts';
import type { Auth } from '../middleware/authenticate.ts';
import type { RequestLimits } from '../limits/request.ts';
import type { BodyLimits } from '../middleware/body.ts';
import type { ProblemCode } from '../middleware/problem.ts';

/** What a handler gets; everything in it has been checked. */
export interface RouteInput<Body, Params, TenantOrNone = Tenant | null, Query = undefined> {
  deps: ApiDeps;
  tenant: TenantOrNone;
  /** Who it is, for the policy. */
  actor: Actor;
  body: Body;
  params: Params;
  query: Query;
  /** What the request counts for. */
  counted: RequestLimits;
  /** An id for what this request makes: the same when the same request is executed again. */
  requestKey: string;
}

type TenantFor<A extends Auth> = A extends { kind: 'none' | 'token' | 'provider' }
  ? null
  : A extends { kind: 'anyone' | 'key-or-session' }
    ? Tenant | null
    : Tenant;

interface Answer<S extends z.ZodType> {
  status: number;
  description: string;
  schema: S;
  /** application/json when absent; anything else is sent as the text that it is. */
  type?: string;
}

interface RouteDefinition<
  A extends Auth,
  B extends z.ZodType,
  P extends z.ZodType,
  S extends z.ZodType,
  Q extends z.ZodType,
> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As in OpenAPI, with `{names}`. */
  path: `/${string}`;
  /** What clients call it; stable, as the address is. */
  operationId: string;
  /** Groups the routes in the documentation. */
  resource: Resource;
  summary: string;
  description?: string;
  auth: A;
  body?: B;
  /** JSON of at most 256 kB when absent. */
  limits?: BodyLimits;
  /** Turns bytes of other types than JSON into what `body` describes. */
  readBody?: (bytes: Buffer, type: string) => unknown;
  params?: P;
  /** Of the address; what it does not name is refused. */
  query?: Q;
  /** Its answer has an ETag, and whoever has it already gets 304 (RFC 9110 §8.8.3). */
  etag?: true;
  answer: Answer<S>;
  /** Its answer is not stored to be repeated: the same Idempotency-Key again executes it again. */
  answerIsSecret?: boolean;
  /** Besides those that every route of its kind has. */
  problems: readonly ProblemCode[];
  handler: (
    input: RouteInput<z.output<B>, z.output<P>, TenantFor<A>, z.output<Q>>,
  ) => Promise<z.input<S> | ReadyAnswer<z.input<S>>>;
}

/** A route, its types forgotten: what the router and the documentation are built from. */
export type Route = Omit<RouteDefinition<Auth, z.ZodType, z.ZodType, z.ZodType, z.ZodType>, 'handler'> & {
  handler: (input: RouteInput<unknown, unknown, Tenant | null, unknown>) => Promise<unknown>;
};

/** The one way to add a route; list it in routes/index.ts. */
export function defineRoute<
  const A extends Auth,
  B extends z.ZodType = z.ZodUndefined,
  P extends z.ZodType = z.ZodUndefined,
  S extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodUndefined,
>(definition: RouteDefinition<A, B, P, S, Q>): Route {
  return definition as unknown as Route;
}

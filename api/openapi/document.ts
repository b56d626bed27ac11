import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { scopeOf } from '../../policies/may.ts';
import type { Auth } from '../middleware/authenticate.ts';
import { JSON_BODY } from '../middleware/body.ts';
import { isForm } from '../middleware/form.ts';
import { PROBLEM_TYPE } from '../middleware/errors.ts';
import { PROBLEMS, type ProblemCode } from '../middleware/problem.ts';
import { commonProblems } from './common-problems.ts';
import { describeFields } from './describe-fields.ts';
import { problem } from './problem-schema.ts';
import { RESOURCES } from './resources.ts';
import type { Described } from './schema.ts';
import type { Route } from '../routes/route.ts';
import { z } from '../routes/fields.ts';
import { describeWebhooks } from './webhook-events.ts';

export type OpenApiDocument = ReturnType<OpenApiGeneratorV31['generateDocument']>;

const inHeader = (name: string, description: string) =>
  ({ type: 'apiKey', in: 'header', name, description }) as const;

/** How callers say who they are, by the names that routes give. */
const SECURITY_SCHEMES = {
  apiKey: { type: 'http', scheme: 'bearer' },
  owner: {
    type: 'apiKey',
    in: 'cookie',
    name: 'parley-owner',
    description: 'The session of a room’s owner; with https its name is __Host-parley-owner.',
  },
  webhook: inHeader(
    'webhook-signature',
    'Standard Webhooks: webhook-id, webhook-timestamp and webhook-signature.',
  ),
  sendgrid: inHeader(
    'X-Twilio-Email-Event-Webhook-Signature',
    'Over X-Twilio-Email-Event-Webhook-Timestamp and the body.',
  ),
  daily: inHeader('X-Webhook-Signature', 'Over X-Webhook-Timestamp and the body.'),
  whereby: inHeader('Whereby-Signature', 'A timestamp, and a signature over it and the body.'),
  mailgun: {
    type: 'http',
    scheme: 'mailgun',
    description: 'The fields timestamp, token and signature of the body.',
  },
} as const;

/** The API as OpenAPI 3.1, made from the routes themselves. */
export function openApiDocument(routes: readonly Route[], publicUrl: string): OpenApiDocument {
  const registry = new OpenAPIRegistry();
  for (const [name, scheme] of Object.entries(SECURITY_SCHEMES))
    registry.registerComponent('securitySchemes', name, scheme);
  for (const route of routes) registry.registerPath(describe(route));
  for (const webhook of describeWebhooks()) registry.registerWebhook(webhook);
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Parley',
      version: '1',
      description: 'Durable scheduling: book, answer, move and cancel meetings.',
      license: { name: 'Not licensed', identifier: 'LicenseRef-UNLICENSED' },
    },
    servers: [{ url: publicUrl }],
    tags: Object.entries(RESOURCES).map(([name, description]) => ({ name, description })),
  });
  describeFields(asDescribed(document));
  return document;
}

/** The document by the part of its types that is used here. */
export const asDescribed = (document: OpenApiDocument): Described => document as unknown as Described;

/** Every problem that a route may answer with. */
export const problemsOf = (route: Route): ProblemCode[] => [
  ...new Set([...commonProblems(route), ...route.problems]),
];

function describe(route: Route): RouteConfig {
  const { answer } = route;
  return {
    method: route.method,
    path: route.path,
    operationId: route.operationId,
    tags: [route.resource],
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    security: securityOf(route.auth),
    request: {
      ...(route.params ? { params: route.params as z.ZodObject } : {}),
      ...(takesIdempotencyKey(route) ? { headers: IDEMPOTENCY } : {}),
      ...(SIGNED.has(route.auth.kind) ? { query: TENANT } : {}),
      ...(route.query ? { query: route.query as z.ZodObject } : {}),
      ...(route.body
        ? { body: { required: !route.body.isOptional(), content: bodiesOf(route, route.body) } }
        : {}),
    },
    responses: {
      [answer.status]: {
        description: answer.description,
        content: { [answer.type ?? 'application/json']: { schema: answer.schema } },
      },
      ...problemResponses(problemsOf(route)),
    },
  };
}

/** A provider's delivery is its own key. */
const takesIdempotencyKey = ({ method, auth }: Route): boolean =>
  method !== 'get' && auth.kind !== 'provider';

const IDEMPOTENCY = z.object({
  'Idempotency-Key': z
    .string()
    .max(255)
    .optional()
    .openapi({ description: 'The same key and body again repeat the first answer.' }),
});

const SIGNED = new Set<Auth['kind']>(['signature', 'signature-or-key']);

const TENANT = z.object({
  tenant: z
    .string()
    .optional()
    .openapi({ description: 'Whose signature it is; the first tenant’s when absent.' }),
});

/** Of the types that a route takes, JSON and forms are described; the others are bytes. */
const bodiesOf = (route: Route, schema: z.ZodType) =>
  Object.fromEntries(
    Object.keys(route.limits ?? JSON_BODY).map((type) => [
      type,
      {
        schema:
          type === 'application/json' || isForm(type) ? schema : z.string().openapi({ format: 'binary' }),
      },
    ]),
  );

function securityOf(auth: Auth): Record<string, string[]>[] {
  switch (auth.kind) {
    case 'none':
    case 'token':
      return [];
    case 'key':
      return [{ apiKey: [scopeOf(auth.action) ?? ''] }];
    case 'anyone':
      return [{}, { apiKey: ['meetings'] }, { owner: [] }];
    case 'key-or-session':
      return [{ apiKey: [scopeOf(auth.action ?? 'room.visit') ?? ''] }, { owner: [] }];
    case 'signature':
      return [{ webhook: [] }];
    case 'signature-or-key':
      return [{ webhook: [] }, { apiKey: [scopeOf(auth.action) ?? ''] }];
    case 'provider':
      return [{ [auth.provider]: [] }];
  }
}

/** One answer a status, with the codes that it may have. */
function problemResponses(codes: readonly ProblemCode[]): RouteConfig['responses'] {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, some]) => [
      status,
      {
        description: some.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(' '),
        content: { [PROBLEM_TYPE]: { schema: problem } },
      },
    ]),
  );
}

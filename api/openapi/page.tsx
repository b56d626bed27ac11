import { WEBHOOK_EVENTS } from '../../domain/webhooks/event-types.ts';
import { scopeOf } from '../../policies/may.ts';
import { Layout } from '../pages/layout.tsx';
import { PROBLEMS } from '../middleware/problem.ts';
import type { Route } from '../routes/route.ts';
import { asDescribed, problemsOf, type OpenApiDocument } from './document.ts';
import { FieldTable } from './field-table.tsx';
import { fieldRows, rowOf, type FieldRow } from './field-rows.ts';
import { Prose } from './prose.tsx';
import { requestLine } from './request-line.ts';
import { RESOURCES } from './resources.ts';
import type { Described, Operation } from './schema.ts';

const AUTH_WORDS: Record<Route['auth']['kind'], string> = {
  none: 'no key needed',
  token: 'the token in the body is the authority',
  key: 'API key',
  anyone: 'nothing needed; an API key or a session shows more',
  'key-or-session': 'API key, or a session',
  signature: 'Standard Webhooks signature',
  'signature-or-key': 'Standard Webhooks signature, or API key',
  provider: 'the provider’s own signature',
};

interface ApiPageProps {
  routes: readonly Route[];
  document: OpenApiDocument;
  publicUrl: string;
  productName: string;
}

/** The API to read, made of its description: every call, what it takes and answers, and every problem. */
export function ApiPage({ routes, document, publicUrl, productName }: ApiPageProps) {
  return (
    <Layout title="API" productName={productName} wide>
      <div class="reference">
        <h1>The API</h1>
        <p>
          JSON over HTTP, with <code>authorization: Bearer</code> and an API key. Instants are ISO 8601 with{' '}
          <code>Z</code> or an offset. Every POST, PATCH and DELETE takes an <code>Idempotency-Key</code>: the
          same key and request again give the first answer. Errors are problem documents with a stable{' '}
          <code>code</code>. Lists come in pages: <code>next</code> of one is <code>after</code> of the
          following one. For programs there is <a href="/openapi.json">/openapi.json</a>.
        </p>
        <nav aria-label="What it is about">
          <ul class="contents">
            {Object.keys(RESOURCES).map((resource) => (
              <li key={resource}>
                <a href={`#${anchor(resource)}`}>{resource}</a>
              </li>
            ))}
            <li>
              <a href="#problems">Problems</a>
            </li>
          </ul>
        </nav>
        {Object.entries(RESOURCES).map(([resource, about]) => (
          <section key={resource} id={anchor(resource)}>
            <h2>{resource}</h2>
            <Prose text={about} />
            <div class="calls">
              {routes
                .filter((route) => route.resource === resource)
                .map((route) => (
                  <Call key={route.operationId} {...{ route, publicUrl, document: asDescribed(document) }} />
                ))}
            </div>
          </section>
        ))}
        <section id="events">
          <h2>Events of webhooks</h2>
          <p>
            POSTed to your endpoints as Standard Webhooks. Verify the signature with one of its libraries,
            over the bytes of the body as they came, and answer with any 2xx; what <code>webhook-id</code> you
            have seen, comes once more.
          </p>
          <div class="calls">
            {Object.entries(WEBHOOK_EVENTS).map(([type, when]) => (
              <Event key={type} {...{ type, when, document: asDescribed(document) }} />
            ))}
          </div>
        </section>
        <section id="problems">
          <h2>Problems</h2>
          <dl class="problems">
            {Object.entries(PROBLEMS).map(([code, { status, title }]) => (
              <div key={code} id={`problem-${code}`}>
                <dt>
                  <code>{code}</code> {status}
                </dt>
                <dd>{title}.</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Layout>
  );
}

const anchor = (resource: string): string => resource.toLowerCase().replaceAll(' ', '-');

function Call({ route, document, publicUrl }: { route: Route; document: Described; publicUrl: string }) {
  const operation = document.paths[route.path]![route.method]!;
  const answer = operation.responses[route.answer.status]?.content ?? {};
  const line = requestLine({ ...route, keyed: takesKey(route) }, operation, document, publicUrl);
  return (
    <details class="call">
      <summary>
        <code>
          {route.method.toUpperCase()} {route.path}
        </code>{' '}
        {route.summary}
      </summary>
      {route.description ? <Prose text={route.description} /> : null}
      <p class="who" id={route.operationId}>
        Who: {AUTH_WORDS[route.auth.kind]}
        {'action' in route.auth ? ` with the scope “${scopeOf(route.auth.action)}”` : ''}. Operation{' '}
        <code>{operation.operationId}</code>.
      </p>
      <FieldTable caption="In the address and the headers" rows={parameterRows(operation, document)} />
      <Bodies {...{ operation, document }} />
      {line === null ? null : (
        <>
          <h3>To paste</h3>
          <pre tabIndex={0}>
            <code>{line}</code>
          </pre>
        </>
      )}
      <h3>Answer {route.answer.status}</h3>
      <Prose text={route.answer.description} />
      {Object.entries(answer).map(([type, { schema }]) => (
        <FieldTable key={type} caption="Its fields" rows={fieldRows(schema, document)} />
      ))}
      <h3>Problems</h3>
      <ul class="codes">
        {problemsOf(route).map((code) => (
          <li key={code}>
            <a href={`#problem-${code}`}>
              <code>{code}</code> {PROBLEMS[code].status}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What is sent, a table for each form of it. */
const Bodies = ({ operation, document }: { operation: Operation; document: Described }) => (
  <>
    {Object.entries(operation.requestBody?.content ?? {}).map(([type, { schema }]) => (
      <FieldTable key={type} caption={`Body, ${type}`} rows={fieldRows(schema, document)} />
    ))}
  </>
);

/** What an endpoint is sent. */
function Event({ type, when, document }: { type: string; when: string; document: Described }) {
  const operation = document.webhooks?.[type]?.post;
  return (
    <details class="call" id={`event-${type}`}>
      <summary>
        <code>{type}</code>
      </summary>
      <Prose text={when} />
      {operation && (
        <>
          <FieldTable caption="Headers" rows={parameterRows(operation, document)} />
          <Bodies {...{ operation, document }} />
        </>
      )}
    </details>
  );
}

const takesKey = ({ auth }: Route): boolean =>
  auth.kind !== 'none' && auth.kind !== 'token' && auth.kind !== 'provider';

const parameterRows = ({ parameters = [] }: Operation, document: Described): FieldRow[] =>
  parameters.map(({ name, required = false, description = '', schema }) => ({
    ...rowOf(name, schema, required, document),
    means: description,
  }));

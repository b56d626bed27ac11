import { WEBHOOK_EVENTS } from '../../domain/webhooks/event-types.ts';
import { scopeOf } from '../../policies/may.ts';
import { Layout } from '../pages/layout.tsx';
import { PROBLEMS } from '../middleware/problem.ts';
import type { Route } from '../routes/route.ts';

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

/** The API to read: every call, what it takes and answers, and every problem. */
export function ApiPage({ routes, productName }: { routes: readonly Route[]; productName: string }) {
  const resources = [...new Set(routes.map((route) => route.resource))];
  return (
    <Layout title="API" productName={productName} wide>
      <div class="reference">
        <h1>The API</h1>
        <p>
          JSON over HTTP. Every POST and PATCH takes an <code>Idempotency-Key</code>. Errors are problem
          documents with a stable <code>code</code>. The whole description for programs is{' '}
          <a href="/openapi.json">/openapi.json</a>.
        </p>
        {resources.map((resource) => (
          <section key={resource}>
            <h2>{resource}</h2>
            <div class="calls">
              {routes
                .filter((route) => route.resource === resource)
                .map((route) => (
                  <RouteCard key={route.path} route={route} />
                ))}
            </div>
          </section>
        ))}
        <section>
          <h2>Events of webhooks</h2>
          <dl class="problems">
            {Object.entries(WEBHOOK_EVENTS).map(([type, when]) => (
              <div key={type} id={`event-${type}`}>
                <dt>
                  <code>{type}</code>
                </dt>
                <dd>{when}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
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

function RouteCard({ route }: { route: Route }) {
  return (
    <details class="call">
      <summary>
        <code>
          {route.method.toUpperCase()} {route.path}
        </code>{' '}
        {route.summary}
      </summary>
      {route.description ? <p>{route.description}</p> : null}
      <dl>
        <dt>Who</dt>
        <dd>
          {AUTH_WORDS[route.auth.kind]}
          {'action' in route.auth ? ` with the scope "${scopeOf(route.auth.action)}"` : ''}
        </dd>
        {route.body ? <Fields label="Body" schema={route.body} /> : null}
        <dt>Answer {route.answer.status}</dt>
        <dd>{route.answer.description}</dd>
        <Fields label="Its fields" schema={route.answer.schema} />
        <dt>Problems</dt>
        <dd>
          {route.problems.map((code) => (
            <a key={code} href={`#problem-${code}`}>
              <code>{code}</code>{' '}
            </a>
          ))}
        </dd>
      </dl>
    </details>
  );
}

/** The names in an object; optional ones with a question mark. */
function Fields({ label, schema }: { label: string; schema: unknown }) {
  const { shape } = schema as { shape?: Record<string, { isOptional(): boolean }> };
  if (!shape) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <code>
          {Object.entries(shape)
            .map(([name, field]) => (field.isOptional() ? `${name}?` : name))
            .join(', ')}
        </code>
      </dd>
    </>
  );
}

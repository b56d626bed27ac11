import { createConfig, lintFromString } from '@redocly/openapi-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeFields } from '../../../api/openapi/describe-fields.ts';
import { openApiDocument, asDescribed, problemsOf } from '../../../api/openapi/document.ts';
import { fieldRows } from '../../../api/openapi/field-rows.ts';
import { PROBLEMS } from '../../../api/middleware/problem.ts';
import { routes } from '../../../api/routes/index.ts';
import { startTestApi, type TestApi } from './test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const document = openApiDocument(routes, 'https://parley.example');

describe('/openapi.json', () => {
  test('has no fault that a linter of descriptions finds', async () => {
    const config = await createConfig({ extends: ['recommended-strict'] });
    const source = JSON.stringify(document);
    const found = await lintFromString({ source, absoluteRef: 'openapi.json', config });
    expect(
      found.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer].join(' ')),
    ).toEqual([]);
  });

  test('says of every field and parameter what it means', () => {
    expect(describeFields(asDescribed(openApiDocument(routes, 'https://parley.example')))).toEqual([]);
  });

  test('calls every route by a name of its own', () => {
    const names = routes.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(
    routes.filter(({ body, auth }) => body && auth.kind !== 'provider').map((one) => [one.operationId, one]),
  )('the example of a body of %s is taken', (_name, route) => {
    const operation = asDescribed(document).paths[route.path]![route.method]!;
    const { example } = operation.requestBody!.content['application/json']!;
    const parsed = route.body!.safeParse(example);
    expect(parsed.error?.issues ?? []).toEqual([]);
  });
});

describe('/docs', () => {
  test('shows of every call each field and parameter, the problems, and a request to paste', async () => {
    const { text } = await api.call('GET', '/docs', { key: null });
    for (const route of routes) {
      const card = text.slice(text.indexOf(`id="${route.operationId}"`)).split('</details>')[0]!;
      const { parameters = [], requestBody } = asDescribed(document).paths[route.path]![route.method]!;
      for (const { name } of parameters) expect(card).toContain(`<code>${name}</code>`);
      for (const { schema } of Object.values(requestBody?.content ?? {}))
        for (const { name } of fieldRows(schema, asDescribed(document)))
          expect(card).toContain(`<code>${name}</code>`);
      for (const code of problemsOf(route)) expect(card).toContain(`href="#problem-${code}"`);
      if (route.auth.kind !== 'provider' && route.operationId !== 'deliverMail')
        expect(card).toContain('curl -sS');
    }
    expect(text).not.toMatch(/>[^<]*`[^<]*</);
    for (const code of Object.keys(PROBLEMS)) expect(text).toContain(`id="problem-${code}"`);
  });

  test('the requests to read are answered as they are pasted', async () => {
    const { text } = await api.call('GET', '/docs', { key: null });
    const line =
      /curl -sS '([^']+\/api\/meetings)' \\\n {2}-H &quot;authorization: Bearer \$KEY&quot;<\/code>/.exec(
        text,
      );
    expect(line).not.toBeNull();
    const answer = await fetch(line![1]!.replace(/^https?:\/\/[^/]+/, api.url), {
      headers: { authorization: `Bearer ${api.key}` },
    });
    expect(answer.status).toBe(200);
  });
});

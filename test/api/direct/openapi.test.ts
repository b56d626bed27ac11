import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { JSON_BODY } from '../../../api/middleware/body.ts';
import { PROBLEMS } from '../../../api/middleware/problem.ts';
import { routes } from '../../../api/routes/index.ts';
import { bookedRoom, newRoom } from './stories.ts';
import { startTestApi, type TestApi } from './test-api.ts';

interface Operation {
  summary?: string;
  security: Record<string, string[]>[];
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: unknown }> };
  responses: Record<string, { description: string; content?: Record<string, unknown> }>;
}

interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Record<string, unknown>>; securitySchemes: Record<string, unknown> };
}

let api: TestApi;
let document: Document;
beforeAll(async () => {
  api = await startTestApi();
  document = (await api.call('GET', '/openapi.json', { key: null })).json as unknown as Document;
});
afterAll(() => api.stop());

describe('/openapi.json', () => {
  test('lists every route, and nothing else', () => {
    const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(listed.sort()).toEqual(routes.map((route) => `${route.method} ${route.path}`).sort());
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  test('every reference leads somewhere', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(10);
    for (const [, name] of references) expect(document.components.schemas).toHaveProperty(name ?? '');
  });

  test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s',
    (_name, route) => {
      const operation = document.paths[route.path]?.[route.method];
      expect(operation?.summary).toBeTruthy();
      const named = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const inPath = operation?.parameters?.filter((parameter) => parameter.in === 'path') ?? [];
      expect(inPath.map((parameter) => parameter.name)).toEqual(named);
      for (const scheme of operation?.security.flatMap(Object.keys) ?? []) {
        expect(document.components.securitySchemes).toHaveProperty(scheme);
      }
      expect(Object.keys(operation?.responses ?? {})).toContain(String(route.answer.status));
      for (const { description } of Object.values(operation?.responses ?? {}))
        expect(description).toBeTruthy();
      if (route.method !== 'post') return;
      const keyed = operation?.parameters?.some(({ name }) => name === 'Idempotency-Key') ?? false;
      expect(keyed).toBe(route.auth.kind !== 'provider');
      const types = Object.keys(route.limits ?? JSON_BODY);
      expect(Object.keys(operation?.requestBody?.content ?? {})).toEqual(types);
      if (route.auth.kind !== 'provider') expect(types).toContain('application/json');
    },
  );

  test('outside the seeds’ own routes times are startsAt and endsAt, and what becomes of a thing is its status', () => {
    const own = /^\/(v1|metrics|healthz|readyz)|^\/api\/(practice-room|ics|imip|reschedule|hooks)\b/;
    const paths = Object.entries(document.paths).filter(([path]) => !own.test(path));
    expect(paths.length).toBeGreaterThan(10);
    const waiting = [JSON.stringify(paths)];
    const seen = new Set<string>();
    for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
      expect(text).not.toMatch(/"(\w+Utc|state|phase|meetingUid)":\{/);
      for (const [, name = ''] of text.matchAll(/#\/components\/schemas\/(\w+)/g)) {
        if (!seen.has(name)) waiting.push(JSON.stringify(document.components.schemas[name]));
        seen.add(name);
      }
    }
    expect(seen).toContain('Meeting');
  });

  test('unknown fields are refused in the description, too', () => {
    for (const name of [
      'NewPracticeRoom',
      'Booking',
      'CalendarMessageRequest',
      'NewProposal',
      'InboundMail',
    ]) {
      expect(document.components.schemas[name], name).toMatchObject({ additionalProperties: false });
    }
  });
});

describe('answers', () => {
  test('are as described', async () => {
    const { roomId } = await bookedRoom(api);
    const schemaOf = (path: string): z.ZodType | undefined =>
      routes.find((route) => route.path === path)?.answer.schema;
    const shown = await api.call('GET', `/api/practice-room/${roomId}`);
    expect(schemaOf('/api/practice-room/{roomId}')?.parse(shown.json)).toEqual(shown.json);
    const made = await api.post('/api/practice-room/create', newRoom());
    expect(schemaOf('/api/practice-room/create')?.parse(made.json)).toEqual(made.json);
    const deleted = await api.post('/api/practice-room/delete', { roomId });
    expect(schemaOf('/api/practice-room/delete')?.parse(deleted.json)).toEqual(deleted.json);
  });
});

describe('/docs', () => {
  test('shows every call and every problem, and asks nobody else for anything', async () => {
    const german = { 'Accept-Language': 'de' };
    const { text, headers } = await api.call('GET', '/docs?lang=de', { key: null, headers: german });
    expect(text).toContain('<html lang="en">');
    for (const route of routes) expect(text).toContain(route.path);
    for (const code of Object.keys(PROBLEMS)) expect(text).toContain(`id="problem-${code}"`);
    expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  });
});

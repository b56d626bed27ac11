import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../api/routes/index.ts';
import type { Caller } from './support/caller.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

let api: RecordedApi;
let caller: Caller;
beforeAll(async () => {
  api = await startRecordedApi();
  caller = await api.caller();
});
afterAll(() => api?.stop());

/** Without any credentials. */
const open = (path: string) => caller.send(path, {});

describe('for operators', () => {
  it('/healthz says that the process is alive', async () => {
    expect(await open('/healthz')).toMatchObject({ status: 200, json: { status: 'ok' } });
  });

  it('/readyz names what is missing', async () => {
    expect(await open('/readyz')).toMatchObject({
      status: 200,
      json: { status: 'ready', parts: ['database'] },
    });
    const parts = api.deps.readiness as ApiParts;
    parts.push({ name: 'temporal', check: () => Promise.reject(new Error('down')) });
    parts.push({ name: 'migrations', check: () => Promise.resolve(false) });
    const answer = await open('/readyz');
    expect(answer.json).toMatchObject({
      status: 503,
      code: 'not-ready',
      missing: ['temporal', 'migrations'],
    });
    parts.splice(1);
    expect((await open('/readyz')).status).toBe(200);
  });

  it('/metrics is for Prometheus', async () => {
    const answer = await open('/metrics');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(answer.text).toContain('parley_outbox_undelivered 0');
  });

  it('mail that could not be read is counted by its reason, as the alerts ask for it', async () => {
    await caller.mail(`From: a@example.com\r\n\r\nHello`);
    const { text } = await open('/metrics');
    const line = /^parley_events_total\{.*what="ignored".*\} 1$/m.exec(text)?.[0] ?? '';
    expect(line).toContain('category="inbound"');
    expect(line).toContain('reason="no-calendar"');
  });
});

describe('for developers', () => {
  it('/openapi.json lists every route, with its answer and its security', async () => {
    const answer = await open('/openapi.json');
    const document = JSON.parse(answer.text) as OpenApi;
    expect(document.openapi).toMatch(/^3\.1/);
    const listed = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    );
    expect(listed.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
    for (const { method, path, answer: expected, auth } of routes) {
      const operation = document.paths[path]?.[method];
      expect(Object.keys(operation?.responses ?? {})).toContain(String(expected.status));
      expect(operation?.security.length).toBe(
        { none: 0, token: 0, 'signature-or-key': 2, 'key-or-session': 2, anyone: 3 }[auth.kind as 'none'] ??
          1,
      );
    }
  });

  it('/docs is a page of them all', async () => {
    const page = await open('/docs');
    expect(page.status).toBe(200);
    expect(page.headers.get('Content-Type')).toMatch(/^text\/html/);
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    for (const { path } of routes) expect(page.text).toContain(path);
  });
});

type ApiParts = { name: string; check(): Promise<unknown> }[];

interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, { responses: object; security: object[] }>>;
}

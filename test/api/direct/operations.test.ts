import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from './test-api.ts';
import { bookedRoom, expectProblem, GUEST, HOST } from './stories.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const get = (path: string) => api.call('GET', path, { key: null });

describe('readiness', () => {
  test('names what is missing, and liveness does not depend on it', async () => {
    expect(await get('/readyz')).toMatchObject({ status: 200, json: { parts: ['database'] } });
    api.readiness.push(
      { name: 'temporal', check: () => Promise.reject(new Error('unreachable')) },
      { name: 'migrations', check: () => Promise.resolve(false) },
    );
    const answer = await get('/readyz');
    expectProblem(answer, 503, 'not-ready');
    expect(answer.json.missing).toEqual(['temporal', 'migrations']);
    expect(await get('/healthz')).toMatchObject({ status: 200, json: { status: 'ok' } });
    api.readiness.splice(1);
  });
});

describe('metrics', () => {
  test('count what happened, in whichever process, and carry no address, id or token', async () => {
    // The clock of these tests is not the database's: counting begins with the first look.
    await get('/metrics');
    const { roomId, uid } = await bookedRoom(api);
    await get('/approve?t=1234567890123456789012345678901234567890123');
    const { text } = await get('/metrics');
    expect(text).toContain('parley_events_total{category="timeline",what="booked",reason=""} 1');
    expect(text).toContain('parley_unsent_messages{state="prepared"} 2');
    expect(text).toContain('parley_unsent_messages{state="deferred"} 0');
    expect(text).toMatch(/parley_invalid_tokens_total\{reason="link-unknown"\} 1/);
    expect(text).toMatch(/route="\/api\/practice-room\/book",status="200"/);
    for (const secret of [HOST, GUEST, roomId, uid, api.tenant.id, '123456789012345']) {
      expect(text).not.toContain(secret);
    }
    await bookedRoom(api);
    expect((await get('/metrics')).text).toContain('what="booked",reason=""} 2');
  });

  test('each line is counted once, however often somebody asks', async () => {
    const line = { category: 'token', what: 'shown', actor: 'unknown', door: 'link' };
    await api.knex('audit_log').insert([line, line]);
    const count = async () => /what="shown",reason=""\} (\d+)/.exec((await get('/metrics')).text)?.[1];
    expect(await Promise.all([count(), count()])).toEqual(['2', '2']);
    await api.knex('audit_log').insert(line);
    expect([await count(), await count()]).toEqual(['3', '3']);
  });
});

describe('the log', () => {
  test('has a line for each request, with its id and without address, token or query', async () => {
    const token = 'abcdefghijabcdefghijabcdefghijabcdefghijabc';
    const answer = await api.call('GET', `/reschedule?r=${token}`, {
      headers: { 'X-Request-Id': 'seen-by-the-proxy' },
    });
    expect(answer.headers.get('X-Request-Id')).toBe('seen-by-the-proxy');
    const log = api.log.join('');
    expect(log).toContain('seen-by-the-proxy');
    for (const secret of [token, HOST, GUEST, api.key]) expect(log).not.toContain(secret);
  });
});

describe('every answer', () => {
  test('may not be framed, sniffed or kept', async () => {
    const { headers } = await api.call('GET', '/api/practice-room/x');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(headers.get('Cache-Control')).toBe('no-store');
  });

  test('to an unknown address or a method that is not taken is a problem document', async () => {
    expectProblem(await api.call('GET', '/api/nothing'), 404, 'not-found');
    const answer = await api.call('PUT', '/api/practice-room/book', { body: {} });
    expectProblem(answer, 405, 'method-not-allowed');
    expect(answer.headers.get('Allow')).toContain('POST');
  });
});

describe('the audit log', () => {
  test('can be added to by the application, never changed or shortened', async () => {
    await bookedRoom(api);
    expect(await api.knex('audit_log').select('id')).not.toEqual([]);
    for (const table of ['audit_log', 'meeting_changes', 'raw_messages']) {
      const denied = { code: '42501' };
      const set = table === 'raw_messages' ? { size: 1 } : { meeting_id: null };
      await expect(api.knex(table).update(set)).rejects.toMatchObject(denied);
      await expect(api.knex(table).delete()).rejects.toMatchObject(denied);
      await expect(api.knex.raw(`TRUNCATE ${table} CASCADE`)).rejects.toMatchObject(denied);
    }
  });
});

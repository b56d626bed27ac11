import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Answer, Caller } from './caller.ts';
import type { Api } from './served-api.ts';

interface Apart {
  api: () => Api;
  us: () => Caller;
  ours: () => { id: string };
  notFound: (call: Promise<Answer>) => Promise<void>;
}

const URL = 'https://backend.example.com/hook';

/** What another tenant gets for an endpoint of the first one's. */
export function webhookCases({ api, us, ours, notFound }: Apart): Record<string, () => Promise<void>> {
  const theirs = async () => {
    const them = await api().caller();
    const { json } = await them.post('/api/webhooks', { url: URL });
    const sent = await them.post(`/api/webhooks/${json.id}/test`, {});
    return { path: `/api/webhooks/${json.id}`, deliveryId: sent.json.id, them };
  };
  const cases: Record<string, (their: Awaited<ReturnType<typeof theirs>>) => Promise<Answer>> = {
    'get /api/webhooks/{webhookId}': ({ path }) => us().get(path),
    'patch /api/webhooks/{webhookId}': ({ path }) => us().patch(path, { enabled: false }),
    'delete /api/webhooks/{webhookId}': ({ path }) => us().delete(path),
    'post /api/webhooks/{webhookId}/rotate-secret': ({ path }) => us().post(`${path}/rotate-secret`, {}),
    'post /api/webhooks/{webhookId}/test': ({ path }) => us().post(`${path}/test`, {}),
    'get /api/webhooks/{webhookId}/deliveries': ({ path }) => us().get(`${path}/deliveries`),
    'get /api/webhooks/{webhookId}/deliveries/{deliveryId}': ({ path, deliveryId }) =>
      us().get(`${path}/deliveries/${deliveryId}`),
    'post /api/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver': ({ path, deliveryId }) =>
      us().post(`${path}/deliveries/${deliveryId}/redeliver`, {}),
  };
  return {
    'get /api/webhooks': async () => {
      const { path } = await theirs();
      expect(JSON.stringify((await us().get('/api/webhooks')).json)).not.toContain(path.split('/').at(-1));
    },
    'post /api/webhooks': async () => {
      const made = await us().post('/api/webhooks', { url: URL });
      expect(made.status).toBe(201);
      const row = await api().knex('webhook_endpoints').where({ id: made.json.id }).first();
      expect(row?.tenant_id).toBe(ours().id);
      await us().delete(`/api/webhooks/${made.json.id}`);
    },
    ...Object.fromEntries(
      Object.entries(cases).map(([name, call]) => [
        name,
        async () => {
          const their = await theirs();
          await notFound(call(their));
          expect((await their.them.get(their.path)).json).toMatchObject({ status: 'enabled' });
          await notFound(call({ ...their, path: `/api/webhooks/${randomUUID()}` }));
          await their.them.delete(their.path);
        },
      ]),
    ),
  };
}

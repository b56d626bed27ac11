import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Answer, Caller } from './caller.ts';
import { newEventType, People, profileOf, shown } from './event-types.ts';
import type { Api } from './served-api.ts';

interface Apart {
  api: () => Api;
  us: () => Caller;
  ours: () => { id: string };
  notFound: (call: Promise<Answer>) => Promise<void>;
}

/** What another tenant gets for an event type of the first one's. */
export function eventTypeCases({ api, us, ours, notFound }: Apart): Record<string, () => Promise<void>> {
  const theirs = async () => {
    const them = await api().caller();
    const ownerId = await new People(api(), them).member();
    const made = shown(await them.post('/api/event-types', newEventType({ ownerId, access: 'secret' })));
    const path = `/api/event-types/${made.id}`;
    const { json } = await them.post(`${path}/links`, {});
    return { ...made, path, linkPath: `${path}/links/${json.id}`, them };
  };
  type Theirs = Awaited<ReturnType<typeof theirs>>;
  const unknown: Record<string, (their: Theirs) => Promise<Answer>> = {
    'get /api/event-types/{eventTypeId}': ({ path }) => us().get(path),
    'patch /api/event-types/{eventTypeId}': ({ path }) => us().patch(path, { title: 'Ours' }),
    'delete /api/event-types/{eventTypeId}': ({ path }) => us().delete(path),
    'post /api/event-types/{eventTypeId}/restore': ({ path }) => us().post(`${path}/restore`, {}),
    'post /api/event-types/{eventTypeId}/schedule/detach': ({ path }) =>
      us().post(`${path}/schedule/detach`, {}),
    'post /api/event-types/{eventTypeId}/schedule/inherit': ({ path }) =>
      us().post(`${path}/schedule/inherit`, {}),
    'post /api/event-types/{eventTypeId}/links': ({ path }) => us().post(`${path}/links`, {}),
    'get /api/event-types/{eventTypeId}/links': ({ path }) => us().get(`${path}/links`),
    'delete /api/event-types/{eventTypeId}/links/{linkId}': ({ linkPath }) => us().delete(linkPath),
  };
  return {
    'post /api/event-types': async () => {
      const their = await theirs();
      const refused = await us().post('/api/event-types', newEventType({ ownerId: their.ownerId }));
      expect(refused.json.code).toBe('invalid-body');
      const ownerId = await new People(api(), us()).member();
      const hosts = [{ principalId: their.ownerId }];
      const hosted = await us().post('/api/event-types', newEventType({ ownerId, hosts }));
      expect(hosted.json.code).toBe('invalid-body');
      const made = await us().post('/api/event-types', newEventType({ ownerId, slug: their.slug }));
      expect(made.status).toBe(201);
      const row = await api().knex('event_types').where({ id: made.json.id }).first('tenant_id');
      expect(row).toEqual({ tenant_id: ours().id });
    },
    'get /api/event-types': async () => {
      const their = await theirs();
      for (const query of ['', `&ownerId=${their.ownerId}`, `&after=${their.id}`]) {
        const { status, text } = await us().get(`/api/event-types?limit=200${query}`);
        expect(status).toBe(200);
        expect(text).not.toContain(their.id);
      }
    },
    // Everybody may see what is public; a key of another tenant adds nothing to it.
    'get /api/booking/{memberSlug}': async () => {
      const their = await theirs();
      const { slug } = await profileOf(api().knex, their.ownerId);
      const { text } = await us().get(`/api/booking/${slug}`);
      for (const secret of [their.id, their.ownerId, 'example.org']) expect(text).not.toContain(secret);
    },
    'get /api/booking/{memberSlug}/{eventSlug}': async () => {
      const their = await theirs();
      const { slug } = await profileOf(api().knex, their.ownerId);
      await notFound(us().get(`/api/booking/${slug}/${their.slug}`));
    },
    ...Object.fromEntries(
      Object.entries(unknown).map(([name, call]) => [
        name,
        async () => {
          const their = await theirs();
          const before = await theirRows(api(), their);
          await notFound(call(their));
          expect(await theirRows(api(), their)).toEqual(before);
          const nobodys = `/api/event-types/${randomUUID()}`;
          await notFound(call({ ...their, path: nobodys, linkPath: `${nobodys}/links/${randomUUID()}` }));
        },
      ]),
    ),
  };
}

const theirRows = ({ knex }: Api, { id, ownerId }: { id: string; ownerId: string }): Promise<unknown[]> =>
  Promise.all([
    knex('event_types').where({ id }),
    knex('booking_links').where({ event_type_id: id }),
    knex('schedules').where({ principal_id: ownerId }),
  ]);

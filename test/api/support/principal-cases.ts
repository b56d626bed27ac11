import type { Knex } from 'knex';
import { expect } from 'vitest';
import type { Room } from '../../../adapters/postgres/rooms/rooms.ts';
import type { Answer, Caller } from './caller.ts';

interface Apart {
  us: () => Caller;
  /** Of the other tenant. */
  theirRoom: () => Room;
  knex: () => Knex;
  notFound: (call: Promise<Answer>) => Promise<void>;
}

/** What another tenant gets for a room of the first one's, and for its owner. */
export function principalCases({
  us,
  theirRoom,
  knex,
  notFound,
}: Apart): Record<string, () => Promise<void>> {
  return {
    'post /api/principals': async () => {
      const body = { kind: 'individual', addresses: [theirRoom().ownerEmail] };
      const made = await us().post('/api/principals', body);
      // An address is one principal’s of a tenant, and says nothing of another one.
      expect(made.status).toBe(201);
      expect(made.text).not.toContain(theirRoom().ownerId);
      const resource = { kind: 'resource', name: 'Beamer', ownerId: theirRoom().ownerId };
      expect((await us().post('/api/principals', resource)).json.code).toBe('invalid-body');
      const group = { kind: 'group', name: 'All', memberIds: [theirRoom().ownerId] };
      expect((await us().post('/api/principals', group)).json.code).toBe('invalid-body');
    },
    'get /api/principals': async () => {
      const address = encodeURIComponent(theirRoom().ownerEmail);
      for (const query of ['', `?address=${address}`, `?after=${theirRoom().id}`]) {
        const { status, text } = await us().get(`/api/principals${query}`);
        expect(status).toBe(200);
        expect(text).not.toContain(theirRoom().id);
        expect(text).not.toContain(theirRoom().ownerId);
      }
    },
    'get /api/principals/{principalId}': async () => {
      await notFound(us().get(`/api/principals/${theirRoom().id}`));
      await notFound(us().get(`/api/principals/${theirRoom().ownerId}`));
    },
    'get /api/principals/{principalId}/busy': () =>
      notFound(
        us().get(`/api/principals/${theirRoom().id}/busy?from=2030-01-01T00:00:00Z&to=2030-01-02T00:00:00Z`),
      ),
    'patch /api/principals/{principalId}': async () => {
      await notFound(us().patch(`/api/principals/${theirRoom().ownerId}`, { name: 'Ours' }));
      const row = await knex()('principals').where({ id: theirRoom().ownerId }).first('name');
      expect(row).toEqual({ name: null });
    },
    'delete /api/principals/{principalId}': () =>
      notFound(
        us().send(`/api/principals/${theirRoom().id}`, { method: 'DELETE', headers: us().authorization }),
      ),
  };
}

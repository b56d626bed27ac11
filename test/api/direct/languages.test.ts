import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSealer } from '../../../adapters/secrets/sealing.ts';
import { expectProblem, GUEST, HOST, newRoom, openRoom } from './stories.ts';
import { SECRET_KEY, startTestApi, type TestApi } from './test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

/** The mails about a meeting as they were composed, by their recipient's role. */
async function mailsAbout(roomId: string) {
  const rows: { role: string; sealed: Buffer }[] = await api
    .knex('outgoing_messages as message')
    .join('raw_messages as raw', 'raw.id', 'message.raw_id')
    .where('message.meeting_id', roomId)
    .select({ role: 'message.attendee_id', sealed: 'raw.sealed' });
  const sealer = createSealer(SECRET_KEY);
  const mails = rows.map(
    async ({ role, sealed }) => [role, await simpleParser(sealer.open(sealed))] as const,
  );
  return new Map(await Promise.all(mails));
}

let hour = 0;
const bookBetween = async (host: object, guest: object) => {
  const startMs = Date.UTC(2026, 11, 1) + hour++ * 7_200_000;
  const room = await openRoom(api, {
    host: { email: HOST, name: 'Hanna', timezone: 'Europe/Vienna', ...host },
    startUtc: new Date(startMs).toISOString(),
    endUtc: new Date(startMs + 3_600_000).toISOString(),
  });
  const booking = { roomId: room.roomId, guest: { email: GUEST, name: 'Gustav', ...guest } };
  expect(await api.post('/api/practice-room/book', booking)).toMatchObject({ status: 200 });
  return mailsAbout(room.roomId);
};

describe('the language that a backend tells of a person', () => {
  test('is that of their mails, each their own, with the region’s way to write times', async () => {
    const mails = await bookBetween({ language: 'DE-at' }, { language: 'ja' });
    const [host, guest] = [mails.get('host'), mails.get('guest')];
    expect(host?.subject).toBe('Practice Session — Einladung: Piano, four hands, 1. Dezember');
    expect(host?.text).toContain('Dienstag, 1. Dezember 2026, 01:00 – 02:00 (Vienna, UTC+1)');
    expect(host?.html).toContain('<html lang="de">');
    expect(guest?.subject).toBe('Practice Session — ご招待：Piano, four hands（12月1日）');
    expect(guest?.text).toContain('Hannaさんとのミーティング');
    const { attendee_language: kept } = await api
      .knex('invitations')
      .where({ attendee_email: HOST })
      .first<{ attendee_language: string }>('attendee_language');
    expect(kept).toBe('de-AT');
  });

  test('is the tenant’s where none is told, and the default where there are no texts in it', async () => {
    const english = await bookBetween({}, { language: 'tlh' });
    expect(english.get('host')?.subject).toBe('Practice Session — Invitation: Piano, four hands, 1 December');
    expect(english.get('guest')?.subject).toBe(
      'Practice Session — Invitation: Piano, four hands, 1 December',
    );
    await api.knex('tenants').where({ id: api.tenant.id }).update({ language: 'pt-BR' });
    const mixed = await bookBetween({}, { language: 'fr' });
    await api.knex('tenants').where({ id: api.tenant.id }).update({ language: null });
    expect(mixed.get('host')?.subject).toBe('Practice Session — Convite: Piano, four hands, 1 de dezembro');
    expect(mixed.get('guest')?.subject).toBe(
      'Practice Session — Invitation\u00a0: Piano, four hands, 1 décembre',
    );
    expect(mixed.get('guest')?.text).toContain('Vous avez rendez-vous avec Hanna.');
  });

  test.each(['', 'deutsch!', 'x', `de-${'a'.repeat(60)}`])(
    'is refused when it is none: %j',
    async (language) => {
      const body = newRoom({ host: { email: HOST, language } });
      expectProblem(await api.post('/api/practice-room/create', body), 422, 'invalid-body');
    },
  );
});

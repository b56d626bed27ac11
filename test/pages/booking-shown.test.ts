import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertEventType, insertHost } from '../booking/support/event-types.ts';
import { bookable, formPath } from './support/booking.ts';
import { NOW, startSite, type Site } from './support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.stop());

const see = async (path: string): Promise<string> => (await site.get(path)).text();

const people = (html: string): string | undefined => /class="eyebrow">([^<]*)</.exec(html)?.[1];

/** An event type of members with these names, under the pages of the first. */
async function ofSeveral(names: (string | null)[], columns: Record<string, unknown>): Promise<string> {
  const hosts = [];
  for (const name of names) {
    const host = await insertHost(site.knex, site.tenantId);
    await site.knex('principals').where({ id: host.id }).update({ name });
    hosts.push(host);
  }
  const id = await insertEventType(site.knex, hosts, { columns });
  const type = await site.knex('event_types').where({ id }).first('slug');
  const member = await site.knex('booking_profiles').where({ principal_id: hosts[0]!.id }).first('slug');
  return `/book/${member!.slug}/${type!.slug}?zone=UTC`;
}

describe('whom a guest meets', () => {
  it.each([
    [{ together: 'one' }, / or /],
    [{ together: 'all' }, / and /],
    [{ together: 'some', together_count: 2 }, /^2 of .* and /],
  ])('is said by name, with %j', async (columns, words) => {
    const shown = people(await see(await ofSeveral(['Ada', 'Grace', 'Hedy'], columns)));
    expect(shown).toMatch(words);
    for (const name of ['Ada', 'Grace', 'Hedy']) expect(shown).toContain(name);
  });

  it('is left out where nobody has a name', async () => {
    expect(people(await see(await ofSeveral([null], {})))).toBeUndefined();
  });
});

describe('what a host has written', () => {
  it('shows no address, wherever it stands, and is no markup', async () => {
    const written = 'Write to <b>ada@host.example</b>';
    const made = await bookable(
      { knex: site.knex, tenant: { id: site.tenantId } },
      { title: `${written}!`, description: written, location: written },
    );
    await site.knex('principals').where({ id: made.hostId }).update({ name: 'Ada (ada@host.example)' });
    for (const path of [
      `/book/${made.memberSlug}`,
      made.path,
      formPath(made, new Date(NOW + 4 * 86_400_000)),
      formPath(made, new Date(NOW - 86_400_000)),
    ]) {
      const html = await see(path);
      expect(html).toContain('Write to');
      expect(html).not.toContain('ada@host.example');
      expect(html).not.toContain('<b>');
    }
  });
});

describe('the months', () => {
  it('end with the booking window, and begin with the one that has begun', async () => {
    const made = await bookable({ knex: site.knex, tenant: { id: site.tenantId } }, { window_days: 30 });
    const first = await see(`${made.path}?zone=UTC`);
    expect(first).toContain('rel="next"');
    expect(first).not.toContain('rel="prev"');
    const last = await see(`${made.path}?zone=UTC&month=2026-12`);
    expect(last).not.toContain('rel="next"');
    expect(last).toContain('rel="prev"');
  });

  it.each([
    ['en', 'Mon'],
    ['en-US', 'Sun'],
    ['pt-BR', 'dom.'],
    ['ja', '日'],
  ])('begin their weeks as %s does', async (lang, weekday) => {
    const made = await bookable({ knex: site.knex, tenant: { id: site.tenantId } });
    const html = await see(`${made.path}?zone=UTC&lang=${lang}`);
    expect(/<th [^>]*>([^<]*)</.exec(html)?.[1]).toBe(weekday);
  });
});

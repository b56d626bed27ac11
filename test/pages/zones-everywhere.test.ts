import { afterAll, beforeAll, expect, it } from 'vitest';
import { everyPage } from './support/fixtures.ts';
import { startSite, type Site } from './support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await site?.stop();
});

it('every page with a time lets its reader choose the zone that it is in', async () => {
  const without: string[] = [];
  let shown = 0;
  for (const [name, path] of Object.entries(await everyPage(site))) {
    const html = await (await site.get(path, { headers: { Accept: 'text/html' } })).text();
    // An event type may lock its zone, and says so.
    if (!/<time[ >]/.test(html) || html.includes('All times are those of')) continue;
    shown += 1;
    if (!/<select[^>]*name="zone"/.test(html)) without.push(name);
  }
  expect(without).toEqual([]);
  expect(shown).toBeGreaterThan(15);
});

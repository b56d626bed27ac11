import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorizationOf } from '../../support/dav-servers/dav-server.ts';
import { providePythonTools } from '../../support/dav-servers/python-tools.ts';
import { requireTool } from '../../support/require-tool.ts';
import { runProgram, type Ended } from '../../support/run-program.ts';
import { pythonMissing } from './support/python-cases.ts';
import { startTarget, TARGETS, type ClientTarget } from './support/targets.ts';

const SEGMENT = '6BA7B810-9DAD-11D1-80B4-00C04FD430C8';

const event = (uid: string, summary: string): string =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//Test//EN', 'BEGIN:VEVENT', `UID:${uid}`],
    ...['DTSTAMP:20310101T000000Z', 'DTSTART:20310303T090000Z', 'DTEND:20310303T100000Z'],
    ...[`SUMMARY:${summary}`, 'END:VEVENT', 'END:VCALENDAR', ''],
  ].join('\r\n');

requireTool('vdirsyncer', await pythonMissing())('vdirsyncer', () => {
  describe.each(TARGETS)('with %s', (name) => {
    let target: ClientTarget;
    let bin: string;
    let local: string;

    const path = (file = '') => `${target.server.homePath(target.accounts[0]!)}${SEGMENT}/${file}`;
    const ask = (method: string, file: string, body?: string, headers: Record<string, string> = {}) =>
      fetch(`${target.server.origin}${path(file)}`, {
        method,
        headers: {
          authorization: authorizationOf(target.accounts[0]!),
          ...(body !== undefined && { 'content-type': 'text/calendar; charset=utf-8' }),
          ...headers,
        },
        ...(body !== undefined && { body }),
      });
    const run = (...args: string[]): Promise<Ended> =>
      runProgram(`${bin}/vdirsyncer`, ['--config', join(target.directory, 'config'), ...args], {
        cwd: target.directory,
      });
    const sync = async (): Promise<Ended> => {
      const ended = await run('sync');
      expect(ended.code, ended.err).toBe(0);
      return ended;
    };
    const locally = () => readdirSync(local).filter((file) => file.endsWith('.ics'));
    const fileOf = (uid: string): string =>
      join(
        local,
        locally().find((file) => readFileSync(join(local, file), 'utf8').includes(uid))!,
      );
    const onServer = async (uid: string): Promise<string | null> => {
      const listed = await ask('PROPFIND', '', undefined, { depth: '1' });
      for (const [, href] of (await listed.text()).matchAll(/<(?:\w+:)?href>([^<]+\.ics)<\//g)) {
        const text = await (await ask('GET', href!.split('/').at(-1)!)).text();
        if (text.includes(uid)) return text;
      }
      return null;
    };

    beforeAll(async () => {
      target = await startTarget(name);
      bin = await providePythonTools();
      local = join(target.directory, 'calendars', SEGMENT);
      mkdirSync(local, { recursive: true });
      writeFileSync(join(target.directory, 'config'), configOf(target));
      expect((await ask('MKCALENDAR', '')).status).toBe(201);
      const discovered = await run('discover', '--no-list');
      expect(discovered.code, discovered.err).toBe(0);
    }, 400_000);
    afterAll(() => target.stop());

    it('brings what is on the server', async () => {
      expect((await ask('PUT', 'one.ics', event('one', 'From the server'))).status).toBe(201);
      expect((await sync()).err).toMatch(/Copying/);
      expect(readFileSync(fileOf('one'), 'utf8')).toContain('SUMMARY:From the server');
    });

    it('sends what is new, changed or gone on its side', async () => {
      writeFileSync(join(local, 'two.ics'), event('two', 'From here'));
      writeFileSync(fileOf('one'), event('one', 'Changed here'));
      await sync();
      expect(await onServer('UID:two')).toContain('SUMMARY:From here');
      expect(await onServer('UID:one')).toContain('SUMMARY:Changed here');
      rmSync(fileOf('UID:two'));
      await sync();
      expect(await onServer('UID:two')).toBeNull();
    });

    it('takes what was changed or is gone on the server', async () => {
      expect((await ask('PUT', 'three.ics', event('three', 'Stays a while'))).status).toBe(201);
      await sync();
      expect((await ask('PUT', 'three.ics', event('three', 'Changed there'))).status).toBeLessThan(300);
      await sync();
      expect(readFileSync(fileOf('UID:three'), 'utf8')).toContain('SUMMARY:Changed there');
      expect((await ask('DELETE', 'three.ics')).status).toBeLessThan(300);
      await sync();
      expect(locally().some((file) => readFileSync(join(local, file), 'utf8').includes('UID:three'))).toBe(
        false,
      );
    });

    it('has nothing to do when nothing changed', async () => {
      await sync();
      expect((await sync()).err).not.toMatch(/Copying|Deleting/);
    });

    it('finds a conflict when both sides changed, and settles it as it was told', async () => {
      expect((await ask('PUT', 'four.ics', event('four', 'Both'))).status).toBe(201);
      await sync();
      expect((await ask('PUT', 'four.ics', event('four', 'Server wins'))).status).toBeLessThan(300);
      writeFileSync(fileOf('UID:four'), event('four', 'Loses'));
      expect((await sync()).err).toContain('conflict');
      expect(readFileSync(fileOf('UID:four'), 'utf8')).toContain('SUMMARY:Server wins');
      expect(await onServer('UID:four')).toContain('SUMMARY:Server wins');
    });

    it('names and colours the calendar on both sides', async () => {
      const xml = { 'content-type': 'application/xml; charset=utf-8' };
      expect((await ask('PROPPATCH', '', NAMED, xml)).status).toBe(207);
      writeFileSync(join(local, 'color'), '#ff8800');
      const ended = await run('metasync');
      expect(ended.code, ended.err).toBe(0);
      expect(readFileSync(join(local, 'displayname'), 'utf8')).toBe('Élan');
      const found = await (await ask('PROPFIND', '', COLOUR, { depth: '0', ...xml })).text();
      expect(found.toLowerCase()).toContain('#ff8800');
    });
  });
});

const NAMED =
  '<D:propertyupdate xmlns:D="DAV:"><D:set><D:prop><D:displayname>Élan</D:displayname></D:prop></D:set></D:propertyupdate>';
const COLOUR =
  '<D:propfind xmlns:D="DAV:" xmlns:A="http://apple.com/ns/ical/"><D:prop><A:calendar-color/></D:prop></D:propfind>';

const configOf = ({ url, accounts, directory }: ClientTarget): string => `
[general]
status_path = "${directory}/status"
[pair calendars]
a = "here"
b = "server"
collections = ["${SEGMENT}"]
conflict_resolution = "b wins"
metadata = ["displayname", "color"]
[storage here]
type = "filesystem"
path = "${directory}/calendars"
fileext = ".ics"
[storage server]
type = "caldav"
url = "${url}"
username = "${accounts[0]!.user}"
password = "${accounts[0]!.password}"
`;

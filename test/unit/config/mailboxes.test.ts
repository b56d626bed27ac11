import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from '../../../config/index.ts';

const directory = mkdtempSync(join(tmpdir(), 'parley-mailboxes-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const fileWith = (content: unknown): string => {
  const path = join(directory, 'mailboxes.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};
const oauth2 = {
  tokenUrl: 'https://accounts.test/token',
  clientId: 'a',
  clientSecret: 'b',
  refreshToken: 'c',
};

describe('the mailboxes of a configuration', () => {
  it('may name who vouches for their server', () => {
    const caFile = join(directory, 'ca.pem');
    const withCa = (text: string) => {
      writeFileSync(caFile, text);
      const mailbox = { name: 'desk', url: 'imaps://desk:x@mail.example.com', caFile };
      return { MAILBOXES_FILE: fileWith([mailbox]) };
    };
    const certificate = '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n';
    expect(loadConfig(withCa(certificate)).mailboxes).toMatchObject([{ name: 'desk', ca: certificate }]);
    expect(problemsOf(withCa('secret'))).toEqual(['MAILBOXES_FILE.0.caFile: has no certificate']);
    const gone = [{ name: 'desk', url: 'imaps://desk:x@mail.example.com', caFile: '/nowhere/ca.pem' }];
    expect(problemsOf({ MAILBOXES_FILE: fileWith(gone) })).toEqual([
      'MAILBOXES_FILE.0.caFile: cannot be read (ENOENT)',
    ]);
  });

  it('are none by default', () => {
    expect(loadConfig({}).mailboxes).toEqual([]);
  });

  it('are read from a URL, with its password', () => {
    const url = 'imaps://desk%40example.com:p%40ss%2Fword@mail.example.com/Answers';
    expect(loadConfig({ IMAP_URL: url }).mailboxes).toMatchObject([
      {
        name: 'default',
        host: 'mail.example.com',
        port: 993,
        tls: 'implicit',
        user: 'desk@example.com',
        auth: { password: 'p@ss/word' },
        folder: 'Answers',
        handled: { flag: '$ParleyHandled' },
        firstSinceMs: 14 * 86_400_000,
      },
    ]);
  });

  it('never send a password over a network in the clear', () => {
    const tlsOf = (host: string) => loadConfig({ IMAP_URL: `imap://u:p@${host}` }).mailboxes[0]?.tls;
    expect(tlsOf('mail.example.com')).toBe('required');
    expect(tlsOf('127.0.0.1:1143')).toBe('opportunistic');
  });

  it('are read from a file, several of them', () => {
    const file = fileWith([
      { name: 'desk', url: 'imaps://desk@example.com', password: 'x', handled: { move: 'Parley/Handled' } },
      { name: 'sales', url: 'imaps://sales@example.com', oauth2, handled: 'none', pollSeconds: 5 },
    ]);
    const { mailboxes } = loadConfig({ IMAP_URL: 'imaps://u:p@example.com', MAILBOXES_FILE: file });
    expect(mailboxes.map(({ name, handled }) => [name, handled])).toEqual([
      ['default', { flag: '$ParleyHandled' }],
      ['desk', { move: 'Parley/Handled' }],
      ['sales', 'none'],
    ]);
    expect(mailboxes[2]).toMatchObject({ auth: { oauth2 }, folder: 'INBOX', pollMs: 5_000 });
  });

  it('tell all their problems at once, and none of their secrets', () => {
    const problems = problemsOf({
      PORT: 'many',
      IMAP_URL: 'https://example.com',
      MAILBOXES_FILE: fileWith([
        { name: 'Not this', url: 'imaps://u:secret@example.com' },
        { name: 'a', url: 'imaps://u@example.com' },
        { name: 'b', url: 'imaps://u:secret@example.com', handled: { flag: '\\Deleted' } },
        { name: 'c', url: 'imaps://u:%zzsecret@example.com' },
        { name: 'd', url: 'no url' },
        { name: 'e', url: 'imaps://u:secret@example.com' },
        { name: 'e', url: 'imaps://u:secret@example.com' },
      ]),
    });
    const said = problems.join('\n');
    for (const at of ['PORT', 'IMAP_URL', ...[0, 1, 2, 3, 4, 6].map((n) => `MAILBOXES_FILE.${n}`)]) {
      expect(said).toContain(at);
    }
    expect(said).not.toContain('MAILBOXES_FILE.5');
    expect(said).not.toContain('secret');
  });

  it('whose file is missing, no JSON or no list is a problem that does not quote it', () => {
    expect(problemsOf({ MAILBOXES_FILE: join(directory, 'none') })).toEqual([
      'MAILBOXES_FILE: cannot be read (ENOENT)',
    ]);
    expect(problemsOf({ MAILBOXES_FILE: fileWith('{"password": "secret') })).toEqual([
      'MAILBOXES_FILE: is not JSON',
    ]);
    expect(problemsOf({ MAILBOXES_FILE: fileWith({}) })).toEqual(['MAILBOXES_FILE: must be a JSON list']);
  });
});

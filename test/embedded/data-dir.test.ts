import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dkimKeyOf } from '../../adapters/mail/dkim/key.ts';
import { dkimKeyFileOf, openDataDir, secretOf } from '../../workers/embedded/data-dir.ts';
import { prepareCluster } from '../../workers/embedded/postgres-cluster.ts';
import { failureOf, temporaryDirectory } from './helpers.ts';

const open = (path: string) => failureOf(Promise.resolve().then(() => openDataDir(path)));

it('creates the directory, and opens it again', () => {
  const path = join(temporaryDirectory(), 'new', '.parley');
  openDataDir(path).release();
  openDataDir(path).release();
  expect(readdirSync(path).sort()).toEqual(['VERSION', 'logs']);
});

it('refuses a directory of another version in one sentence, and leaves it unlocked', async () => {
  const path = temporaryDirectory();
  writeFileSync(join(path, 'VERSION'), '99\n');
  const failure = await open(path);
  expect(failure.code).toBe('data_dir_version');
  expect(failure.message).toBe(
    `${path} is a data directory of another version of Parley (layout 99, this one uses 1); set PARLEY_DATA_DIR to another one.`,
  );
  expect(readdirSync(path)).toEqual(['VERSION']);
});

it('does not move into a directory that holds something else', async () => {
  const path = temporaryDirectory();
  writeFileSync(join(path, 'thesis.txt'), '');
  expect((await open(path)).message).toContain('holds other files and is not a data directory of Parley');
  expect(readdirSync(path)).toEqual(['thesis.txt']);
});

it('says that a directory cannot be written', async () => {
  const path = join(temporaryDirectory(), 'file');
  writeFileSync(path, '');
  expect(await open(join(path, 'below'))).toMatchObject({
    code: 'data_dir_permission',
    message: `The data directory ${path}/below cannot be written (not a directory); set PARLEY_DATA_DIR to another one.`,
  });
});

it('says so too where the system makes no directory, and does not try for ever', async () => {
  expect(await open('/proc/nope/below')).toMatchObject({
    code: 'data_dir_permission',
    message: expect.stringMatching(/^The data directory \/proc\/nope\/below cannot be written \(/) as string,
  });
});

it('keeps a secret that only the owner can read', () => {
  const path = temporaryDirectory();
  const secret = secretOf(path, 'secret-key');
  expect(Buffer.from(secret, 'base64')).toHaveLength(32);
  expect(secretOf(path, 'secret-key')).toBe(secret);
  expect(statSync(join(path, 'secret-key')).mode & 0o777).toBe(0o600);
});

it("refuses another PostgreSQL's files in one sentence", async () => {
  const directory = join(temporaryDirectory(), 'postgres');
  mkdirSync(directory);
  writeFileSync(join(directory, 'PG_VERSION'), '15\n');
  const failure = await failureOf(prepareCluster(directory, 'secret'));
  expect(failure.code).toBe('database_version');
  expect(failure.message).toContain('was written by PostgreSQL 15 and this Parley brings PostgreSQL 18');
});

it('keeps a key for signing mail that only the owner can read', () => {
  const path = temporaryDirectory();
  const file = dkimKeyFileOf(path);
  const pem = readFileSync(file, 'utf8');
  expect(dkimKeyOf(pem).privateKey.asymmetricKeyType).toBe('rsa');
  expect(readFileSync(dkimKeyFileOf(path), 'utf8')).toBe(pem);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

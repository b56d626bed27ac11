import pino from 'pino';
import { Registry } from 'prom-client';
import { afterEach, describe, expect, it } from 'vitest';
import { newDkimKey } from '../../../adapters/mail/dkim/key.ts';
import { loadTexts } from '../../../adapters/texts/load.ts';
import { ConfigError, loadConfig } from '../../../config/index.ts';
import {
  configuredComposer,
  configuredMessageTools,
  createOutgoingMail,
} from '../../../workers/outgoing-mail.ts';
import { startFaultySmtp } from '../../support/faulty-smtp.ts';
import { viewOf } from '../mail/support.ts';

const SETTINGS = { PARLEY_SECRET_KEY: Buffer.alloc(32, 1).toString('base64') };
const log = pino({ level: 'silent' });

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function started(settings: Record<string, string>) {
  const smtp = await startFaultySmtp();
  stops.push(() => smtp.close());
  const config = loadConfig({ ...SETTINGS, SMTP_URL: smtp.smtpUrl, ...settings });
  const tools = configuredMessageTools(config, configuredComposer(config, loadTexts(), log), log);
  const sender = createOutgoingMail(config, log, new Registry());
  stops.unshift(() => Promise.resolve(sender.close()));
  return { tools, sender };
}

describe('a worker’s outgoing mail', () => {
  it('is signed with the configured key, also one that stands on one line', async () => {
    const { tools } = await started({
      DKIM_PRIVATE_KEY: newDkimKey().replaceAll('\n', '\\n'),
      DKIM_SELECTOR: 'spring',
      DKIM_DOMAIN: 'parley.test',
    });
    const { raw } = await tools.composer.compose(viewOf('invitation', 'REQUEST'));
    const [signature] = raw.toString().split('\r\nAuto-Submitted', 1);
    for (const part of [/^DKIM-Signature: /, /\sd=parley\.test;/, /\ss=spring;/])
      expect(signature).toMatch(part);
  });

  it('is not signed without a key, and has addresses of its own unless they are turned off', async () => {
    const { tools, sender } = await started({});
    const { raw } = await tools.composer.compose(viewOf('invitation', 'REQUEST'));
    expect(raw.toString()).not.toContain('DKIM-Signature');
    expect(tools.tags?.tagsMessages).toBe(true);
    const message = { from: 'scheduling@parley.test', to: 'guest@example.com', raw };
    expect((await sender.send(message)).response).toMatch(/^250/);
    const plain = await started({ MAIL_TAGS: 'false', MAIL_TAG_SEPARATOR: '-' });
    expect(plain.tools.tags?.tagsMessages).toBe(false);
    expect(plain.tools.tags?.ofMessage('a@parley.test', '1')?.replyTo).toMatch(/^a-r/);
  });

  it('does not begin with a key that cannot be used', async () => {
    for (const settings of [{ DKIM_PRIVATE_KEY: 'nothing' }, { DKIM_KEY_FILE: '/nowhere/key.pem' }]) {
      const [name] = Object.keys(settings);
      const failure = await started(settings).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(ConfigError);
      expect((failure as Error).message).toContain(`${name}: cannot be used`);
    }
  });
});

it('two keys at once are a problem of the configuration, and so is a separator that no mailbox can have', () => {
  const both = { DKIM_PRIVATE_KEY: 'a', DKIM_KEY_FILE: 'b', MAIL_TAG_SEPARATOR: '@' };
  expect(() => loadConfig(both)).toThrow(/MAIL_TAG_SEPARATOR: must be[^]*DKIM_PRIVATE_KEY: only one/);
});

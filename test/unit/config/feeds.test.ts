import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../config/index.ts';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');

describe('feeds', () => {
  it('come over https from public hosts, unless told otherwise', () => {
    expect(loadConfig({}).feeds).toEqual({
      allowHttp: false,
      allowedHosts: [],
      hostPerMinute: 600,
      ownerPerMinute: 120,
    });
    const env = {
      FEED_ALLOW_HTTP: 'true',
      FEED_ALLOWED_HOSTS: 'cloud.lan, 10.0.0.0/8,192.168.7.7,fd00::/8, intranet',
      FEED_HOST_PER_MINUTE: '2000',
      FEED_OWNER_PER_MINUTE: '10',
    };
    expect(loadConfig(env).feeds).toEqual({
      allowHttp: true,
      allowedHosts: ['cloud.lan', '10.0.0.0/8', '192.168.7.7', 'fd00::/8', 'intranet'],
      hostPerMinute: 2000,
      ownerPerMinute: 10,
    });
  });

  it('are sealed by keys of 32 bytes', () => {
    expect(loadConfig({}).previousSecretKeys).toEqual([]);
    expect(loadConfig({ PREVIOUS_SECRET_KEYS: `${key(1)}, ${key(2)}` }).previousSecretKeys).toEqual([
      key(1),
      key(2),
    ]);
  });

  it.each([
    ['FEED_ALLOWED_HOSTS', 'https://cloud.lan'],
    ['FEED_ALLOWED_HOSTS', 'cloud.lan:8443'],
    ['FEED_ALLOWED_HOSTS', '10.0.0.0/33'],
    ['FEED_ALLOWED_HOSTS', '10.0.0'],
    ['FEED_ALLOWED_HOSTS', '300.1.1.1'],
    ['FEED_ALLOWED_HOSTS', '*'],
    ['FEED_HOST_PER_MINUTE', '0'],
    ['FEED_OWNER_PER_MINUTE', 'many'],
    ['PREVIOUS_SECRET_KEYS', 'short'],
  ])('%s=%s is no such setting', (name, value) => {
    expect(() => loadConfig({ [name]: value })).toThrow(name);
  });
});

import { describe, expect, it } from 'vitest';
import { loadConfig, unknownVariables } from '../../../config/index.ts';

const told = (...names: string[]) => unknownVariables(Object.fromEntries(names.map((name) => [name, '1'])));

describe('a variable that is Parley’s by its name, and that nothing reads', () => {
  it.each([
    ['PARLEY_SMTP_URL', 'SMTP_URL'],
    ['PARLEY_PORT', 'PORT'],
    ['PARLEY_LOG_LEVEL', 'LOG_LEVEL'],
    ['PARLEY_KEY', 'PARLEY_API_KEY'],
    ['PARLEY_DIR', 'PARLEY_DATA_DIR'],
    ['PARLEY_SECRET', 'PARLEY_SECRET_KEY'],
  ])('%s is told, with what was most likely meant', (name, meant) => {
    expect(told(name)).toEqual([`${name} is not known; did you mean ${meant}?`]);
    expect(() => loadConfig({ [name]: '1' })).not.toThrow();
  });

  it('is told also where nothing is near', () => {
    expect(told('PARLEY_COLOUR_OF_PAGES')).toEqual([
      'PARLEY_COLOUR_OF_PAGES is not known; the README has all settings.',
    ]);
  });

  it('is told without its value, once, with every other one', () => {
    const sentences = unknownVariables({ PARLEY_KEY: 'secret-one', PARLEY_DIR: 'secret-two', PATH: '/bin' });
    expect(sentences).toHaveLength(2);
    expect(sentences.join()).not.toContain('secret');
  });

  it.each([
    ['what is read', ['PARLEY_DATA_DIR', 'PARLEY_API_KEY', 'SMTP_URL']],
    ['a slip, which is an error', ['PARLEY_DATADIR']],
    ['another program’s', ['SMTP_HOST', 'MY_PARLEY_KEY', 'PARLEYS']],
    [
      'what Kubernetes gives beside a service',
      [
        ...['PARLEY_SERVICE_HOST', 'PARLEY_SERVICE_PORT', 'PARLEY_SERVICE_PORT_HTTP', 'PARLEY_PORT'],
        ...[
          'PARLEY_PORT_3000_TCP',
          'PARLEY_PORT_3000_TCP_ADDR',
          'PARLEY_API_SERVICE_HOST',
          'PARLEY_API_PORT',
        ],
      ],
    ],
  ])('is not %s', (_what, names) => {
    expect(told(...names)).toEqual([]);
  });

  it('is none when it is empty', () => {
    expect(unknownVariables({ PARLEY_KEY: '' })).toEqual([]);
  });
});

describe('PARLEY_API_KEY', () => {
  it.each(['x'.repeat(16), 'x'.repeat(256), 'pk_!"#$%&/()=~'.padEnd(16, '~')])('may be %s', (key) => {
    expect(loadConfig({ PARLEY_API_KEY: key }).apiKey).toBe(key);
  });

  it.each([
    'x'.repeat(15),
    'x'.repeat(257),
    'with a space inside',
    'schlüssel-schlüssel',
    `${'x'.repeat(16)}\n`,
  ])('may not be %j, which no request could show', (key) => {
    expect(() => loadConfig({ PARLEY_API_KEY: key })).toThrow(
      'PARLEY_API_KEY: must be 16 to 256 visible ASCII characters, without a space',
    );
  });
});

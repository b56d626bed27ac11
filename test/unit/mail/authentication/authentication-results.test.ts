import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAuthenticationResults as parse } from '../../../../adapters/mail/authentication/authentication-results.ts';

const methods = (value: string) =>
  parse(value)?.results.map(({ method, result, properties }) => ({ method, result, ...properties }));

describe('Authentication-Results', () => {
  it('none (RFC 8601 Appendix B.2)', () => {
    expect(parse(' example.org 1; none')).toEqual({ authservId: 'example.org', bare: false, results: [] });
  });

  it('of several methods, folded and with comments (Appendix B.4)', () => {
    const value =
      ' example.com;\r\n      auth=pass (cram-md5) smtp.auth=sender@example.net;\r\n' +
      '      spf=pass smtp.mailfrom=example.net';
    expect(methods(value)).toEqual([
      { method: 'auth', result: 'pass', 'smtp.auth': 'sender@example.net' },
      { method: 'spf', result: 'pass', 'smtp.mailfrom': 'example.net' },
    ]);
  });

  it('with a reason and two signatures (Appendix B.6)', () => {
    const value =
      'example.com; dkim=pass reason="good signature" header.i=@mail-router.example.net; ' +
      'dkim=fail reason="bad signature" header.i=@newyork.example.com';
    expect(methods(value)).toEqual([
      { method: 'dkim', result: 'pass', 'header.i': '@mail-router.example.net' },
      { method: 'dkim', result: 'fail', 'header.i': '@newyork.example.com' },
    ]);
  });

  it('with comments between everything (Appendix B.7)', () => {
    const value =
      'foo.example.net (foobar) 1 (baz);\r\n    dkim (Because I like it) / 1 (One yay) = (wait for it) fail\r\n' +
      "      policy (A dot can go here) . (like that) expired\r\n      (this surprised me) = (as I wasn't expecting it) 1362471462";
    expect(parse(value)?.authservId).toBe('foo.example.net');
    expect(methods(value)).toEqual([{ method: 'dkim', result: 'fail', 'policy.expired': '1362471462' }]);
  });

  it('a semicolon, a parenthesis or a backslash in quotes ends nothing', () => {
    const value = 'a.example; spf=fail reason="x; dmarc=pass (\\"y\\") \\\\" smtp.mailfrom="o;o"@b.example';
    expect(methods(value)).toEqual([{ method: 'spf', result: 'fail', 'smtp.mailfrom': 'o;o@b.example' }]);
  });

  it('a comment that nests, or hides a statement, states nothing', () => {
    const value = 'a.example (x (y) \\) ; dmarc=pass); spf=none (; dmarc=pass (z);) smtp.helo=h.example';
    expect(methods(value)).toEqual([{ method: 'spf', result: 'none', 'smtp.helo': 'h.example' }]);
  });

  it('base64 and slashes in values stay whole', () => {
    const value = 'a.example; dkim=pass header.b="aB/c+d==" header.d=B.example; arc=pass (i=1) x.y=q/r=';
    expect(methods(value)).toEqual([
      { method: 'dkim', result: 'pass', 'header.b': 'aB/c+d==', 'header.d': 'B.example' },
      { method: 'arc', result: 'pass', 'x.y': 'q/r=' },
    ]);
  });

  it('capitals make no difference in names and results', () => {
    expect(parse('MX.Example.ORG; DMARC=Pass Header.From=x.example')).toMatchObject({
      authservId: 'mx.example.org',
      results: [{ method: 'dmarc', result: 'pass', properties: { 'header.from': 'x.example' } }],
    });
  });

  it('the first of two properties of a name counts', () => {
    expect(methods('a.example; dkim=pass header.d=one.example header.d=two.example')).toEqual([
      { method: 'dkim', result: 'pass', 'header.d': 'one.example' },
    ]);
  });

  it('as an ARC set has it, after its instance', () => {
    expect(parse('i=2; a.example; dmarc=pass header.from=b.example')?.authservId).toBe('a.example');
  });

  it.each([
    ['empty', ''],
    ['without an id', '; spf=pass'],
    [
      'that begins with a statement, as Microsoft 365 writes it',
      'spf=pass smtp.mailfrom=a.example; dkim=pass',
    ],
    ['with a quote that never ends', 'a.example; spf=pass reason="x'],
    ['with a comment that never ends', 'a.example (; spf=pass'],
    ['too long', `a.example; ${'spf=pass;'.repeat(10_000)}`],
  ])('is nothing: %s', (_name, value) => expect(parse(value)).toBeNull());

  it('whatever is in it, reading it ends, without an error', () => {
    const pieces = fc.constantFrom(
      'a.example',
      ';',
      '=',
      '(',
      ')',
      '"',
      '\\',
      ' ',
      '\r\n\t',
      'spf',
      'pass',
      '.',
      '/',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 60 }), (parts) => {
        const found = parse(parts.join(''));
        for (const { method } of found?.results ?? []) expect(typeof method).toBe('string');
      }),
      { numRuns: 2_000 },
    );
  });

  it('no quoted or commented text ever states anything', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (inside) => {
        const quoted = `"${inside.replace(/[\\"]/g, '\\$&')}"`;
        const comment = `(${inside.replace(/[\\()]/g, '\\$&')})`;
        const found = parse(`a.example; spf=fail reason=${quoted} ${comment}`);
        expect(found?.results.map(({ method, result }) => `${method}=${result}`)).toEqual(['spf=fail']);
      }),
    );
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseMime } from '../../../adapters/mail/parse-mime.ts';
import { growthOfFourfold } from '../../support/growth.ts';
import { tnefAnswerOf } from '../../../adapters/mail/reading/tnef.ts';

const CALENDAR = 'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n';
const ENTITY = `Content-Type: text/calendar; method=REPLY\r\n\r\n${CALENDAR}`;
const read = (...lines: string[]) =>
  parseMime(Buffer.from(['From: g@x.example', 'MIME-Version: 1.0', ...lines].join('\r\n')));
const base64 = (octets: Buffer) => octets.toString('base64').replace(/.{76}/g, '$&\r\n');
const whole = (type: string, octets: Buffer) =>
  read(`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', '', base64(octets));

describe('S/MIME', () => {
  let directory = '';
  const quiet = { stdio: 'pipe' } as const;
  const file = (name: string) => join(directory, name);
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'parley-smime-'));
    const made = ['-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=guest', '-days', '2'];
    execFileSync('openssl', ['req', '-x509', ...made, '-keyout', file('k'), '-out', file('c')], quiet);
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const cms = (input: string | Buffer, ...options: string[]) =>
    execFileSync('openssl', ['cms', '-binary', '-outform', 'DER', ...options], { ...quiet, input });
  const signed = (input: string | Buffer, ...options: string[]) =>
    cms(input, '-sign', '-nodetach', '-signer', file('c'), '-inkey', file('k'), ...options);
  const asPart = (octets: Buffer) =>
    `Content-Type: application/pkcs7-mime; smime-type=signed-data\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(octets)}`;
  const answer = { calendars: [{ method: 'REPLY' }], problem: null };

  it('that is only signed is read', async () => {
    expect(await whole('application/pkcs7-mime; smime-type=signed-data', signed(ENTITY))).toMatchObject(
      answer,
    );
    expect(await whole('application/x-pkcs7-mime; name=smime.p7m', signed(ENTITY))).toMatchObject(answer);
    expect(await whole('application/octet-stream; name="SMIME.P7M"', signed(ENTITY))).toMatchObject(answer);
  });

  it('is read in pieces of unknown length, too', async () => {
    expect(await whole('application/pkcs7-mime', signed(ENTITY, '-stream', '-indef'))).toMatchObject(answer);
  });

  it('is read within parts, and signed again', async () => {
    const parts = [
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'x',
    ];
    expect(await read(...parts, '--b', asPart(signed(asPart(signed(ENTITY)))), '--b--')).toMatchObject(
      answer,
    );
  });

  it('with a detached signature has what it signs as its first part', async () => {
    const lines = [
      'Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=b',
      '',
      '--b',
    ];
    const signature = [
      '--b',
      'Content-Type: application/pkcs7-signature; name=smime.p7s',
      '',
      'AA==',
      '--b--',
    ];
    expect(await read(...lines, ENTITY, ...signature)).toMatchObject(answer);
  });

  it('that is encrypted, broken or too large is not read, and says so', async () => {
    const encrypted = cms(ENTITY, '-encrypt', '-aes128', file('c'));
    const broken = signed(ENTITY).subarray(0, 60);
    const nested = Buffer.concat(Array.from({ length: 20_000 }, () => Buffer.from([0x30, 0x80])));
    for (const octets of [
      encrypted,
      broken,
      nested,
      Buffer.from('none'),
      Buffer.alloc(0),
      Buffer.alloc(2_100_000),
    ])
      expect(await whole('application/pkcs7-mime', octets)).toMatchObject({
        calendars: [],
        problem: 'smime-encrypted',
      });
  });
});

describe('OpenPGP', () => {
  it('that is encrypted says so', async () => {
    const parts = [
      'Content-Type: multipart/encrypted; boundary=b',
      '',
      '--b',
      'Content-Type: application/pgp-encrypted',
    ];
    const pgp = { problem: 'pgp-encrypted' };
    expect(
      await read(
        ...parts,
        '',
        'Version: 1',
        '--b',
        'Content-Type: application/octet-stream',
        '',
        'x',
        '--b--',
      ),
    ).toMatchObject(pgp);
    expect(
      await read('', '-----BEGIN PGP MESSAGE-----', '', 'hQEMA', '-----END PGP MESSAGE-----'),
    ).toMatchObject(pgp);
  });

  it('that is only signed is read', async () => {
    const mail = await read(
      '',
      '-----BEGIN PGP SIGNED MESSAGE-----',
      'Hash: SHA256',
      '',
      'Tuesday is better.',
    );
    expect(mail).toMatchObject({ problem: null, text: expect.stringContaining('Tuesday') as string });
  });
});

const attribute = (id: number, data: Buffer, level = 1): Buffer => {
  const head = Buffer.alloc(9);
  head.writeUInt8(level, 0);
  head.writeUInt32LE(id, 1);
  head.writeUInt32LE(data.length, 5);
  return Buffer.concat([head, data, Buffer.alloc(2)]);
};
const tnef = (...attributes: Buffer[]) => Buffer.concat([Buffer.from('789f3e220100', 'hex'), ...attributes]);
const ofClass = (name: string) => attribute(0x00078008, Buffer.from(`${name}\0`));
const VERSION = attribute(0x00089006, Buffer.from('00000100', 'hex'));
const COUNTER = Buffer.from(
  '0b00018002200600000000 00c0000000000000460000000057820000 01000000'.replaceAll(' ', ''),
  'hex',
);

describe('a winmail.dat', () => {
  const answers: [string, string | null][] = [
    ['IPM.Schedule.Meeting.Resp.Pos', 'ACCEPTED'],
    ['IPM.Schedule.Meeting.Resp.Neg', 'DECLINED'],
    ['IPM.Schedule.Meeting.Resp.Tent', 'TENTATIVE'],
    ['IPM.Microsoft Schedule.MtgRespP', 'ACCEPTED'],
    ['IPM.Microsoft Schedule.MtgRespN', 'DECLINED'],
    ['IPM.Microsoft Schedule.MtgRespA', 'TENTATIVE'],
    ['ipm.schedule.meeting.resp.neg', 'DECLINED'],
    ['IPM.Schedule.Meeting.Resp.Pos.Custom', 'ACCEPTED'],
    ['IPM.Schedule.Meeting.Resp.Posx', null],
    ['IPM.Schedule.Meeting.Request', null],
    ['IPM.Microsoft Schedule.MtgReq', null],
    ['IPM.Note', null],
  ];

  it.each(answers)('of the class %s answers %s', async (name, says) => {
    expect(await whole('application/ms-tnef; name=winmail.dat', tnef(VERSION, ofClass(name)))).toMatchObject({
      tnef: says,
      problem: 'tnef-unreadable',
    });
  });

  it('is found by its name or its first octets, beside text and within parts', async () => {
    const octets = base64(tnef(VERSION, ofClass('IPM.Schedule.Meeting.Resp.Neg')));
    for (const type of [
      'application/octet-stream; name="WINMAIL.DAT"',
      'application/vnd.ms-tnef',
      'application/octet-stream',
    ])
      expect(
        await read(
          'Content-Type: multipart/mixed; boundary=a',
          '',
          '--a',
          'Content-Type: multipart/mixed; boundary=b',
          '',
          '--b',
          '',
          'Sorry!',
          '--b',
          `Content-Type: ${type}`,
          'Content-Transfer-Encoding: base64',
          '',
          octets,
          '--b--',
          '--a--',
        ),
      ).toMatchObject({ tnef: 'DECLINED', text: 'Sorry!' });
  });

  it('may have its class among the properties only', async () => {
    const properties = Buffer.from('\x01\0\x1f\0IPM.Schedule.Meeting.Resp.Tent', 'utf16le');
    expect(await whole('application/ms-tnef', tnef(attribute(0x00069003, properties)))).toMatchObject({
      tnef: 'TENTATIVE',
    });
  });

  it('that proposes another time says so', async () => {
    const octets = tnef(ofClass('IPM.Schedule.Meeting.Resp.Tent'), attribute(0x00069003, COUNTER));
    expect(await whole('application/ms-tnef', octets)).toMatchObject({ tnef: 'COUNTER' });
  });

  it('that is broken, or speaks only of an attachment, answers nothing', async () => {
    const says = ofClass('IPM.Schedule.Meeting.Resp.Pos');
    for (const octets of [
      Buffer.alloc(0),
      tnef(),
      tnef(says).subarray(0, 12),
      tnef(attribute(0x00078008, Buffer.from('IPM.Schedule.Meeting.Resp.Pos'), 2)),
      Buffer.concat([Buffer.from('000000000000', 'hex'), says]),
      tnef(attribute(1, Buffer.alloc(0)), Buffer.from('01020304ffffffff', 'hex'), says),
    ])
      expect(await whole('application/ms-tnef', octets)).toMatchObject({ tnef: null });
  });

  it('takes as long to read as it is long', async () => {
    const part = (size: number) => [
      {
        type: 'application/ms-tnef',
        disposition: null,
        filename: null,
        parameters: {},
        content: tnef(
          ...Array.from({ length: size }, () => attribute(1, Buffer.alloc(4))),
          attribute(0x00069003, Buffer.alloc(size * 100)),
        ),
      },
    ];
    const growing = { make: part, work: tnefAnswerOf, most: 64_000, limit: 8 };
    expect(await growthOfFourfold(growing)).toBeLessThan(8);
  });
});

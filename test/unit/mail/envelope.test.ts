import { describe, expect, it } from 'vitest';
import { envelopeOf } from '../../../activities/mailbox/envelope.ts';

const mail = (...headers: string[]) =>
  Buffer.from([...headers, '', 'Return-Path: <body@test>', ''].join('\r\n'));

describe('the envelope of a kept message', () => {
  it('is what the own server wrote on top, not what came with the message', () => {
    const raw = mail(
      'Return-Path: <Guest@Example.com>',
      'Delivered-To: desk+reply@parley.test',
      'Received: from elsewhere',
      'Return-Path: <forged@test>',
      'Delivered-To: forged@test',
    );
    expect(envelopeOf(raw)).toEqual({ from: 'guest@example.com', to: ['desk+reply@parley.test'] });
  });

  it('knows the original recipient of an alias, and folded lines', () => {
    const raw = mail('Return-Path:\r\n <guest@example.com>', 'X-Original-To: a@test', 'Delivered-To: b@test');
    expect(envelopeOf(raw)).toEqual({ from: 'guest@example.com', to: ['a@test', 'b@test'] });
  });

  it('of a bounce has no sender', () => {
    expect(envelopeOf(mail('Return-Path: <>')).from).toBeNull();
  });

  it('is empty where nothing is written, or nonsense', () => {
    expect(envelopeOf(mail('Subject: x', 'Delivered-To: two words@test'))).toEqual({ from: null, to: [] });
    expect(envelopeOf(Buffer.alloc(0))).toEqual({ from: null, to: [] });
  });
});

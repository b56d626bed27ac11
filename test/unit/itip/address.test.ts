import { describe, expect, it } from 'vitest';
import { ownerOfAddress } from '../../../domain/itip/address.ts';

const PLUS = { host: ['me+host@x.example'], guest: ['me+guest@x.example'] };
const PLAIN = { host: ['host@x.example'], guest: ['anna@x.example', 'a@y.example'] };

describe('an address is', () => {
  it.each([
    ['me+guest@x.example', PLUS, 'guest', 'attendee'],
    ['me+host@x.example', PLUS, 'host', 'attendee'],
    ['a@y.example', PLAIN, 'guest', 'alias'],
    ['anna+work@x.example', PLAIN, 'guest', 'sub-address'],
    ['me@x.example', { host: ['me@x.example'], guest: ['me+guest@x.example'] }, 'host', 'attendee'],
  ])('%s of %j: the %s’s', (address, people, who, relation) => {
    expect(ownerOfAddress(address, people)).toEqual({ who, relation });
  });

  it.each(['me@x.example', 'me+other@x.example', 'eve@x.example'])('nobody’s: %s', (address) => {
    expect(ownerOfAddress(address, PLUS)).toBeNull();
  });
});

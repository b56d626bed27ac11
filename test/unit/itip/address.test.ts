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

  it('somebody’s first one before it is another of somebody else, and nobody’s as another of two', () => {
    const shared = {
      host: ['h@x.example', 'g@x.example', 's@x.example'],
      guest: ['g@x.example', 's@x.example'],
    };
    expect(ownerOfAddress('g@x.example', shared)).toEqual({ who: 'guest', relation: 'attendee' });
    expect(ownerOfAddress('s@x.example', shared)).toBeNull();
  });

  it.each(['me@x.example', 'me+other@x.example', 'eve@x.example'])('nobody’s: %s', (address) => {
    expect(ownerOfAddress(address, PLUS)).toBeNull();
  });
});

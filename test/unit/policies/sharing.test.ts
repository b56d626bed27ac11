import { describe, expect, it } from 'vitest';
import { ACCESSES, accessOf, privilegesFor } from '../../../policies/sharing.ts';

describe('a step of sharing', () => {
  it.each(ACCESSES)('is read back from what is granted with it: %s', (access) => {
    expect(accessOf(privilegesFor(access))).toBe(access);
  });

  it.each([
    [['all'], 'write'],
    [['write'], null],
    [['read', 'bind', 'unbind', 'write-content', 'write-properties'], 'read'],
    [['read-acl'], null],
    [[], null],
  ] as const)('of other grants is the largest that they have all of: %j', (granted, access) => {
    expect(accessOf(granted)).toBe(access);
  });
});

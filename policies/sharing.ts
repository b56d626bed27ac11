import { PRIVILEGES, containedIn, type Privilege } from './privileges.ts';

/** What people share a calendar for, in steps of which each contains the one before. */
export const ACCESSES = ['free-busy', 'read', 'write'] as const;
export type Access = (typeof ACCESSES)[number];

const GIVEN: Readonly<Record<Access, readonly Privilege[]>> = {
  'free-busy': ['read-free-busy'],
  read: ['read'],
  write: ['read', 'write'],
};

/** What is granted with a step. */
export const privilegesFor = (access: Access): readonly Privilege[] => GIVEN[access];

/** The largest step that is all within what was granted; null: not even the smallest is. */
export function accessOf(granted: readonly Privilege[]): Access | null {
  const held = containedIn(granted, PRIVILEGES.calendar);
  return ACCESSES.findLast((access) => GIVEN[access].every((privilege) => held.has(privilege))) ?? null;
}

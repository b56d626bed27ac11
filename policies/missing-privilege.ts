import type { Privilege } from './privileges.ts';

/** Somebody may not do that with a collection (RFC 3744 §7.1.1). */
export class MissingPrivilege extends Error {
  readonly privilege: Privilege;

  constructor(privilege: Privilege) {
    super(`the privilege ${privilege} is missing`);
    this.name = 'MissingPrivilege';
    this.privilege = privilege;
  }
}

/** @throws MissingPrivilege */
export function demand(of: { privileges: ReadonlySet<Privilege> }, privilege: Privilege): void {
  if (!of.privileges.has(privilege)) throw new MissingPrivilege(privilege);
}

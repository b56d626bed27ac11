import { needsPrivilege } from './dav-error.ts';
import { privilegeName } from './properties/acl.ts';
import { hrefOf, type Resource } from './resource.ts';
import type { Privilege } from '../../policies/privileges.ts';

/** What is in a collection is seen by whoever may read it, and so is what it is called. @throws DavError need-privileges */
export function demandSight(resource: Resource): void {
  if (resource.kind === 'collection') demandOf(resource, 'read');
}

/** @throws DavError need-privileges */
export function demandOf(resource: Extract<Resource, { kind: 'collection' }>, privilege: Privilege): void {
  if (!resource.collection.privileges.has(privilege))
    throw needsPrivilege(hrefOf(resource), privilegeName(privilege));
}

/** Of a calendar, or of where messages come in and go out (RFC 3744 §3, RFC 4791 §6.1.1, RFC 6638 §6). */
export type Privilege =
  | 'all'
  | 'read'
  | 'read-free-busy'
  | 'read-acl'
  | 'read-current-user-privilege-set'
  | 'write'
  | 'write-content'
  | 'write-properties'
  | 'bind'
  | 'unbind'
  | 'write-acl'
  | 'unlock'
  | 'schedule-deliver'
  | 'schedule-deliver-invite'
  | 'schedule-deliver-reply'
  | 'schedule-query-freebusy'
  | 'schedule-send'
  | 'schedule-send-invite'
  | 'schedule-send-reply'
  | 'schedule-send-freebusy';

export type CollectionKind = 'calendar' | 'inbox' | 'outbox';

/** A privilege with those that it contains. */
export interface PrivilegeTree {
  privilege: Privilege;
  contains: readonly PrivilegeTree[];
}

const tree = (privilege: Privilege, ...contains: PrivilegeTree[]): PrivilegeTree => ({ privilege, contains });

/** `read-free-busy` is contained in `read`, as RFC 4791 §6.1.1 asks. */
const COMMON = [
  tree('read', tree('read-free-busy')),
  tree('read-acl'),
  tree('read-current-user-privilege-set'),
  tree('write', tree('write-content'), tree('write-properties'), tree('bind'), tree('unbind')),
  tree('write-acl'),
  tree('unlock'),
];

/** What there is to be granted on each kind of collection (DAV:supported-privilege-set). */
export const PRIVILEGES: Readonly<Record<CollectionKind, PrivilegeTree>> = {
  calendar: tree('all', ...COMMON),
  inbox: tree(
    'all',
    ...COMMON,
    tree(
      'schedule-deliver',
      tree('schedule-deliver-invite'),
      tree('schedule-deliver-reply'),
      tree('schedule-query-freebusy'),
    ),
  ),
  outbox: tree(
    'all',
    ...COMMON,
    tree(
      'schedule-send',
      tree('schedule-send-invite'),
      tree('schedule-send-reply'),
      tree('schedule-send-freebusy'),
    ),
  ),
};

/** What everybody who is signed in may do where nothing else was said: see when somebody is free, and invite them. */
const USUAL: Readonly<Record<CollectionKind, readonly Privilege[]>> = {
  calendar: ['read-free-busy'],
  inbox: ['schedule-deliver'],
  outbox: [],
};

/** What somebody, or everybody who is signed in, was given on a collection. */
export interface Grant {
  /** Null: everybody of the tenant who is signed in. */
  principalId: string | null;
  privileges: readonly Privilege[];
}

export interface Guarded {
  kind: CollectionKind;
  principalId: string;
  /** Whose room or resource it is a collection of. */
  ownerId: string | null;
  grants: readonly Grant[];
}

/** What everybody who is signed in may do. */
export const grantOfAll = ({ kind, grants }: Pick<Guarded, 'kind' | 'grants'>): readonly Privilege[] =>
  grants.find(({ principalId }) => principalId === null)?.privileges ?? USUAL[kind];

/**
 * What somebody may do with a collection, with all that it contains. Its owner may do everything; others what they, groups
 * of theirs, or everybody was given.
 *
 * @param reader their principal, and those of the groups that they are in
 */
export function privilegesOf(
  reader: { principalId: string; groupIds?: readonly string[] },
  collection: Guarded,
): ReadonlySet<Privilege> {
  const { kind, principalId, ownerId, grants } = collection;
  if (principalId === reader.principalId || ownerId === reader.principalId)
    return containedIn(['all'], PRIVILEGES[kind]);
  const isTheirs = (grant: Grant): boolean =>
    grant.principalId === reader.principalId || (reader.groupIds ?? []).includes(grant.principalId ?? '');
  const given = [...grantOfAll(collection), ...grants.filter(isTheirs).flatMap((grant) => grant.privileges)];
  // Whoever may do something may know what.
  return containedIn(
    given.length === 0 ? [] : [...given, 'read-current-user-privilege-set'],
    PRIVILEGES[kind],
  );
}

/** All that is in what was given. */
export function containedIn(
  given: readonly Privilege[],
  { privilege, contains }: PrivilegeTree,
): Set<Privilege> {
  const isGiven = given.includes(privilege);
  const within = contains.flatMap((each) => [...containedIn(isGiven ? [each.privilege] : given, each)]);
  return new Set(isGiven ? [privilege, ...within] : within);
}

/** Whether there is such a privilege on that kind of collection. */
export const isPrivilegeOf = (kind: CollectionKind, name: string): name is Privilege =>
  containedIn(['all'], PRIVILEGES[kind]).has(name as Privilege);

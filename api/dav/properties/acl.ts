import { element, type XmlElement, type XmlName } from '../../../adapters/xml/element.ts';
import {
  grantOfAll,
  PRIVILEGES,
  type CollectionKind,
  type Privilege,
  type PrivilegeTree,
} from '../../../policies/privileges.ts';
import { C, D } from '../names.ts';
import { principalHref } from '../paths.ts';
import type { CollectionResource } from '../resource.ts';
import { hrefs } from './property.ts';

/** Those of RFC 4791 and RFC 6638 have the namespace of CalDAV. */
const CALDAV_PRIVILEGES = /^(read-free-busy|schedule-.*)$/;

export const privilegeName = (privilege: Privilege): XmlName =>
  CALDAV_PRIVILEGES.test(privilege) ? C(privilege) : D(privilege);

export const privilegeElement = (privilege: Privilege): XmlElement =>
  element(D('privilege'), [element(privilegeName(privilege))]);

/** DAV:current-user-privilege-set (RFC 3744 §5.4). */
export const currentPrivileges = (privileges: ReadonlySet<Privilege>): XmlElement[] =>
  [...privileges].map(privilegeElement);

/** DAV:supported-privilege-set (RFC 3744 §5.3). */
export const supportedPrivileges = (kind: CollectionKind): XmlElement[] => [supported(PRIVILEGES[kind])];

const supported = ({ privilege, contains }: PrivilegeTree): XmlElement =>
  element(D('supported-privilege'), [
    privilegeElement(privilege),
    element(D('description'), DESCRIPTIONS[privilege] ?? privilege.replaceAll('-', ' '), {
      '{http://www.w3.org/XML/1998/namespace}lang': 'en',
    }),
    ...contains.map(supported),
  ]);

const DESCRIPTIONS: Partial<Record<Privilege, string>> = {
  all: 'Everything',
  'read-free-busy': 'See when its owner has no time',
  read: 'Read everything in it',
  write: 'Change everything in it',
  'schedule-deliver': 'Invite its owner and answer them',
  'schedule-send': 'Invite and answer in the name of its owner',
};

/** DAV:acl (RFC 3744 §5.5): what the owner has cannot be taken away. */
export const accessList = ({ collection }: CollectionResource): XmlElement[] => [
  ace(element(D('property'), [element(D('owner'))]), ['all'], true),
  ace(element(D('authenticated')), grantOfAll(collection)),
  ...collection.grants.flatMap(({ principalId, privileges }) =>
    principalId === null ? [] : [ace(hrefs(principalHref(principalId))[0] as XmlElement, privileges)],
  ),
];

const ace = (who: XmlElement, privileges: readonly Privilege[], isProtected = false): XmlElement =>
  element(D('ace'), [
    element(D('principal'), [who]),
    element(D('grant'), privileges.map(privilegeElement)),
    isProtected ? element(D('protected')) : null,
  ]);

import { element, type XmlElement } from '../../../adapters/xml/element.ts';
import type { Principal } from '../../../queries/calendars/collections.ts';
import { C, CS, D } from '../names.ts';
import { collectionHref, homeHref, principalHref } from '../paths.ts';
import type { Resource } from '../resource.ts';
import { supportedReports } from '../reports/supported.ts';
import { schedulesFor } from '../scheduling.ts';
import { COMMON } from './common.ts';
import { hrefs, type Getters } from './property.ts';

type PrincipalResource = Extract<Resource, { kind: 'principal' }>;

/** What a principal is called where it has told no name: never an address of theirs. */
export const displayName = ({ name, kind }: Pick<Principal, 'name' | 'kind'>): string =>
  name ?? `Parley ${kind}`;

/** As they were given: clients compare them letter by letter. */
const addressesOf = ({ addresses }: Principal): string[] => addresses.map(({ address }) => address);

/** RFC 3744 §4, RFC 4791 §6.2, RFC 6638 §2.4. */
export const PRINCIPAL: Getters<PrincipalResource> = {
  ...COMMON,
  [D('resourcetype')]: () => [element(D('collection')), element(D('principal'))],
  [D('displayname')]: ({ principal }) => [displayName(principal)],
  [D('principal-URL')]: ({ principal }) => hrefs(principalHref(principal.id)),
  [D('alternate-URI-set')]: () => [],
  [D('owner')]: ({ principal }) => hrefs(principalHref(principal.ownerId ?? principal.id)),
  [D('group-member-set')]: ({ principal }) => hrefs(...principal.memberIds.map(principalHref)),
  [D('group-membership')]: ({ principal }) => hrefs(...principal.groupIds.map(principalHref)),
  [D('current-user-privilege-set')]: () => [
    element(D('privilege'), [element(D('read'))]),
    element(D('privilege'), [element(D('read-current-user-privilege-set'))]),
  ],
  [D('supported-report-set')]: supportedReports,
  [C('calendar-home-set')]: ({ principal }) => hrefs(homeHref(principal.id)),
  [C('calendar-user-address-set')]: ({ principal }) =>
    hrefs(...addressesOf(principal).map((address) => `mailto:${address}`), principalHref(principal.id)),
  [C('calendar-user-type')]: ({ principal }) => [principal.kind.toUpperCase()],
  [CS('email-address-set')]: ({ principal }): XmlElement[] =>
    addressesOf(principal).map((address) => element(CS('email-address'), address)),
  [C('schedule-inbox-URL')]: ({ principal }, request) =>
    schedulesFor(request) ? hrefs(collectionHref(principal.id, 'inbox')) : null,
  [C('schedule-outbox-URL')]: ({ principal }, request) =>
    schedulesFor(request) ? hrefs(collectionHref(principal.id, 'outbox')) : null,
};

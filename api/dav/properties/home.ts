import { element } from '../../../adapters/xml/element.ts';
import { C, D } from '../names.ts';
import { principalHref } from '../paths.ts';
import type { Resource } from '../resource.ts';
import { supportedReports } from '../reports/supported.ts';
import { displayName } from './principal.ts';
import { COMMON } from './common.ts';
import { hrefs, type Getters } from './property.ts';

/** Where the calendars of a principal are (RFC 4791 §6.2.1). */
export const HOME: Getters<Extract<Resource, { kind: 'home' }>> = {
  ...COMMON,
  [D('resourcetype')]: () => [element(D('collection'))],
  [D('displayname')]: ({ principal }) => [displayName(principal)],
  [D('owner')]: ({ principal }) => hrefs(principalHref(principal.id)),
  [D('current-user-privilege-set')]: ({ principal }, { member }) =>
    (principal.id === member.principalId || principal.ownerId === member.principalId
      ? ['read', 'write', 'bind', 'unbind', 'read-current-user-privilege-set']
      : ['read-current-user-privilege-set']
    ).map((name) => element(D('privilege'), [element(D(name))])),
  [D('supported-report-set')]: supportedReports,
  [C('supported-calendar-component-sets')]: () => [
    element(
      C('supported-calendar-component-set'),
      ['VEVENT', 'VTODO', 'VJOURNAL'].map((name) => element(C('comp'), [], { name })),
    ),
  ],
};

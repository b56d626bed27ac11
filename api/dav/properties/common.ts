import { element } from '../../../adapters/xml/element.ts';
import { D } from '../names.ts';
import { principalHref, PRINCIPALS_HREF } from '../paths.ts';
import type { Resource } from '../resource.ts';
import { hrefs, type Getters } from './property.ts';

/** What everything has. */
export const COMMON: Getters<Resource> = {
  [D('current-user-principal')]: (_, { member }) => hrefs(principalHref(member.principalId)),
  [D('principal-collection-set')]: () => hrefs(PRINCIPALS_HREF),
};

/** What is only there to be walked through. */
export const PLAIN_COLLECTION: Getters<Resource> = {
  ...COMMON,
  [D('resourcetype')]: () => [element(D('collection'))],
  [D('current-user-privilege-set')]: () => [
    element(D('privilege'), [element(D('read'))]),
    element(D('privilege'), [element(D('read-current-user-privilege-set'))]),
  ],
};

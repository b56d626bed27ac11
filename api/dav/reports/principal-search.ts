import {
  childOf,
  childrenOf,
  element,
  elementsIn,
  textIn,
  type XmlElement,
} from '../../../adapters/xml/element.ts';
import {
  searchPrincipals,
  type Criterion,
  type SearchField,
} from '../../../queries/calendars/search-principals.ts';
import { answerXml, multistatus } from '../multistatus.ts';
import { C, CS, D } from '../names.ts';
import { read } from '../properties/read.ts';
import type { Report } from './report.ts';

/** By which properties people are found. */
const FIELDS: Readonly<Record<string, { field: SearchField; description: string }>> = {
  [D('displayname')]: { field: 'name', description: 'Name' },
  [CS('email-address-set')]: { field: 'address', description: 'Mail address' },
  [C('calendar-user-address-set')]: { field: 'address', description: 'Calendar address' },
  [C('calendar-user-type')]: { field: 'kind', description: 'Person, room, resource or group' },
};

const MOST_FOUND = 100;

/**
 * DAV:principal-property-search (RFC 3744 §9.4), at whichever address: all principals are in one collection. Without anything
 * to search for it lists them: who may search can find them all anyway.
 */
export const principalPropertySearch: Report = async (request, body) => {
  const searches = childrenOf(body, D('property-search'));
  const criteria = searches.length === 0 ? [ANYBODY] : searches.map(criterionOf);
  const known = criteria.filter((each) => each !== null);
  // What nobody is found by is nobody's.
  const found =
    known.length < criteria.length && body.attributes.test !== 'anyof'
      ? []
      : await searchPrincipals(request.deps, request.member, {
          criteria: known,
          every: body.attributes.test !== 'anyof',
          most: MOST_FOUND,
        });
  const responses = [];
  for (const principal of found)
    responses.push(
      await read({ kind: 'principal', principal }, { kind: 'prop', names: wantedOf(body) }, request),
    );
  answerXml(request.ctx, 207, multistatus(responses));
};

const ANYBODY: Criterion = { fields: ['name', 'address'], text: '', match: 'contains' };

const ABOUT_THE_SEARCH = [D('property-search'), D('prop'), D('apply-to-principal-collection-set')];

/** Which properties are told. python-caldav writes them beside an empty DAV:prop instead of into it. */
function wantedOf(body: XmlElement): string[] {
  const prop = childOf(body, D('prop'));
  const inside = prop ? elementsIn(prop) : [];
  const beside = elementsIn(body).filter(({ name }) => !ABOUT_THE_SEARCH.includes(name));
  const names = (inside.length > 0 ? inside : beside).map(({ name }) => name);
  return names.length > 0 ? names : [D('displayname')];
}

function criterionOf(search: XmlElement): Criterion | null {
  const prop = childOf(search, D('prop'));
  const match = childOf(search, D('match'));
  const fields = prop ? elementsIn(prop).map(({ name }) => FIELDS[name]?.field) : [];
  if (!match || fields.length === 0 || fields.includes(undefined)) return null;
  const text = textIn(match)
    .trim()
    .replace(/^mailto:/i, '');
  return {
    fields: fields as SearchField[],
    text,
    // RFC 3744 says “contains”; clients of Apple say which they want.
    match: MATCHES[match.attributes['match-type'] ?? ''] ?? ('contains' as const),
  };
}

const MATCHES: Readonly<Record<string, 'contains' | 'equals' | 'starts-with'>> = {
  equals: 'equals',
  'starts-with': 'starts-with',
  contains: 'contains',
};

/** DAV:principal-search-property-set (RFC 3744 §9.5). */
export const searchPropertySet: Report = (request) => {
  const properties = Object.entries(FIELDS).map(([name, { description }]) =>
    element(D('principal-search-property'), [
      element(D('prop'), [element(name)]),
      element(D('description'), description, { '{http://www.w3.org/XML/1998/namespace}lang': 'en' }),
    ]),
  );
  answerXml(request.ctx, 200, element(D('principal-search-property-set'), properties));
  return Promise.resolve();
};

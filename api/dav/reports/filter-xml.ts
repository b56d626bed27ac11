import { childOf, childrenOf, textIn, type XmlElement } from '../../../adapters/xml/element.ts';
import {
  COLLATIONS,
  isTooComplex,
  type Collation,
  type CompFilter,
  type ParamFilter,
  type PropFilter,
  type TextMatch,
} from '../../../domain/calendar-query/filter.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import { conditionFailed } from '../dav-error.ts';
import { C } from '../names.ts';
import { utcTime } from './time-range.ts';

/** Reads CALDAV:filter (RFC 4791 §9.7); several are all to hold. @throws DavError valid-filter, supported-collation */
export function filtersIn(body: XmlElement): CompFilter[] {
  const filters = childrenOf(body, C('filter')).flatMap((filter) =>
    childrenOf(filter, C('comp-filter')).map(compFilter),
  );
  if (isTooComplex(filters)) throw conditionFailed(C('supported-filter'));
  return filters;
}

const nameOf = ({ attributes: { name } }: XmlElement): string => {
  if (!name) throw conditionFailed(C('valid-filter'));
  return name;
};

const isNotDefined = (filter: XmlElement): boolean => childOf(filter, C('is-not-defined')) !== undefined;

function compFilter(filter: XmlElement): CompFilter {
  return {
    name: nameOf(filter).toUpperCase(),
    isNotDefined: isNotDefined(filter),
    ...timeRange(filter),
    props: childrenOf(filter, C('prop-filter')).map(propFilter),
    comps: childrenOf(filter, C('comp-filter')).map(compFilter),
  };
}

const propFilter = (filter: XmlElement): PropFilter => ({
  name: nameOf(filter),
  isNotDefined: isNotDefined(filter),
  ...timeRange(filter),
  ...textMatch(filter),
  params: childrenOf(filter, C('param-filter')).map(paramFilter),
});

const paramFilter = (filter: XmlElement): ParamFilter => ({
  name: nameOf(filter),
  isNotDefined: isNotDefined(filter),
  ...textMatch(filter),
});

/** One end may be open (RFC 4791 §9.9). */
function timeRange(filter: XmlElement): { timeRange?: TimeRange } {
  const range = childOf(filter, C('time-range'));
  if (!range) return {};
  const { start, end } = range.attributes;
  if (start === undefined && end === undefined) throw conditionFailed(C('valid-filter'));
  const startMs = start === undefined ? -Infinity : utcTime(start);
  const endMs = end === undefined ? Infinity : utcTime(end);
  if (endMs <= startMs) throw conditionFailed(C('valid-filter'));
  return { timeRange: { startMs, endMs } };
}

const MATCH_TYPES = ['equals', 'contains', 'starts-with', 'ends-with'] as const;

function textMatch(filter: XmlElement): { textMatch?: TextMatch } {
  const match = childOf(filter, C('text-match'));
  if (!match) return {};
  const {
    collation = 'i;ascii-casemap',
    'negate-condition': negate,
    'match-type': matchType,
  } = match.attributes;
  const known = collation === 'default' ? 'i;unicode-casemap' : collation;
  if (!COLLATIONS.includes(known as Collation)) throw conditionFailed(C('supported-collation'));
  const type = MATCH_TYPES.find((name) => name === matchType);
  return {
    textMatch: {
      text: textIn(match),
      collation: known as Collation,
      negate: negate === 'yes',
      ...(type ? { matchType: type } : {}),
    },
  };
}

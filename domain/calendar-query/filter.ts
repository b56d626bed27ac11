import type { TimeRange } from '../time/instant.ts';

/** What a component has to be like (RFC 4791 §9.7.1). All that is said has to hold of one component. */
export interface CompFilter {
  /** In upper case. */
  name: string;
  /** There must be none of that name; the rest says nothing then. */
  isNotDefined?: boolean;
  /** Open ends are -Infinity and Infinity. */
  timeRange?: TimeRange;
  props?: readonly PropFilter[];
  comps?: readonly CompFilter[];
}

/** What a property has to be like (RFC 4791 §9.7.2): one of that name has to be so. */
export interface PropFilter {
  /** In any case. */
  name: string;
  isNotDefined?: boolean;
  timeRange?: TimeRange;
  textMatch?: TextMatch;
  params?: readonly ParamFilter[];
}

/** What a parameter of it has to be like (RFC 4791 §9.7.3). */
export interface ParamFilter {
  name: string;
  isNotDefined?: boolean;
  textMatch?: TextMatch;
}

export const COLLATIONS = ['i;ascii-casemap', 'i;octet', 'i;unicode-casemap'] as const;
export type Collation = (typeof COLLATIONS)[number];

export interface TextMatch {
  text: string;
  /** `i;ascii-casemap` by default. */
  collation?: Collation;
  /** It must not match. */
  negate?: boolean;
  /** As of CardDAV (RFC 6352 §10.5.4); `contains` by default, which is all that CalDAV has. */
  matchType?: 'equals' | 'contains' | 'starts-with' | 'ends-with';
}

const MOST_CONDITIONS = 100;
const LONGEST_TEXT = 1_000;
const DEEPEST = 5;

/** A filter that asks for more than any client does is refused: each condition is looked at in every object. */
export function isTooComplex(filters: readonly CompFilter[]): boolean {
  let conditions = 0;
  const isLong = (match: TextMatch | undefined) => (match?.text.length ?? 0) > LONGEST_TEXT;
  const visit = (filter: CompFilter, depth: number): boolean => {
    const { props = [], comps = [] } = filter;
    conditions += 1 + props.length;
    if (depth > DEEPEST || conditions > MOST_CONDITIONS) return true;
    for (const { textMatch, params = [] } of props) {
      conditions += params.length;
      if (isLong(textMatch) || params.some((param) => isLong(param.textMatch))) return true;
    }
    return conditions > MOST_CONDITIONS || comps.some((comp) => visit(comp, depth + 1));
  };
  return filters.some((filter) => visit(filter, 1));
}

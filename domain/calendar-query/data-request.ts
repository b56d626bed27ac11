import type { JcalComponent, JcalProperty } from '../ical/parse-calendars.ts';
import type { TimeRange } from '../time/instant.ts';

/** What a report wants of an object (RFC 4791 §9.6). */
export interface CalendarDataRequest {
  /** The VCALENDAR; null: all of it. */
  comp: CompRequest | null;
  /** Each instance in the range as a component of its own; both ends are given (§9.6.5). */
  expand?: TimeRange;
  /** Overrides outside the range are left out (§9.6.6). */
  limitRecurrenceSet?: TimeRange;
  /** Periods of FREEBUSY outside the range are left out (§9.6.7). */
  limitFreebusySet?: TimeRange;
}

/** What is wanted of a component (§9.6.1): what is not named is not given. */
export interface CompRequest {
  /** In any case. */
  name: string;
  /** All properties (§9.6.3), or those named. */
  props: 'all' | readonly { name: string; noValue?: boolean }[];
  /** All components (§9.6.2), or those named. */
  comps: 'all' | readonly CompRequest[];
}

/** Of a component what is wanted. */
export function subsetOf(component: JcalComponent, request: CompRequest | null): JcalComponent {
  if (request === null) return component;
  const [name, properties, components] = component;
  const { props, comps } = request;
  return [
    name,
    props === 'all' ? properties : properties.flatMap((property) => wanted(property, props)),
    comps === 'all'
      ? components
      : components.flatMap((each) => {
          const asked = requestOf(each, request);
          return asked === undefined ? [] : [subsetOf(each, asked)];
        }),
  ];
}

/** What is wanted of a component within another; null: all, undefined: nothing. */
export function requestOf(
  component: JcalComponent,
  parent: CompRequest | null,
): CompRequest | null | undefined {
  if (parent === null || parent.comps === 'all') return null;
  return parent.comps.find(({ name }) => name.toLowerCase() === component[0]);
}

function wanted(
  property: JcalProperty,
  props: readonly { name: string; noValue?: boolean }[],
): JcalProperty[] {
  const asked = props.find(({ name }) => name.toLowerCase() === property[0]);
  if (!asked) return [];
  const [name, parameters, type] = property;
  return [asked.noValue === true ? [name, parameters, type] : property];
}

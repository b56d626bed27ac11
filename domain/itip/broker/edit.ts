import type { JcalComponent, JcalProperty } from '../../ical/parse-calendars.ts';

/** What stands in jCal is never changed in place: components are shared by the messages that are made of them. */

/** All of that name, in their order. */
export const propertiesOf = ([, properties]: JcalComponent, name: string): JcalProperty[] =>
  properties.filter((property) => property[0] === name);

export const propertyOf = ([, properties]: JcalComponent, name: string): JcalProperty | null =>
  properties.find((property) => property[0] === name) ?? null;

/** The properties that pass, and none of the components within. */
export const keeping = (
  [name, properties]: JcalComponent,
  keeps: (property: JcalProperty) => boolean,
): JcalComponent => [name, properties.filter(keeps), []];

export const without = ([name, properties, parts]: JcalComponent, ...names: string[]): JcalComponent => [
  name,
  properties.filter((property) => !names.includes(property[0])),
  parts,
];

/** In place of the first of its name; the others of that name are left out. */
export function withProperty([name, properties, parts]: JcalComponent, added: JcalProperty): JcalComponent {
  const at = properties.findIndex((property) => property[0] === added[0]);
  const others = properties.filter((property) => property[0] !== added[0]);
  return [name, at < 0 ? [...others, added] : others.toSpliced(at, 0, added), parts];
}

export const adding = ([name, properties, parts]: JcalComponent, ...added: JcalProperty[]): JcalComponent => [
  name,
  [...properties, ...added],
  parts,
];

/** The component itself when no property became another. */
export function mappingProperties(
  component: JcalComponent,
  map: (property: JcalProperty) => JcalProperty,
): JcalComponent {
  const [name, properties, parts] = component;
  const mapped = properties.map(map);
  return mapped.every((property, index) => property === properties[index])
    ? component
    : [name, mapped, parts];
}

export function withParameters(
  property: JcalProperty,
  changed: Record<string, string | string[] | null>,
): JcalProperty {
  const [name, before, ...rest] = property;
  const parameters = { ...before };
  for (const [key, value] of Object.entries(changed)) {
    if (value === null) delete parameters[key];
    else parameters[key] = value;
  }
  return [name, parameters, ...rest];
}

/** The property itself when none passes out. */
export function withoutParameters(
  property: JcalProperty,
  isLeftOut: (name: string) => boolean,
): JcalProperty {
  const names = Object.keys(property[1]).filter(isLeftOut);
  return names.length === 0
    ? property
    : withParameters(property, Object.fromEntries(names.map((name) => [name, null])));
}

/** A calendar with other components; its VTIMEZONEs stay. */
export const withParts = (
  [name, properties, components]: JcalComponent,
  parts: readonly JcalComponent[],
): JcalComponent => [name, properties, [...components.filter(([of]) => of === 'vtimezone'), ...parts]];

export const SEQUENCE = (value: number): JcalProperty => ['sequence', {}, 'integer', value];
export const STATUS = (value: string): JcalProperty => ['status', {}, 'text', value];

/** An instant in UTC, to the second. */
export const dateTimeOf = (name: string, ms: number): JcalProperty => [
  name,
  {},
  'date-time',
  `${new Date(ms).toISOString().slice(0, 19)}Z`,
];

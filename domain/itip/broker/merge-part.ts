import type { JcalComponent, JcalProperty } from '../../ical/parse-calendars.ts';
import { isMoved } from './compare.ts';
import { mappingProperties, withoutParameters, withParameters } from './edit.ts';
import { ownIn } from './own.ts';
import type { Part } from './snapshot.ts';
import { addressIn, type CalendarUser } from './users.ts';

/** An attendee's own, which the organizer's version does not touch. */
const KEPT = ['categories', 'class', 'color'];

const isForeign = (name: string): boolean => name.startsWith('schedule-') || name.startsWith('x-parley-');

/** A component of a message as it is stored: no alarms of somebody else's, no parameters that order the server about. */
export function received([name, properties]: JcalComponent): JcalComponent {
  const kept = properties.filter(([of]) => of !== 'request-status' && !of.startsWith('x-parley-'));
  return mappingProperties([name, kept, []], (property) => withoutParameters(property, isForeign));
}

/**
 * The organizer's version of a component in an attendee's copy. Their own stays: alarms, X- properties, categories, and while no
 * instance is moved TRANSP and how they answered. After a new time they are asked again, unless the organizer knows their answer to
 * that one.
 *
 * @param known the component as it is stored, or the instance of the stored master; null: it is new
 */
export function mergedPart(known: Part | null, message: Part, owner: CalendarUser): JcalComponent {
  const component = received(message.component);
  if (!known) return component;
  const moved = isAskedAnew(known, message);
  const [name, properties] = withOwnAnswer(component, known, message, moved, owner);
  const named = new Set(properties.map(([of]) => of));
  const mine = known.component[1].filter(([of]) => of.startsWith('x-') && !named.has(of));
  const replacing = known.component[1].filter(([of]) => KEPT.includes(of) || (of === 'transp' && !moved));
  const replaced = new Set(replacing.map(([of]) => of));
  const alarms = known.component[2].filter(([of]) => of === 'valarm');
  return [name, [...properties.filter(([of]) => !replaced.has(of)), ...replacing, ...mine], alarms];
}

/**
 * Whether an answer to what is known is none to the message: an instance is moved, or the attendee was taken out and is invited again.
 * What was cancelled for all and takes place after all has a higher SEQUENCE (RFC 5546 §2.1.4), and their answer holds.
 */
export const isAskedAnew = (known: Part, message: Part): boolean =>
  (known.status === 'CANCELLED' && message.sequence <= known.sequence) || isMoved(known, message);

function withOwnAnswer(
  component: JcalComponent,
  known: Part,
  message: Part,
  moved: boolean,
  owner: CalendarUser,
): JcalComponent {
  const [own, theirs] = [ownIn(known, owner), ownIn(message, owner)];
  if (!own || !theirs || own.address !== theirs.address || own.partstat === 'NEEDS-ACTION') return component;
  const asksAgain =
    isMoved(known, message) && theirs.partstat === own.partstat && own.partstat !== 'DELEGATED';
  if (moved && !asksAgain) return component;
  return mappingProperties(component, (property): JcalProperty => {
    if (property[0] !== 'attendee' || addressIn(property) !== own.address) return property;
    if (asksAgain) return withParameters(property, { partstat: 'NEEDS-ACTION', rsvp: 'TRUE' });
    const to = own.property[1]['delegated-to'] ?? null;
    return withParameters(property, { partstat: own.partstat, 'delegated-to': to, rsvp: null });
  });
}

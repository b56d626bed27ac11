import type { JcalComponent, JcalProperty } from '../../ical/parse-calendars.ts';
import { mappingProperties } from './edit.ts';
import { counterpart } from './settle.ts';
import { partsOf, snapshotOf, type Part } from './snapshot.ts';
import { addressIn, isOf, type CalendarUser } from './users.ts';

/**
 * What a client sends that has not seen the last answers yet, with these in it: with `If-Schedule-Tag-Match` it may write over a
 * version in which nothing but answers is another (RFC 6638 §3.2.10).
 *
 * @param current as it is stored
 * @param sent as the client sends it
 * @param owner whose answers stay as they are sent
 * @returns `sent` itself when it knows all answers
 */
export function keepAnswers(current: JcalComponent, sent: JcalComponent, owner: CalendarUser): JcalComponent {
  const [known, now] = [snapshotOf(current), snapshotOf(sent)];
  if (!known || !now) return sent;
  const of = new Map(partsOf(now).map((part) => [part.component, counterpart(known, part)]));
  const parts = sent[2].map((component) => {
    const before = of.get(component);
    return before ? withAnswers(component, before, owner) : component;
  });
  return parts.every((part, index) => part === sent[2][index]) ? sent : [sent[0], sent[1], parts];
}

/** A component with the answers that are known of others. */
export const withAnswers = (
  component: JcalComponent,
  { attendees }: Part,
  owner: CalendarUser,
): JcalComponent =>
  mappingProperties(component, (property): JcalProperty => {
    if (property[0] !== 'attendee' || isOf(owner, addressIn(property))) return property;
    const known = attendees.get(addressIn(property));
    return known && known.property[1]['partstat'] !== property[1]['partstat'] ? known.property : property;
  });

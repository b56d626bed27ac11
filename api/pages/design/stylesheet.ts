import { cssVariables } from '../../../adapters/design/tokens.ts';
import { base } from './base.ts';
import { booking } from './booking.ts';
import { calendars } from './calendars.ts';
import { cards } from './cards.ts';
import { forms } from './forms.ts';
import { host } from './host.ts';
import { mailbox } from './mailbox.ts';
import { operator } from './operator.ts';
import { reference } from './reference.ts';
import { rooms } from './rooms.ts';
import { settings } from './settings.ts';

/** The one stylesheet of all pages. */
export const stylesheet = [
  cssVariables(),
  base,
  cards,
  forms,
  mailbox,
  operator,
  reference,
  rooms,
  settings,
  booking,
  host,
  calendars,
]
  .join('\n')
  .replace(/\n\s*/g, '\n')
  .trim();

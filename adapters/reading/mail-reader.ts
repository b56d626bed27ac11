import type { MailReader } from '../../activities/inbound/ingest.ts';
import { octetsOf } from './octets.ts';
import type { Reading } from './reading.ts';

export const createMailReader = (reading: Reading): MailReader => ({
  read: (raw) => reading.run('mail', octetsOf(raw), raw.length),
  writtenText: (raw) => reading.run('writtenText', octetsOf(raw), raw.length),
  calendars: (raw) => reading.run('calendars', octetsOf(raw), raw.length),
  timeInText: (text, about) => reading.run('timeInText', { text, about }, text.length),
});

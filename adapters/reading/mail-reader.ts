import type { MailReader } from '../../activities/ingest.ts';
import { octetsOf } from './octets.ts';
import type { Reading } from './reading.ts';

export const createMailReader = ({ run }: Reading): MailReader => ({
  read: (raw) => run('mail', octetsOf(raw), raw.length),
  writtenText: (raw) => run('writtenText', octetsOf(raw), raw.length),
  timeInText: (text, about) => run('timeInText', { text, about }, text.length),
});

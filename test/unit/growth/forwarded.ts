import type { IncomingMessage } from 'node:http';
import { clientFinder } from '../../../api/limits/client.ts';

const CLIENT_OF = clientFinder(['127.0.0.1', '1.0.0.0/8']);

/** Whose request it is that names those whom it came by. */
export const clientForwarded = (text: string): string =>
  CLIENT_OF({
    socket: { remoteAddress: '127.0.0.1' },
    headers: { 'x-forwarded-for': text },
  } as unknown as IncomingMessage);

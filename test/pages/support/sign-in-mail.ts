import { createMailComposer } from '../../../adapters/mail/compose.ts';
import { createMessageIds } from '../../../adapters/mail/message-ids.ts';
import { createMeetingStore } from '../../../adapters/postgres/meeting-store.ts';
import { createSealer } from '../../../adapters/secrets/sealing.ts';
import type { SignIn } from '../../../workflows/delivery/messages.ts';
import type { Site } from './site.ts';

/** The mail with the newest sign-in link, as text without its line breaks. */
export async function newestSignInMail(site: Site): Promise<string> {
  const row = await site.knex('outbox').where('uid', 'like', 'sign-in/%').orderBy('id', 'desc').first();
  const sealer = createSealer(Buffer.alloc(32, 7).toString('base64'));
  const messageIds = createMessageIds(Buffer.alloc(32, 7).toString('base64'));
  const tools = { composer: createMailComposer(), sealer, messageIds, publicUrl: site.url };
  const { id } = await createMeetingStore(site.knex, tools).prepareSignIn(row!.event as SignIn);
  const { sealed }: { sealed: Buffer } = await site
    .knex('outgoing_messages AS message')
    .join('raw_messages AS raw', 'raw.id', 'message.raw_id')
    .where({ 'message.id': id })
    .first('raw.sealed');
  return sealer.open(sealed).toString('latin1').replaceAll('=\r\n', '').replaceAll('=3D', '=');
}

/** The link in it, from its last part on. */
export const linkInMail = async (site: Site): Promise<string> =>
  /link\?s=([\w-]{43})(&to=\w+)?/.exec(await newestSignInMail(site))?.[0] ?? '';

import type { Knex } from 'knex';
import type { SignInMail } from '../../../activities/understanding/ports.ts';
import { ourNames, type Named } from './our-names.ts';

interface Row extends Omit<SignInMail, 'via'> {
  tagHash: Buffer | null;
}

/**
 * The mails to members among what a report names, those with a sign-in link and notices, the newest first: by return path,
 * then by Message-ID, both of which only who carried that mail knows.
 *
 * @param separator what stands between a mailbox and its tag
 */
export async function signInMailsOf(
  database: Knex,
  named: Named,
  tenantId: string | null,
  separator: string,
): Promise<SignInMail[]> {
  const { messageIds, tags } = ourNames(named, separator);
  const hashes = tags.flatMap(({ kind, hash }) => (kind === 'bounce' ? [hash] : []));
  if (messageIds.length + hashes.length === 0) return [];
  const rows: Row[] = await database('outgoing_messages as message')
    .leftJoin('sign_ins as sign_in', 'sign_in.id', 'message.sign_in_id')
    .leftJoin('notices as notice', 'notice.id', 'message.notice_id')
    .leftJoin('calendar_mails as calendar_mail', 'calendar_mail.id', 'message.calendar_mail_id')
    .leftJoin(
      'calendar_correspondents as correspondent',
      'correspondent.id',
      'calendar_mail.correspondent_id',
    )
    .whereNull('message.meeting_id')
    .where(
      (either) => void either.whereIn('message.message_id', messageIds).orWhereIn('message.tag_hash', hashes),
    )
    .modify((query) => {
      if (tenantId !== null) void query.where('message.tenant_id', tenantId);
    })
    .orderBy('message.prepared_at', 'desc')
    .select({
      tenantId: 'message.tenant_id',
      messageId: 'message.message_id',
      recipient: database.raw('lower(coalesce(sign_in.address, notice.address, correspondent.address))'),
      tagHash: 'message.tag_hash',
    });
  return rows.map(({ tagHash, ...mail }) => ({
    ...mail,
    via: hashes.some((hash) => tagHash?.equals(hash)) ? 'bounce' : 'message-id',
  }));
}

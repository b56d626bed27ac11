import { describe, expect, it } from 'vitest';
import { createAddressTags, type AddressTags } from '../../../adapters/mail/tagged-address.ts';
import type { CommitContext, KnownAttendee } from '../../../adapters/postgres/commit/context.ts';
import { ownAddresses } from '../../../adapters/postgres/outgoing/own-addresses.ts';
import type { MessageSpec } from '../../../domain/meeting/message-spec.ts';
import { createMessageIds } from '../../../adapters/mail/message-ids.ts';
import { nameMessage } from '../../../adapters/postgres/outgoing/prepare.ts';
import { viewOf } from './support.ts';

const SECRET_KEY = Buffer.alloc(32, 1).toString('base64');
const ORGANIZER = 'scheduling@parley.test';

const meeting = (about: Partial<CommitContext> = {}) =>
  ({ meetingId: 'room', organizerEmail: ORGANIZER, unguessableOrganizer: false, ...about }) as CommitContext;
const guest = { id: 'guest', organizerTagHash: null } as unknown as KnownAttendee;
const invitation = viewOf('invitation', 'REQUEST').spec;
const update = viewOf('update', 'REQUEST').spec;

const messageIds = createMessageIds(SECRET_KEY);
/** Of a message that is written just now. */
function addressesOf(
  tags: AddressTags | undefined,
  about: CommitContext,
  spec: MessageSpec,
  recipient: KnownAttendee,
) {
  const names = { messageIds, ...(tags && { tags }) };
  const { addresses } = nameMessage(names, about.organizerEmail, { ownerId: about.meetingId, key: spec.key });
  return { messageTag: addresses?.hash ?? null, ...ownAddresses(tags, about, spec, recipient, addresses) };
}

const PLAIN = { mail: null, calendar: ORGANIZER };

describe('the addresses that answers go to', () => {
  it('are the organizer mailbox where tags are turned off, or do not fit', () => {
    const off = createAddressTags({ secretKey: SECRET_KEY, tagsMessages: false });
    expect(addressesOf(off, meeting(), invitation, guest)).toEqual({
      answerTo: PLAIN,
      messageTag: null,
      newOrganizerTag: null,
    });
    expect(addressesOf(undefined, meeting(), invitation, guest).answerTo).toEqual(PLAIN);
    const organizerEmail = `${'long'.repeat(15)}@parley.test`;
    const on = createAddressTags({ secretKey: SECRET_KEY });
    const long = addressesOf(on, meeting({ organizerEmail, unguessableOrganizer: true }), invitation, guest);
    expect(long).toMatchObject({ answerTo: { mail: null, calendar: organizerEmail }, messageTag: null });
  });

  it('in calendars are of the invitation’s own from its first message on, or never', () => {
    const tags = createAddressTags({ secretKey: SECRET_KEY });
    const careful = meeting({ unguessableOrganizer: true });
    const first = addressesOf(tags, careful, invitation, guest);
    expect(first.answerTo.calendar).toMatch(/^scheduling\+o/);
    const known = { ...guest, organizerTagHash: first.newOrganizerTag };
    const later = addressesOf(tags, meeting(), update, known);
    expect(later.answerTo.calendar).toBe(first.answerTo.calendar);
    expect(later.newOrganizerTag).toBeNull();
    expect(later.answerTo.mail).not.toBe(first.answerTo.mail);
    // A calendar that has the plain ORGANIZER would take another one for a stranger.
    expect(addressesOf(tags, careful, update, guest).answerTo.calendar).toBe(ORGANIZER);
  });
});

import { describe, expect, it } from 'vitest';
import { createAddressTags } from '../../../adapters/mail/tagged-address.ts';
import type { CommitContext, KnownAttendee } from '../../../adapters/postgres/commit/context.ts';
import { ownAddresses } from '../../../adapters/postgres/commit/own-addresses.ts';
import { viewOf } from './support.ts';

const SECRET_KEY = Buffer.alloc(32, 1).toString('base64');
const ORGANIZER = 'scheduling@parley.test';

const meeting = (about: Partial<CommitContext> = {}) =>
  ({ meetingId: 'room', organizerEmail: ORGANIZER, unguessableOrganizer: false, ...about }) as CommitContext;
const guest = { id: 'guest', organizerTagHash: null } as unknown as KnownAttendee;
const invitation = viewOf('invitation', 'REQUEST').spec;
const update = viewOf('update', 'REQUEST').spec;

const PLAIN = { mail: null, calendar: ORGANIZER };

describe('the addresses that answers go to', () => {
  it('are the organizer mailbox where tags are turned off, or do not fit', () => {
    const off = createAddressTags({ secretKey: SECRET_KEY, tagsMessages: false });
    expect(ownAddresses(off, meeting(), invitation, guest, '1')).toEqual({
      answerTo: PLAIN,
      messageTagHash: null,
      newOrganizerTag: null,
    });
    expect(ownAddresses(undefined, meeting(), invitation, guest, '1').answerTo).toEqual(PLAIN);
    const organizerEmail = `${'long'.repeat(15)}@parley.test`;
    const on = createAddressTags({ secretKey: SECRET_KEY });
    const long = ownAddresses(
      on,
      meeting({ organizerEmail, unguessableOrganizer: true }),
      invitation,
      guest,
      '1',
    );
    expect(long).toMatchObject({ answerTo: { mail: null, calendar: organizerEmail }, messageTagHash: null });
  });

  it('in calendars are of the invitation’s own from its first message on, or never', () => {
    const tags = createAddressTags({ secretKey: SECRET_KEY });
    const careful = meeting({ unguessableOrganizer: true });
    const first = ownAddresses(tags, careful, invitation, guest, '1');
    expect(first.answerTo.calendar).toMatch(/^scheduling\+o/);
    const known = { ...guest, organizerTagHash: first.newOrganizerTag };
    const later = ownAddresses(tags, meeting(), update, known, '2');
    expect(later.answerTo.calendar).toBe(first.answerTo.calendar);
    expect(later.newOrganizerTag).toBeNull();
    expect(later.answerTo.mail).not.toBe(first.answerTo.mail);
    // A calendar that has the plain ORGANIZER would take another one for a stranger.
    expect(ownAddresses(tags, careful, update, guest, '3').answerTo.calendar).toBe(ORGANIZER);
  });
});

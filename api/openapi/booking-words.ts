import { word, type Word } from './word.ts';

const ID = '8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11';

/** Of slots, holds and bookings. */
export const BOOKING_WORDS: Readonly<Record<string, Word>> = {
  'meetingReassigned.data.before': word('Who had it.'),
  'slotFreed.data.slot': word('What can be booked again.'),
  awaitsApproval: word(
    'A guest has asked for the booking, or for another time of it, and its hosts have to decide.',
    false,
  ),
  'HostBooking.asksFor': word(
    'What its hosts have to decide: the booking itself, at its own time, or another time; null: nothing.',
  ),
  proposalId: word('Of what a guest asks for.', ID),
  bookingId: word('Of the meeting.', ID),
  bookings: word('In the order that was asked for.'),
  holdExpiresAt: word('While it is held: until then.'),
  'HostBooking.location': word('Where it is, in words.', 'Room 4'),
  'HostBooking.seats': word('How many guests it has room for.', 1),
  'Booking.status': word('`held` until it is booked, or approved.', 'scheduled'),
  'Explanation.hosts': word('One by one, what stands against the time.'),
  eventTypeId: word('Of the event type.', ID),
  lengthMinutes: word('How long it takes, in minutes.', 30),
  offered: word('Whether it can be booked then.', false),
  slots: word('By their start.'),
};

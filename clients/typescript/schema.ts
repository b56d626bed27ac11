// Made of /openapi.json by `npm run client:generate`.

export interface paths {
    "/api/practice-room/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a room that a guest can book
         * @description Nobody gets mail yet: the invitations go out with the booking.
         */
        post: operations["createPracticeRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practice-room/book": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Book a room for a guest
         * @description Answers when the meeting is booked; both then get their invitation.
         */
        post: operations["bookPracticeRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practice-room/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a meeting
         * @description Both parties get a cancellation when it was booked. Deleting twice gives the same answer.
         */
        post: operations["deletePracticeRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practice-room/{roomId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how a meeting stands
         * @description State, both answers, open proposals and what happened when, by whom, through which door.
         */
        get: operations["getPracticeRoom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practice-room/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enter a room
         * @description Somebody enters; the room stays open while anybody is inside.
         */
        post: operations["joinPracticeRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practice-room/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave a room
         * @description After the last person the room closes, unless someone returns in time.
         */
        post: operations["leavePracticeRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List meetings
         * @description Also those in rooms, by their start. With `from` and `to`: those that take place in between.
         */
        get: operations["listMeetings"];
        put?: never;
        /**
         * Arrange a meeting
         * @description Makes the meeting and books it in one call: when somebody has no time there is none, and nobody hears of it.
         */
        post: operations["createMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{meetingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how a meeting stands
         * @description Everybody’s answer, and what is proposed.
         */
        get: operations["getMeeting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{meetingId}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a meeting
         * @description Nobody is asked first; everybody is invited anew, and what was proposed expires.
         */
        post: operations["moveMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{meetingId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a meeting
         * @description Everybody gets a cancellation, once; cancelling twice gives the same answer.
         */
        post: operations["cancelMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{meetingId}/attendees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite somebody else
         * @description They alone get mail. They are asked about no time that was proposed before.
         */
        post: operations["addAttendee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{meetingId}/attendees/{attendeeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take somebody out
         * @description They alone get a cancellation. What they proposed is taken back, and nobody waits for their approval any more.
         */
        delete: operations["removeAttendee"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{meetingId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the invitation once more
         * @description The newest one, to one attendee or to all; what they answered stays.
         */
        post: operations["resendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{meetingId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what happened
         * @description The newest 500 lines, the oldest of them first.
         */
        get: operations["getMeetingTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{meetingId}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what became of the links
         * @description Those that were mailed to the attendees; never what opens them.
         */
        get: operations["listMeetingLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ics/send-invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring about or repeat an invitation
         * @description SEQUENCE and times must be those of the meeting. A message that had failed is tried once more.
         */
        post: operations["sendInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ics/send-update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a meeting, or repeat the message about its move
         * @description With the next SEQUENCE the meeting moves, for everybody; with the present one the message is repeated.
         */
        post: operations["sendUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ics/send-cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a meeting, or repeat the message about it
         * @description The meeting is cancelled for everybody.
         */
        post: operations["sendCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reschedule/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a new time with the token of a "Request new time" link
         * @description Everybody else who is required is asked by mail; where nobody is, the meeting moves at once. The token is spent; it may replace its own proposal while that is open.
         */
        post: operations["proposeTime"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/principals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See who has a calendar and can be invited
         * @description In the order in which they were made.
         */
        get: operations["listPrincipals"];
        put?: never;
        /**
         * Make a member, a room, a resource or a group
         * @description Members can sign in at /rooms by a link that is mailed to an address of theirs.
         */
        post: operations["createPrincipal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/principals/{principalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See a principal
         * @description For the tenant’s API key, for themselves, and for the owner of a room or resource.
         */
        get: operations["getPrincipal"];
        put?: never;
        post?: never;
        /**
         * Delete a room
         * @description As `DELETE /v1/rooms/{name}` does. Who or what is no room stays.
         */
        delete: operations["deletePrincipal"];
        options?: never;
        head?: never;
        /**
         * Change a principal
         * @description What is left out stays. `addresses` and `memberIds` are put whole. Addresses and owners are for the API key alone.
         */
        patch: operations["updatePrincipal"];
        trace?: never;
    };
    "/api/principals/{principalId}/busy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See when a principal has no time
         * @description Of at most 92 days, by start; no two at once. Of a room it is what its calendar says, whatever else it says of it.
         */
        get: operations["getBusyPeriods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-types/{eventTypeId}/available-slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See when an event type can be booked
         * @description Of at most 92 days, by start, in the zone of whoever asks. For everybody where the event type is public; else by a link of it, by key or by its owner’s session. Answers with an ETag.
         */
        get: operations["getAvailableSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-types/{eventTypeId}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See why a time is not offered
         * @description Host by host. What is in the way, and whose time it is, only its owner and the key are told.
         */
        get: operations["explainSlot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-types/{eventTypeId}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold a slot for ten minutes
         * @description A meeting in status `held`: nobody else can book its time. Book it with its id, or it is given back. A link of a single use is spent when one of the times that are held with it is booked.
         */
        post: operations["holdSlot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-types/{eventTypeId}/book": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Book a slot
         * @description The guest and the hosts are invited by mail; where the hosts have to approve it, they are asked first. Whoever comes second is told the nearest free slots.
         */
        post: operations["bookSlot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what is booked
         * @description For the key those of the tenant, or of one member; with a session one’s own, as a host or as the owner of the event type.
         */
        get: operations["listBookings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{bookingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See a booking
         * @description For its hosts, the owner of its event type, and the key.
         */
        get: operations["getBooking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{bookingId}/available-slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See when a booking could be instead
         * @description With the hosts that it has; its own time is no reason against another one.
         */
        get: operations["getSlotsToMoveTo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{bookingId}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a booking
         * @description Also to a time that is not offered, as long as everybody is free; everybody is invited anew.
         */
        post: operations["moveBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{bookingId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a booking, or give a hold back
         * @description Everybody who is invited is told. One that is cancelled stays as it is.
         */
        post: operations["cancelBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{bookingId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve what a guest asks for: a booking, or another time
         * @description A host for themselves, and the key for all hosts who are still asked; with the last of them it is booked, or moved, and everybody gets an invitation. Where nothing waits for them: 409.
         */
        post: operations["approveBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{bookingId}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline what a guest asks for: a booking, or another time
         * @description The time that was asked for is free again, and the guest is told; a booking that asks for another time stays where it is. Where nothing waits for the hosts: 409; what is booked is cancelled instead.
         */
        post: operations["declineBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{bookingId}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a booking to another host
         * @description One who is free then. Who had it gets a cancellation, who has it an invitation, and the guests theirs once more.
         */
        post: operations["reassignBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/principals/{principalId}/booking-profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how a member is booked
         * @description Of a member who has not said so yet, `slug` and `defaultScheduleId` are null.
         */
        get: operations["getBookingProfile"];
        /**
         * Say how a member is booked
         * @description What is left out stays. The first time they get the default schedule “Working hours”, Monday to Friday from 09:00 to 17:00, unless `defaultScheduleId` names one. A `timezone` that is sent is confirmed with it.
         */
        put: operations["putBookingProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/principals/{principalId}/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the schedules of a member
         * @description Those that event types share, in the order in which they were made.
         */
        get: operations["listSchedules"];
        put?: never;
        /**
         * Add hours of the week
         * @description At most 20 blocks a day, of which none overlap, and 100 schedules of a member.
         */
        post: operations["createSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/principals/{principalId}/schedules/{scheduleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a schedule */
        get: operations["getSchedule"];
        /**
         * Put a schedule whole
         * @description For all event types that have it, at once.
         */
        put: operations["putSchedule"];
        post?: never;
        /**
         * Delete a schedule
         * @description One that is the member’s default, or that an event type has, stays.
         */
        delete: operations["deleteSchedule"];
        options?: never;
        head?: never;
        /**
         * Change a schedule
         * @description What is left out stays; `weekly` is put whole.
         */
        patch: operations["updateSchedule"];
        trace?: never;
    };
    "/api/principals/{principalId}/date-overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what is so on some days alone, of a member
         * @description By their days, from today on or from a day that is asked for.
         */
        get: operations["listDateOverrides"];
        /**
         * Say what is so on several days, of a member
         * @description At most 366 at once. Each replaces what there is of the same day; other days stay. Where one is refused, none is stored.
         */
        put: operations["putDateOverrides"];
        /**
         * Say what is so on one day alone, of a member
         * @description It replaces what there is of the same day. At most 1,000 may be to come.
         */
        post: operations["createDateOverride"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/principals/{principalId}/date-overrides/{overrideId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Let a day be as others, of a member */
        delete: operations["deleteDateOverride"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-types/{eventTypeId}/date-overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what is so on some days alone, of an event type
         * @description By their days, from today on or from a day that is asked for.
         */
        get: operations["listDateOverridesOfEventType"];
        /**
         * Say what is so on several days, of an event type
         * @description At most 366 at once. Each replaces what there is of the same day; other days stay. Where one is refused, none is stored.
         */
        put: operations["putDateOverridesOfEventType"];
        /**
         * Say what is so on one day alone, of an event type
         * @description It replaces what there is of the same day. At most 1,000 may be to come.
         */
        post: operations["createDateOverrideOfEventType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-types/{eventTypeId}/date-overrides/{overrideId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Let a day be as others, of an event type */
        delete: operations["deleteDateOverrideOfEventType"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/principals/{principalId}/vacations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the vacations of a member
         * @description By their first days, those that are not over. No guest learns the reason.
         */
        get: operations["listVacations"];
        put?: never;
        /**
         * Let nothing be booked for some days, of a member
         * @description From the first day to the last, both included: at most 366. At most 200 may be to come. No guest learns the reason.
         */
        post: operations["createVacation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/principals/{principalId}/vacations/{vacationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a vacation of a member
         * @description All of it is told again; its id stays.
         */
        put: operations["putVacation"];
        post?: never;
        /** Delete a vacation of a member */
        delete: operations["deleteVacation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-types/{eventTypeId}/vacations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the vacations of an event type
         * @description By their first days, those that are not over. No guest learns the reason.
         */
        get: operations["listVacationsOfEventType"];
        put?: never;
        /**
         * Let nothing be booked for some days, of an event type
         * @description From the first day to the last, both included: at most 366. At most 200 may be to come. No guest learns the reason.
         */
        post: operations["createVacationOfEventType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-types/{eventTypeId}/vacations/{vacationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a vacation of an event type
         * @description All of it is told again; its id stays.
         */
        put: operations["putVacationOfEventType"];
        post?: never;
        /** Delete a vacation of an event type */
        delete: operations["deleteVacationOfEventType"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/principals/{principalId}/temporary-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the temporary hours of a member
         * @description By their first days, those that are not over.
         */
        get: operations["listTemporaryHours"];
        put?: never;
        /**
         * Add hours for a time
         * @description Besides those of the week; on days of a vacation they are all there is. “Saturdays 9 to 12 for the next four weeks” is one. They overlap no others of theirs. At most 366 days, and at most 200 to come.
         */
        post: operations["createTemporaryHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/principals/{principalId}/temporary-hours/{temporaryHoursId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change temporary hours
         * @description All of it is told again; its id stays.
         */
        put: operations["putTemporaryHours"];
        post?: never;
        /** Delete temporary hours */
        delete: operations["deleteTemporaryHours"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/principals/{principalId}/travels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See when a member is in another zone
         * @description By their first days, those that are not over.
         */
        get: operations["listTravels"];
        put?: never;
        /**
         * Read a member’s hours on other clocks for some days
         * @description From the first day to the last, both included: at most 366, and in no other journey of theirs. At most 200 may be to come.
         */
        post: operations["createTravel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/principals/{principalId}/travels/{travelId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a journey
         * @description All of it is told again; its id stays.
         */
        put: operations["putTravel"];
        post?: never;
        /** Delete a journey */
        delete: operations["deleteTravel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/principals/{principalId}/holiday-calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the calendars of holidays of a member
         * @description All, at most ten, in the order in which they were made.
         */
        get: operations["listHolidayCalendars"];
        put?: never;
        /**
         * Let the days of a calendar be days off
         * @description Each day of its all-day events counts as vacation does, for the next five years. A file is read once, and an address every day: one that cannot be read is tried again every hour for a day, and its days stay. A member may have ten.
         */
        post: operations["createHolidayCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/principals/{principalId}/holiday-calendars/{holidayCalendarId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See the days of a calendar of holidays */
        get: operations["getHolidayCalendar"];
        /**
         * Put a calendar of holidays whole
         * @description Its days take the place of those that it had.
         */
        put: operations["putHolidayCalendar"];
        post?: never;
        /**
         * Delete a calendar of holidays
         * @description With its days.
         */
        delete: operations["deleteHolidayCalendar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/principals/{principalId}/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the calendars of a principal
         * @description Their own, and those of others that were shared with them. A member sees their own.
         */
        get: operations["listCalendars"];
        put?: never;
        /**
         * Make a calendar of a principal
         * @description Who has none yet gets the one that invitations go to as well. At most 200.
         */
        post: operations["createCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{calendarId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a calendar */
        get: operations["getCalendar"];
        put?: never;
        post?: never;
        /**
         * Delete a calendar
         * @description With all that is in it. For 30 days it can be brought back. The default stays.
         */
        delete: operations["deleteCalendar"];
        options?: never;
        head?: never;
        /**
         * Change a calendar
         * @description What is left out stays. Of the calendars of a principal one is the default.
         */
        patch: operations["updateCalendar"];
        trace?: never;
    };
    "/api/calendars/{calendarId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a deleted calendar back
         * @description With all that was in it, for 30 days after it was deleted. It is not the default then.
         */
        post: operations["restoreCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{calendarId}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Share a calendar
         * @description With all who are named, and nobody else any more. `free-busy`: they see when its owner has no time, and not why; `read`: all of it; `write`: they change it, too. `everybody`: whoever is signed in, of the tenant.
         */
        put: operations["putCalendarShares"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{calendarId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what was deleted from a calendar, or overwritten in it
         * @description The last first, for 30 days. What is as it was then again is left out.
         */
        get: operations["listCalendarObjectVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendars/{calendarId}/versions/{versionId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a version of a calendar object back
         * @description It is again as it was then; what is there now is kept in its turn. Nobody who takes part is told of it.
         */
        post: operations["restoreCalendarObjectVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/principals/{principalId}/app-passwords": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the passwords of a principal’s calendar programs
         * @description Those that work, the newest first, without themselves.
         */
        get: operations["listAppPasswords"];
        put?: never;
        /**
         * Make a password for a calendar program
         * @description The answer is the only one that has it. The user name is any address of the principal, the server is `PUBLIC_URL`. At most 50.
         */
        post: operations["createAppPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/principals/{principalId}/app-passwords/{passwordId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a password at once
         * @description The program that has it is asked for another one.
         */
        delete: operations["deleteAppPassword"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/freebusy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See when several people are free
         * @description Nothing but times is told. What counts is what is in the calendars that the asker may see the times of, and meetings. `unknown`: nobody is called so; `forbidden`: they do not let the asker see it.
         */
        get: operations["getFreeBusy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See one’s rooms
         * @description With an API key all rooms of the tenant, with a session those of the owner.
         */
        get: operations["listRooms"];
        put?: never;
        /**
         * Make a room
         * @description Whoever reads the mail of `ownerEmail` can sign in at /rooms and set its calendar.
         */
        post: operations["createRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See a room
         * @description Its owner, and the tenant’s API key, see the settings; everybody else its name and time zone.
         */
        get: operations["getRoom"];
        put?: never;
        post?: never;
        /**
         * Delete a room
         * @description Its calendar is followed no more, and its meetings are cancelled, also those with people inside; what was booked with it stays booked. It can be brought back, and its name is nobody else’s, for 30 days.
         */
        delete: operations["deleteRoom"];
        options?: never;
        head?: never;
        /**
         * Change a room’s settings
         * @description What is left out stays. `icsUrl: null` removes the calendar, `icsEnabled: false` pauses it; `plannedMeetings` says what becomes of the meetings that it has announced.
         */
        patch: operations["updateRoom"];
        trace?: never;
    };
    "/v1/rooms/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring back a room that was deleted
         * @description Without the meetings that were cancelled; its calendar is paused. One that is there stays as it is.
         */
        post: operations["restoreRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{name}/ics/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try the address of a calendar
         * @description Fetches and reads it as a sync would, and keeps nothing.
         */
        post: operations["testFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{name}/ics/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sync a room’s calendar now
         * @description Waits some seconds for what comes of it.
         */
        post: operations["syncFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{name}/ics/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See how a room’s calendar stands */
        get: operations["getFeedStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{name}/ics/fetches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how a room’s calendar was fetched
         * @description The newest 100 that were not like the one before, the newest first.
         */
        get: operations["listFeedFetches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imip/inbound": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in a message that the organizer mailbox received
         * @description Signed as in the Standard Webhooks specification; `?tenant=` names the tenant, the first one when absent. The message itself is the body, as message/rfc822 or as JSON with the message in base64.
         */
        post: operations["deliverMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imip/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what came in and what was decided about it
         * @description The newest first. Every message has its decision, the reason and the evidence.
         */
        get: operations["listInboundMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imip/messages/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See one message that came in */
        get: operations["getInboundMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imip/messages/{messageId}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a message as it came in */
        get: operations["getRawInboundMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imip/messages/{messageId}/run-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide a message once more
         * @description For one that was put aside, or after an address or a setting was put right. What it told its meeting already has no second effect.
         */
        post: operations["decideInboundMessageAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hooks/email-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell how messages fared
         * @description Reports about messages that are not known are counted, and no error.
         */
        post: operations["reportDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imip/inbound/mailgun/mime": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take mail from a route of Mailgun’s
         * @description For forward("https://…/api/imip/inbound/mailgun/mime"). The UID tells whose meeting it is about.
         */
        post: operations["deliverMailgunMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imip/inbound/sendgrid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take mail from SendGrid’s Inbound Parse
         * @description With "POST the raw, full MIME message" and a security policy that signs. The UID tells whose meeting it is about.
         */
        post: operations["deliverSendgridMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hooks/email-status/mailgun": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a delivery event from Mailgun */
        post: operations["reportMailgunDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hooks/email-status/sendgrid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take delivery events from SendGrid
         * @description For the signed Event Webhook. Messages are known by their smtp-id.
         */
        post: operations["reportSendgridDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hooks/video/daily": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Daily’s word of who is inside
         * @description What is about no meeting under way, and what says nothing of who is inside, is taken and left.
         */
        post: operations["reportDailyPresence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hooks/video/whereby": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Whereby’s word of who is inside
         * @description What is about no meeting under way, and what says nothing of who is inside, is taken and left.
         */
        post: operations["reportWherebyPresence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See where events are sent
         * @description All endpoints, at most 20, in the order in which they were made.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Have events sent to an endpoint
         * @description By Standard Webhooks. The answer has the secret that they are signed with, this once.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See an endpoint, and how it fares */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete an endpoint
         * @description With the log of its deliveries. What was on its way to it is not sent any more.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change an endpoint, or enable it again
         * @description What is left out stays.
         */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/api/webhooks/{webhookId}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an endpoint a new secret
         * @description For 24 hours events have two signatures, of the new secret and of the one before. Once more meanwhile replaces the new one.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event
         * @description `parley.test`, to this endpoint alone, whatever it wants to hear of.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what an endpoint was sent
         * @description The newest first, with every attempt: when, how long it took, and what came of it.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See one delivery */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an event once more
         * @description Now, under the same webhook-id, whether it was taken, given up or still waits.
         */
        post: operations["redeliverWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{name}/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what goes on in a room, and what begins within 30 minutes
         * @description A key of the tenant or its owner’s session shows more than others see.
         */
        get: operations["listRoomMeetings"];
        put?: never;
        /**
         * Start a meeting that is in no calendar
         * @description It is live at once; its video room is ready a moment later.
         */
        post: operations["startRoomMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{name}/meetings/upcoming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what begins in a room within 30 minutes
         * @description A key of the tenant or its owner’s session shows more than others see.
         */
        get: operations["listUpcomingRoomMeetings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{name}/meetings/{meetingId}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join a meeting
         * @description Gives the video room, or, before it is ready, the page where one waits for it.
         */
        post: operations["joinRoomMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{name}/meetings/{meetingId}/heartbeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that somebody is still inside
         * @description Every 15 seconds. Who joined by this API without a key of the room’s tenant is taken for gone a minute after the last one; who joined with a key is inside until they leave, and from their first heartbeat on as long as they come.
         */
        post: operations["stayInRoomMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{name}/meetings/{meetingId}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave a meeting
         * @description After the last person the meeting closes, unless someone comes in time.
         */
        post: operations["leaveRoomMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rooms/{name}/meetings/{meetingId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a meeting
         * @description For the room’s owner, whoever is inside. One that is over stays as it is.
         */
        post: operations["endRoomMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process is alive */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether everything that is needed is there */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Metrics for Prometheus */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what can be booked
         * @description In the order in which they were made.
         */
        get: operations["listEventTypes"];
        put?: never;
        /**
         * Make something that can be booked
         * @description Its slug is its owner’s only one. Hosts are members of the tenant; the owner alone where none are named. With their first event type a member gets a booking profile, with a slug made of their name, and working hours from Monday to Friday, 9:00 to 17:00.
         */
        post: operations["createEventType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-types/{eventTypeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See an event type */
        get: operations["getEventType"];
        put?: never;
        post?: never;
        /**
         * Delete an event type
         * @description Nobody can book it any more, and its slug is free. Its meetings stay, and it can be brought back.
         */
        delete: operations["deleteEventType"];
        options?: never;
        head?: never;
        /**
         * Change an event type
         * @description What is left out stays. Lists, `window`, `together` and `reminders` are put whole. Meetings that are booked stay as they are.
         */
        patch: operations["updateEventType"];
        trace?: never;
    };
    "/api/event-types/{eventTypeId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring back an event type that was deleted
         * @description While its slug is free. One whose schedule was deleted meanwhile comes back with `active` false and without a schedule. One that is there stays as it is.
         */
        post: operations["restoreEventType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-types/{eventTypeId}/schedule/detach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an event type a schedule of its own
         * @description A copy of the one that counts now: its own choice, else its owner’s default. Changes to that one follow no more. Where it has its own already, nothing changes.
         */
        post: operations["detachEventTypeSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-types/{eventTypeId}/schedule/inherit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the default schedules of its hosts count for an event type
         * @description A schedule of its own is deleted.
         */
        post: operations["inheritEventTypeSchedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-types/{eventTypeId}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See the links to an event type
         * @description In the order in which they were made, without their addresses.
         */
        get: operations["listBookingLinks"];
        put?: never;
        /**
         * Make a link to an event type
         * @description It opens one whose access is `secret`; with `singleUse` one of any access, for one meeting. The address is shown this once.
         */
        post: operations["createBookingLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/event-types/{eventTypeId}/links/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a link to an event type
         * @description It opens nothing any more. What was booked with it stays.
         */
        delete: operations["revokeBookingLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/booking/{memberSlug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what can be booked with a member
         * @description Their public event types that are active, in the order in which they were made.
         */
        get: operations["getMemberBookingPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/booking/{memberSlug}/{eventSlug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See one event type of a member
         * @description One that is public and active; another one with a link to it.
         */
        get: operations["getBookingPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "meeting.booked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A meeting is booked, a room’s calendar has a new one, or somebody began one in a room: `source` says which. */
        post: operations["meetingBooked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "meeting.held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The time of a meeting is held, until it is booked or given back. */
        post: operations["meetingHeld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "meeting.expired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A time that was held is given back: nobody booked it, or its hosts did not approve it in time. `cause` says which. */
        post: operations["meetingExpired"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "meeting.reassigned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another host has a meeting: `host`, in the place of `before`. */
        post: operations["meetingReassigned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "slot.freed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A time, or a seat, of an event type can be booked again. */
        post: operations["slotFreed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "meeting.moved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A meeting has a new time. */
        post: operations["meetingMoved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "meeting.answered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An attendee accepted, declined or may come. */
        post: operations["meetingAnswered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "meeting.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A meeting does not take place. `cause` says why, and `by` who did it. */
        post: operations["meetingCancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "meeting.closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A meeting is over, or nobody had booked it before it would have begun. */
        post: operations["meetingClosed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "proposal.made": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An attendee asks for another time, and the others are asked. */
        post: operations["proposalMade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "proposal.decided": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A proposal is approved, declined, expired, withdrawn or replaced: its `status`. */
        post: operations["proposalDecided"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "room.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** People may come in from now on. */
        post: operations["roomReady"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "participant.joined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody came in. */
        post: operations["participantJoined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "participant.left": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody left, or is gone. */
        post: operations["participantLeft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.bounced": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A mail to an attendee came back, was refused, or was given up after days: its `outcome`. */
        post: operations["messageBounced"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "feed.failing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The calendar of a room cannot be read any more. */
        post: operations["feedFailing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "feed.recovered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The calendar of a room can be read again. */
        post: operations["feedRecovered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "parley.test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody asked for it, to see that an endpoint takes events. */
        post: operations["parleyTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        WebhookMeeting: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * @description Why it takes place.
             * @example booking
             * @enum {string}
             */
            source: "booking" | "feed" | "unscheduled";
            /**
             * Format: uuid
             * @description What it was booked as; null: of no event type.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            eventTypeId: string | null;
            /**
             * @description How it stands.
             * @example held
             * @enum {string}
             */
            status: "held" | "open" | "scheduled" | "live" | "cancelled" | "closed";
            /**
             * Format: uuid
             * @description Of the meeting.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            roomId: string | null;
            /**
             * Format: date-time
             * @description When it begins.
             * @example 2030-05-17T14:00:00Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description When it ends.
             * @example 2030-05-17T15:00:00Z
             */
            endsAt: string;
            /**
             * @description How often the meeting was moved or called off (RFC 5545 §3.8.7.4): answers to an earlier one do not count.
             * @example 1
             */
            sequence: number;
            /**
             * @description Counts the changes of the meeting: the higher one is newer.
             * @example 1
             */
            revision: number;
            /** @description Who takes part. */
            attendees: {
                /**
                 * @description Its id, for ever.
                 * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
                 */
                id: string;
                /**
                 * @description Whether they give the meeting or come to it.
                 * @example host
                 * @enum {string}
                 */
                role: "host" | "guest";
                /**
                 * @description Without them there is no meeting.
                 * @example true
                 */
                required: boolean;
                /**
                 * @description What they answered (RFC 5545 §3.2.12).
                 * @example ACCEPTED
                 * @enum {string}
                 */
                partstat: "NEEDS-ACTION" | "ACCEPTED" | "DECLINED" | "TENTATIVE";
            }[];
            /**
             * @description What the backend gave, as it gave it.
             * @example {
             *       "order": "4711"
             *     }
             */
            metadata: {
                [key: string]: string;
            };
        };
        WebhookAttendee: {
            /**
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * @description Whether they give the meeting or come to it.
             * @example host
             * @enum {string}
             */
            role: "host" | "guest";
        };
        WebhookProposal: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /** @description Who asks for it. */
            proposedBy: components["schemas"]["WebhookAttendee"];
            /**
             * Format: date-time
             * @description When it begins.
             * @example 2030-05-17T14:00:00Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description When it ends.
             * @example 2030-05-17T15:00:00Z
             */
            endsAt: string;
            /**
             * Format: date-time
             * @description Until when it can be used or decided.
             * @example 2030-05-04T09:30:00.000Z
             */
            expiresAt: string;
            /**
             * @description How it stands.
             * @example pending
             * @enum {string}
             */
            status: "pending" | "approved" | "declined" | "expired" | "withdrawn" | "replaced";
            /**
             * @description Who decided it; null: nobody has.
             * @example guest
             */
            decidedBy: string | null;
        };
        CreatedPracticeRoom: {
            /**
             * Format: uuid
             * @description Of the meeting.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            roomId: string;
            /**
             * @description Of the meeting’s iCalendar event (RFC 5545 §3.8.4.7).
             * @example parley-4711@example.com
             */
            uid: string;
            /**
             * @description How it stands.
             * @example held
             * @enum {string}
             */
            status: "held" | "open" | "scheduled" | "live" | "cancelled" | "closed";
            /**
             * Format: uri
             * @description Where they come in while it is on.
             * @example https://parley.example/join/8c5f6d3e
             */
            joinUrl: string;
        };
        /** @description A problem document (RFC 9457). `code` is stable; the words are not. */
        Problem: {
            /**
             * Format: uri
             * @description Where the code is described.
             * @example https://parley.example/docs#problem-not-found
             */
            type: string;
            /**
             * @description The code in words.
             * @example Not found
             */
            title: string;
            /**
             * @description The HTTP status.
             * @example 404
             */
            status: number;
            /**
             * @description Stable; what a program decides by.
             * @example not-found
             * @enum {string}
             */
            code: "invalid-json" | "invalid-idempotency-key" | "unauthorized" | "invalid-signature" | "forbidden" | "not-shared" | "not-found" | "unknown-attendee" | "link-unknown" | "method-not-allowed" | "sequence-mismatch" | "time-mismatch" | "address-taken" | "room-name-taken" | "slug-taken" | "schedule-in-use" | "uid-conflict" | "default-calendar-needed" | "room-full" | "too-many-holds" | "feed-not-set" | "too-many-endpoints" | "too-many-event-types" | "endpoint-disabled" | "idempotency-in-flight" | "link-expired" | "link-spent" | "content-removed" | "too-large" | "unsupported-media-type" | "invalid-body" | "unknown-field" | "too-many-entries" | "calendar-refuses" | "guest-is-host" | "attendee-is-organizer" | "idempotency-key-reused" | "too-many-requests" | "misdirected-request" | "mail-quota-reached" | "not-configured" | "internal" | "engine-unavailable" | "database-unavailable" | "reading-busy" | "not-ready" | "already-booked" | "not-booked" | "meeting-over" | "meeting-started" | "host-busy" | "guest-busy" | "room-busy" | "resource-busy" | "not-attending" | "attendee-twice" | "last-host" | "too-few-attendees" | "too-many-attendees" | "seats-taken" | "too-late-to-change" | "may-not-move" | "slot-taken" | "not-asked" | "already-approved" | "time-past" | "time-empty" | "time-too-long" | "time-unchanged" | "stale-sequence" | "proposal-gone" | "own-proposal" | "may-not-cancel" | "link-used" | "room-not-ready" | "not-in-room" | "not-due" | "too-many-proposals" | "too-many-links" | "too-many-refreshes" | "too-many-questions";
            /**
             * @description What is wrong, for people; it may change.
             * @example The meeting was not found.
             */
            detail: string;
            /**
             * @description Names the request; the log has the same id.
             * @example urn:uuid:0e6b7a52-9a53-4c9b-9c0c-4a54a2a8c111
             */
            instance: string;
            /** @description Of what was sent: every field that is wrong. */
            problems?: {
                /**
                 * @description Where in the body or the query.
                 * @example attendees.1.email
                 */
                path: string;
                /**
                 * @description What is wrong with it.
                 * @example is missing
                 */
                message: string;
            }[];
            /** @description Of `slot-taken`: the free slots next to the one that was asked for, by start. */
            nearest?: {
                /**
                 * Format: date-time
                 * @description When it begins.
                 * @example 2030-05-17T14:00:00Z
                 */
                startsAt: string;
                /**
                 * Format: date-time
                 * @description When it ends.
                 * @example 2030-05-17T15:00:00Z
                 */
                endsAt: string;
            }[];
            /**
             * @description Of `too-many-entries`: how many there may be.
             * @example 3
             */
            most?: number;
            /**
             * @description Of `too-large`: how many bytes are taken.
             * @example 1048576
             */
            limitBytes?: number;
            /**
             * @description Of `forbidden`: what the key lacks.
             * @example meetings
             */
            scope?: string;
            /**
             * @description Of `sequence-mismatch`: the one that the meeting is at.
             * @example 1
             */
            sequence?: number;
            /**
             * Format: date-time
             * @description Of `room-not-ready`: when the meeting begins.
             * @example 2030-05-17T14:00:00Z
             */
            startsAt?: string;
            /**
             * @description Of `host-busy` and `guest-busy`: who of the meeting has no time.
             * @example guest
             */
            attendeeId?: string;
            /**
             * @description Of `calendar-refuses`: the precondition that was broken, as CalDAV calls it.
             * @example valid-calendar-data
             */
            condition?: string;
            /**
             * @description Of `not-ready`: what does not answer.
             * @example [
             *       "postgres"
             *     ]
             */
            missing?: string[];
        };
        NewPracticeRoom: {
            /**
             * @description What it is called; stands in subjects, pages and calendars.
             * @example First practice
             */
            title: string;
            /**
             * @description What it is about, for the invitation.
             * @example The first one, about forty minutes.
             */
            description?: string;
            /**
             * Format: date-time
             * @description When it begins.
             * @example 2030-05-17T14:00:00Z
             */
            startUtc: string;
            /**
             * Format: date-time
             * @description When it ends.
             * @example 2030-05-17T15:00:00Z
             */
            endUtc: string;
            /** @description Who offers the time. */
            host: {
                /**
                 * Format: email
                 * @description Where their mail goes; nobody else who takes part learns it.
                 * @example guest@example.com
                 */
                email: string;
                /**
                 * @description What they are called.
                 * @example Ivy
                 */
                name?: string;
                /**
                 * @description An IANA name: how they read times.
                 * @example Europe/Vienna
                 */
                timezone?: string;
                /** @description Other addresses of this person: answers from them count as well. */
                aliases?: string[];
                /**
                 * @description Of their mails and pages (BCP 47); the tenant’s when absent.
                 * @example de-AT
                 */
                language?: string;
            };
            /**
             * @description `strict`: a decline of one of the two cancels for both; `soft`: it does not. The tenant’s when absent.
             * @example strict
             * @enum {string}
             */
            policy?: "strict" | "soft";
            /**
             * @description How long a proposal waits for its answer; the tenant’s when absent.
             * @example 48
             */
            proposalExpiryHours?: number;
            /** @description When people are reminded. Nobody is where that would be at once. What is absent is the tenant’s. */
            reminders?: {
                /**
                 * @description Minutes before the start of the mails; empty: none.
                 * @example [
                 *       1440
                 *     ]
                 */
                mailMinutesBefore?: number[];
                /**
                 * @description Minutes before the start of the alarms of calendar programs; empty: none.
                 * @example [
                 *       1440
                 *     ]
                 */
                alarmMinutesBefore?: number[];
            };
        };
        BookedPracticeRoom: {
            /**
             * Format: uuid
             * @description Of the meeting.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            roomId: string;
            /**
             * @description Of the meeting’s iCalendar event (RFC 5545 §3.8.4.7).
             * @example parley-4711@example.com
             */
            uid: string;
            /**
             * @description How often the meeting was moved or called off (RFC 5545 §3.8.7.4): answers to an earlier one do not count.
             * @example 1
             */
            sequence: number;
            /**
             * @description How it stands.
             * @example held
             * @enum {string}
             */
            status: "held" | "open" | "scheduled" | "live" | "cancelled" | "closed";
            /**
             * Format: date-time
             * @description When it begins.
             * @example 2030-05-17T14:00:00Z
             */
            startUtc: string;
            /**
             * Format: date-time
             * @description When it ends.
             * @example 2030-05-17T15:00:00Z
             */
            endUtc: string;
            /**
             * Format: uri
             * @description Where they come in while it is on.
             * @example https://parley.example/join/8c5f6d3e
             */
            joinUrl: string;
        };
        PracticeRoomBooking: {
            /**
             * Format: uuid
             * @description Of the meeting.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            roomId: string;
            /** @description Who takes the time. */
            guest: {
                /**
                 * Format: email
                 * @description Where their mail goes; nobody else who takes part learns it.
                 * @example guest@example.com
                 */
                email: string;
                /**
                 * @description What they are called.
                 * @example Ivy
                 */
                name?: string;
                /**
                 * @description An IANA name: how they read times.
                 * @example Europe/Vienna
                 */
                timezone?: string;
                /** @description Other addresses of this person: answers from them count as well. */
                aliases?: string[];
                /**
                 * @description Of their mails and pages (BCP 47); the tenant’s when absent.
                 * @example de-AT
                 */
                language?: string;
            };
        };
        DeletedPracticeRoom: {
            /**
             * Format: uuid
             * @description Of the meeting.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            roomId: string;
            /**
             * @description Of the meeting’s iCalendar event (RFC 5545 §3.8.4.7).
             * @example parley-4711@example.com
             */
            uid: string;
            /**
             * @description How it stands.
             * @example cancelled
             * @enum {string}
             */
            status: "cancelled";
            /**
             * @description How often the meeting was moved or called off (RFC 5545 §3.8.7.4): answers to an earlier one do not count.
             * @example 1
             */
            sequence: number;
        };
        PracticeRoomDeletion: {
            /**
             * Format: uuid
             * @description Of the meeting.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            roomId: string;
            /**
             * @description Why, in words that everybody who takes part reads.
             * @example The teacher is ill.
             */
            reason?: string;
        };
        PracticeRoom: {
            /**
             * Format: uuid
             * @description Of the meeting.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            roomId: string;
            /**
             * @description Of the meeting’s iCalendar event (RFC 5545 §3.8.4.7).
             * @example parley-4711@example.com
             */
            uid: string;
            /**
             * @description What it is called; stands in subjects, pages and calendars.
             * @example First practice
             */
            title: string;
            /**
             * @description What it is about, for the invitation.
             * @example The first one, about forty minutes.
             */
            description: string;
            /**
             * @description How it stands.
             * @example held
             * @enum {string}
             */
            status: "held" | "open" | "scheduled" | "live" | "cancelled" | "closed";
            /**
             * @description How often the meeting was moved or called off (RFC 5545 §3.8.7.4): answers to an earlier one do not count.
             * @example 1
             */
            sequence: number;
            /**
             * @description `strict`: a decline of one of the two cancels for both; `soft`: it does not. The tenant’s when absent.
             * @example strict
             * @enum {string}
             */
            policy: "strict" | "soft";
            /**
             * @description How long a proposal waits for its answer; the tenant’s when absent.
             * @example 48
             */
            proposalExpiryHours: number;
            /** @description How long before the start everybody is reminded, in minutes; the tenant’s way when absent. */
            reminders: {
                /**
                 * @description Minutes before the start of the mails; empty: none.
                 * @example [
                 *       1440
                 *     ]
                 */
                mailMinutesBefore: number[];
                /**
                 * @description Minutes before the start of the alarms of calendar programs; empty: none.
                 * @example [
                 *       1440
                 *     ]
                 */
                alarmMinutesBefore: number[];
            };
            /**
             * Format: date-time
             * @description When it begins.
             * @example 2030-05-17T14:00:00Z
             */
            startUtc: string;
            /**
             * Format: date-time
             * @description When it ends.
             * @example 2030-05-17T15:00:00Z
             */
            endUtc: string;
            /**
             * @description Why it was cancelled; null: it was not, or nobody said.
             * @example null
             */
            cancelReason: string | null;
            /**
             * Format: uri
             * @description Where they come in while it is on.
             * @example https://parley.example/join/8c5f6d3e
             */
            joinUrl: string;
            /** @description What each of the two answered. */
            answers: {
                /** @description Who offers the time. */
                host: {
                    /**
                     * @description What they answered (RFC 5545 §3.2.12).
                     * @example ACCEPTED
                     * @enum {string}
                     */
                    partstat: "NEEDS-ACTION" | "ACCEPTED" | "DECLINED" | "TENTATIVE";
                    /**
                     * Format: date-time
                     * @description When they answered; null: they have not.
                     * @example 2030-05-17T14:00:00Z
                     */
                    answeredAt: string | null;
                    /** @description How the newest message to them fares; null: none was sent. */
                    delivery: {
                        /**
                         * @description `prepared` and `deferred`: it is being sent. `delivered` and `bounced`: so it was reported. `failed`: given up. `lapsed`: it was of no use any more.
                         * @example prepared
                         * @enum {string}
                         */
                        status: "prepared" | "deferred" | "sent" | "failed" | "delivered" | "bounced" | "lapsed";
                        /**
                         * @description What it is.
                         * @example invitation
                         * @enum {string}
                         */
                        kind: "invitation" | "update" | "cancellation" | "approval-request" | "booking-request" | "booking-requested" | "booking-declined" | "booking-expired" | "proposal-declined" | "proposal-expired" | "proposal-withdrawn" | "proposal-refused" | "fresh-link" | "reminder" | "refresh" | "confirm-answer" | "text-answer" | "delegation-refused" | "not-delivered" | "guest-declined" | "guest-booked";
                        /**
                         * @description RFC 5546; null: mail for people.
                         * @example REQUEST
                         * @enum {string|null}
                         */
                        method: "REQUEST" | "CANCEL" | "DECLINECOUNTER" | null;
                        /**
                         * @description How often the meeting was moved or called off (RFC 5545 §3.8.7.4): answers to an earlier one do not count.
                         * @example 1
                         */
                        sequence: number;
                        /**
                         * Format: date-time
                         * @description When the mail server took it; null: not yet.
                         * @example 2030-05-17T14:00:00Z
                         */
                        sentAt: string | null;
                        /**
                         * @description Why it has not been taken by the mail server; null: nothing is wrong.
                         * @example null
                         */
                        problem: {
                            /**
                             * @description An SMTP code, or a stable word such as “server-down” or “given-up”.
                             * @example 450
                             */
                            code: string;
                            /**
                             * @description What the mail server said, without addresses.
                             * @example …
                             */
                            words: string;
                            /**
                             * Format: date-time
                             * @description Since when it is put off; null: it is tried no more.
                             * @example 2030-05-17T14:00:00Z
                             */
                            since: string | null;
                            /**
                             * Format: date-time
                             * @description When it is tried again; null: nobody knows.
                             * @example 2030-05-02T09:45:00.000Z
                             */
                            nextAttemptAt: string | null;
                        } | null;
                    } | null;
                } | null;
                /** @description Who takes the time. */
                guest: {
                    /**
                     * @description What they answered (RFC 5545 §3.2.12).
                     * @example ACCEPTED
                     * @enum {string}
                     */
                    partstat: "NEEDS-ACTION" | "ACCEPTED" | "DECLINED" | "TENTATIVE";
                    /**
                     * Format: date-time
                     * @description When they answered; null: they have not.
                     * @example 2030-05-17T14:00:00Z
                     */
                    answeredAt: string | null;
                    /** @description How the newest message to them fares; null: none was sent. */
                    delivery: {
                        /**
                         * @description `prepared` and `deferred`: it is being sent. `delivered` and `bounced`: so it was reported. `failed`: given up. `lapsed`: it was of no use any more.
                         * @example prepared
                         * @enum {string}
                         */
                        status: "prepared" | "deferred" | "sent" | "failed" | "delivered" | "bounced" | "lapsed";
                        /**
                         * @description What it is.
                         * @example invitation
                         * @enum {string}
                         */
                        kind: "invitation" | "update" | "cancellation" | "approval-request" | "booking-request" | "booking-requested" | "booking-declined" | "booking-expired" | "proposal-declined" | "proposal-expired" | "proposal-withdrawn" | "proposal-refused" | "fresh-link" | "reminder" | "refresh" | "confirm-answer" | "text-answer" | "delegation-refused" | "not-delivered" | "guest-declined" | "guest-booked";
                        /**
                         * @description RFC 5546; null: mail for people.
                         * @example REQUEST
                         * @enum {string|null}
                         */
                        method: "REQUEST" | "CANCEL" | "DECLINECOUNTER" | null;
                        /**
                         * @description How often the meeting was moved or called off (RFC 5545 §3.8.7.4): answers to an earlier one do not count.
                         * @example 1
                         */
                        sequence: number;
                        /**
                         * Format: date-time
                         * @description When the mail server took it; null: not yet.
                         * @example 2030-05-17T14:00:00Z
                         */
                        sentAt: string | null;
                        /**
                         * @description Why it has not been taken by the mail server; null: nothing is wrong.
                         * @example null
                         */
                        problem: {
                            /**
                             * @description An SMTP code, or a stable word such as “server-down” or “given-up”.
                             * @example 450
                             */
                            code: string;
                            /**
                             * @description What the mail server said, without addresses.
                             * @example …
                             */
                            words: string;
                            /**
                             * Format: date-time
                             * @description Since when it is put off; null: it is tried no more.
                             * @example 2030-05-17T14:00:00Z
                             */
                            since: string | null;
                            /**
                             * Format: date-time
                             * @description When it is tried again; null: nobody knows.
                             * @example 2030-05-02T09:45:00.000Z
                             */
                            nextAttemptAt: string | null;
                        } | null;
                    } | null;
                } | null;
            };
            /** @description Those that wait. */
            proposals: {
                /**
                 * Format: uuid
                 * @description Of the proposal; null: it is about none.
                 * @example 5b7f0f4a-8d0a-4f4c-8d09-6f1d2c906a44
                 */
                proposalId: string;
                /**
                 * @description Who asks for it.
                 * @example host
                 * @enum {string}
                 */
                proposedBy: "host" | "guest";
                /**
                 * Format: date-time
                 * @description When it would begin.
                 * @example 2030-05-18T14:00:00Z
                 */
                proposedStartUtc: string;
                /**
                 * Format: date-time
                 * @description When it would end.
                 * @example 2030-05-18T15:00:00Z
                 */
                proposedEndUtc: string;
                /**
                 * @description What they wrote with it; no address is left in it.
                 * @example Could we meet an hour later?
                 */
                note: string;
                /**
                 * Format: date-time
                 * @description When it was made.
                 * @example 2030-05-02T09:30:00.000Z
                 */
                createdAt: string;
                /**
                 * Format: date-time
                 * @description Until when it can be used or decided.
                 * @example 2030-05-04T09:30:00.000Z
                 */
                expiresAt: string;
            }[];
            /** @description The oldest first. */
            timeline: {
                /**
                 * @description What happened.
                 * @example held
                 * @enum {string}
                 */
                what: "held" | "hold-ended" | "booking-requested" | "booking-approved" | "booking-declined" | "booking-expired" | "booked" | "never-booked" | "attendee-added" | "attendee-removed" | "reassigned" | "invited-again" | "accepted" | "tentative" | "declined" | "seat-freed" | "stale-answer" | "delegation-refused" | "proposed" | "proposal-replaced" | "proposal-withdrawn" | "proposal-agreed" | "proposal-approved" | "proposal-declined" | "proposal-expired" | "proposal-refused" | "proposals-used-up" | "links-used-up" | "refreshes-used-up" | "questions-used-up" | "link-requested" | "moved" | "cancelled" | "appeared" | "renamed" | "removed" | "opened" | "room-ready" | "room-let-go" | "started" | "joined" | "left" | "room-closed" | "delivery-failed" | "bounced" | "answer-held" | "refreshed" | "reminded" | "reminder-late" | "wrote";
                /**
                 * Format: date-time
                 * @description When.
                 * @example 2030-05-17T14:00:00Z
                 */
                at: string;
                /**
                 * @description `host`, `guest`, `backend` or `parley`.
                 * @example guest
                 */
                by: string;
                /**
                 * @description `room`: by its people, or by its calendar.
                 * @example api
                 * @enum {string}
                 */
                door: "api" | "mail" | "link" | "clock" | "room";
            }[];
            /** @description Where they see each other. */
            room: {
                /**
                 * @description Whether one can come in.
                 * @example none
                 * @enum {string}
                 */
                phase: "none" | "ready" | "closed";
                /**
                 * Format: date-time
                 * @description When it was made ready; null: it is not.
                 * @example null
                 */
                readyAt: string | null;
                /**
                 * Format: date-time
                 * @description When it was closed; null: it is not.
                 * @example null
                 */
                closedAt: string | null;
            };
        };
        Joined: {
            /**
             * @description Who came in, by an id of this stay alone.
             * @example p-4711
             */
            participantId: string;
            /**
             * Format: uri
             * @description Where they come in while it is on.
             * @example https://parley.example/join/8c5f6d3e
             */
            joinUrl: string;
        };
        Joining: {
            /**
             * Format: uuid
             * @description Of the meeting.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            roomId: string;
            /**
             * @description Who came in, by an id of this stay alone.
             * @example p-4711
             */
            participantId?: string;
            /**
             * @description What the others see.
             * @example Ivy
             */
            displayName?: string;
        };
        Left: {
            /**
             * Format: uuid
             * @description Of the meeting.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            roomId: string;
            /**
             * @description Who came in, by an id of this stay alone.
             * @example p-4711
             */
            participantId: string;
        };
        Leaving: {
            /**
             * Format: uuid
             * @description Of the meeting.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            roomId: string;
            /**
             * @description Who came in, by an id of this stay alone.
             * @example p-4711
             */
            participantId: string;
        };
        Meeting: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * @description Of its iCalendar event.
             * @example parley-4711@example.com
             */
            uid: string;
            /**
             * @description “feed”: in the calendar of a room; “unscheduled”: begun in one. Only a booking has attendees and can be changed here.
             * @example booking
             * @enum {string}
             */
            source: "booking" | "feed" | "unscheduled";
            /**
             * Format: uuid
             * @description Where it takes place; null: in no room of yours.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            roomId: string | null;
            /**
             * @description How it stands.
             * @example held
             * @enum {string}
             */
            status: "held" | "open" | "scheduled" | "live" | "cancelled" | "closed";
            /**
             * @description How often the meeting was moved or called off (RFC 5545 §3.8.7.4): answers to an earlier one do not count.
             * @example 1
             */
            sequence: number;
            /**
             * @description What it is called; stands in subjects, pages and calendars.
             * @example First practice
             */
            title: string;
            /**
             * Format: date-time
             * @description When it begins.
             * @example 2030-05-17T14:00:00Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description When it ends.
             * @example 2030-05-17T15:00:00Z
             */
            endsAt: string;
            /**
             * @description What the backend gave, as it gave it.
             * @example {
             *       "order": "4711"
             *     }
             */
            metadata: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2030-05-02T09:30:00.000Z
             */
            createdAt: string;
            /**
             * @description What it is about, for the invitation.
             * @example The first one, about forty minutes.
             */
            description: string;
            /**
             * @description Null: it is no booking.
             * @example strict
             * @enum {string|null}
             */
            policy: "strict" | "soft" | null;
            /**
             * @description Null: it is no booking.
             * @example 48
             */
            proposalExpiryHours: number | null;
            /** @description Null: it is no booking. */
            reminders: {
                /**
                 * @description Minutes before the start of the mails; empty: none.
                 * @example [
                 *       1440
                 *     ]
                 */
                mailMinutesBefore: number[];
                /**
                 * @description Minutes before the start of the alarms of calendar programs; empty: none.
                 * @example [
                 *       1440
                 *     ]
                 */
                alarmMinutesBefore: number[];
            } | null;
            /**
             * @description Why it was cancelled; null: it was not, or nobody said.
             * @example null
             */
            cancelReason: string | null;
            /**
             * Format: uri
             * @description Of a booking its own page, else that of the room; null: it has no video room.
             * @example https://parley.example/join/8c5f6d3e
             */
            joinUrl: string | null;
            /** @description Who takes part. */
            attendees: components["schemas"]["Attendee"][];
            /** @description Those that wait. */
            proposals: {
                /**
                 * Format: uuid
                 * @description Its id, for ever.
                 * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
                 */
                id: string;
                /**
                 * @description Unique in the meeting, and never given again.
                 * @example guest-2
                 */
                proposedBy: string;
                /**
                 * Format: date-time
                 * @description When it begins.
                 * @example 2030-05-17T14:00:00Z
                 */
                startsAt: string;
                /**
                 * Format: date-time
                 * @description When it ends.
                 * @example 2030-05-17T15:00:00Z
                 */
                endsAt: string;
                /**
                 * @description What they wrote with it; no address is left in it.
                 * @example Could we meet an hour later?
                 */
                note: string;
                /**
                 * @description Who is asked for an approval.
                 * @example [
                 *       "guest-2"
                 *     ]
                 */
                asked: string[];
                /** @description Who has not approved yet. */
                waitsFor: string[];
                /**
                 * Format: date-time
                 * @description When it was made.
                 * @example 2030-05-02T09:30:00.000Z
                 */
                createdAt: string;
                /**
                 * Format: date-time
                 * @description Until when it can be used or decided.
                 * @example 2030-05-04T09:30:00.000Z
                 */
                expiresAt: string;
            }[];
            /** @description Where they see each other while it is on. */
            videoRoom: {
                /**
                 * @description How it stands.
                 * @example none
                 * @enum {string}
                 */
                status: "none" | "ready" | "closed";
                /**
                 * Format: date-time
                 * @description When it was made ready; null: it is not.
                 * @example null
                 */
                readyAt: string | null;
                /**
                 * Format: date-time
                 * @description When it was closed; null: it is not.
                 * @example null
                 */
                closedAt: string | null;
            };
        };
        Attendee: {
            /**
             * @description Unique in the meeting, and never given again.
             * @example guest-2
             */
            id: string;
            /**
             * @description Whether they give the meeting or come to it.
             * @example host
             * @enum {string}
             */
            role: "host" | "guest";
            /**
             * @description Without them there is no meeting.
             * @example true
             */
            required: boolean;
            /**
             * @description What they are called.
             * @example Ivy
             */
            name: string | null;
            /**
             * @description An IANA name: how they read times.
             * @example Europe/Vienna
             */
            timezone: string | null;
            /**
             * @description Of their mails and pages (BCP 47); the tenant’s when absent.
             * @example de-AT
             */
            language: string | null;
            /**
             * @description What they answered (RFC 5545 §3.2.12).
             * @example ACCEPTED
             * @enum {string}
             */
            partstat: "NEEDS-ACTION" | "ACCEPTED" | "DECLINED" | "TENTATIVE";
            /**
             * Format: date-time
             * @description When they answered; null: they have not.
             * @example 2030-05-17T14:00:00Z
             */
            answeredAt: string | null;
            /** @description How the newest message to them fares; null: none was sent. */
            delivery: {
                /**
                 * @description `prepared` and `deferred`: it is being sent. `delivered` and `bounced`: so it was reported. `failed`: given up. `lapsed`: it was of no use any more.
                 * @example prepared
                 * @enum {string}
                 */
                status: "prepared" | "deferred" | "sent" | "failed" | "delivered" | "bounced" | "lapsed";
                /**
                 * @description What it is.
                 * @example invitation
                 * @enum {string}
                 */
                kind: "invitation" | "update" | "cancellation" | "approval-request" | "booking-request" | "booking-requested" | "booking-declined" | "booking-expired" | "proposal-declined" | "proposal-expired" | "proposal-withdrawn" | "proposal-refused" | "fresh-link" | "reminder" | "refresh" | "confirm-answer" | "text-answer" | "delegation-refused" | "not-delivered" | "guest-declined" | "guest-booked";
                /**
                 * @description RFC 5546; null: mail for people.
                 * @example REQUEST
                 * @enum {string|null}
                 */
                method: "REQUEST" | "CANCEL" | "DECLINECOUNTER" | null;
                /**
                 * @description How often the meeting was moved or called off (RFC 5545 §3.8.7.4): answers to an earlier one do not count.
                 * @example 1
                 */
                sequence: number;
                /**
                 * Format: date-time
                 * @description When the mail server took it; null: not yet.
                 * @example 2030-05-17T14:00:00Z
                 */
                sentAt: string | null;
                /**
                 * @description Why it has not been taken by the mail server; null: nothing is wrong.
                 * @example null
                 */
                problem: {
                    /**
                     * @description An SMTP code, or a stable word such as “server-down” or “given-up”.
                     * @example 450
                     */
                    code: string;
                    /**
                     * @description What the mail server said, without addresses.
                     * @example …
                     */
                    words: string;
                    /**
                     * Format: date-time
                     * @description Since when it is put off; null: it is tried no more.
                     * @example 2030-05-17T14:00:00Z
                     */
                    since: string | null;
                    /**
                     * Format: date-time
                     * @description When it is tried again; null: nobody knows.
                     * @example 2030-05-02T09:45:00.000Z
                     */
                    nextAttemptAt: string | null;
                } | null;
            } | null;
        };
        NewMeeting: {
            /**
             * @description What it is called; stands in subjects, pages and calendars.
             * @example First practice
             */
            title: string;
            /**
             * @description What it is about, for the invitation.
             * @example The first one, about forty minutes.
             */
            description?: string;
            /**
             * Format: date-time
             * @description When it begins.
             * @example 2030-05-17T14:00:00Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description When it ends.
             * @example 2030-05-17T15:00:00Z
             */
            endsAt: string;
            /**
             * @description Each gets an invitation of their own, and learns nobody else’s address.
             * @example [
             *       {
             *         "email": "host@example.com",
             *         "name": "Hanna",
             *         "role": "host",
             *         "timezone": "Europe/Berlin"
             *       },
             *       {
             *         "email": "guest@example.com",
             *         "timezone": "America/New_York"
             *       }
             *     ]
             */
            attendees: components["schemas"]["NewAttendee"][];
            /**
             * @description “strict”: the meeting is cancelled for all when a required attendee declines. The tenant’s when absent.
             * @example strict
             * @enum {string}
             */
            policy?: "strict" | "soft";
            /**
             * @description How long a proposal waits for its answer; the tenant’s when absent.
             * @example 48
             */
            proposalExpiryHours?: number;
            /** @description When people are reminded. Nobody is where that would be at once. What is absent is the tenant’s. */
            reminders?: {
                /**
                 * @description Minutes before the start of the mails; empty: none.
                 * @example [
                 *       1440
                 *     ]
                 */
                mailMinutesBefore?: number[];
                /**
                 * @description Minutes before the start of the alarms of calendar programs; empty: none.
                 * @example [
                 *       1440
                 *     ]
                 */
                alarmMinutesBefore?: number[];
            };
            /**
             * Format: uuid
             * @description Where it takes place. The room must be free then, in its own calendar, too.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            roomId?: string;
            /**
             * @description What you want to find again: at most 50 keys of 40 characters, with values of 500. Nobody else sees it.
             * @example {
             *       "order": "4711"
             *     }
             */
            metadata?: {
                [key: string]: string;
            };
        };
        NewAttendee: {
            /**
             * Format: email
             * @description Where their mail goes; nobody else who takes part learns it.
             * @example guest@example.com
             */
            email: string;
            /**
             * @description What they are called.
             * @example Ivy
             */
            name?: string;
            /**
             * @description An IANA name: how they read times.
             * @example Europe/Vienna
             */
            timezone?: string;
            /** @description Other addresses of this person: answers from them count as well. */
            aliases?: string[];
            /**
             * @description Of their mails and pages (BCP 47); the tenant’s when absent.
             * @example de-AT
             */
            language?: string;
            /**
             * @description Whether they give the meeting or come to it.
             * @default guest
             * @example host
             * @enum {string}
             */
            role?: "host" | "guest";
            /**
             * @description Without them there is no meeting, and nothing moves before they approve. A host is always required.
             * @default true
             * @example true
             */
            required?: boolean;
        };
        Meetings: {
            /** @description The earliest first. */
            meetings: components["schemas"]["MeetingSummary"][];
            /**
             * @description For `after`; null: there are no more.
             * @example …
             */
            next: string | null;
        };
        MeetingSummary: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * @description Of its iCalendar event.
             * @example parley-4711@example.com
             */
            uid: string;
            /**
             * @description “feed”: in the calendar of a room; “unscheduled”: begun in one. Only a booking has attendees and can be changed here.
             * @example booking
             * @enum {string}
             */
            source: "booking" | "feed" | "unscheduled";
            /**
             * Format: uuid
             * @description Where it takes place; null: in no room of yours.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            roomId: string | null;
            /**
             * @description How it stands.
             * @example held
             * @enum {string}
             */
            status: "held" | "open" | "scheduled" | "live" | "cancelled" | "closed";
            /**
             * @description How often the meeting was moved or called off (RFC 5545 §3.8.7.4): answers to an earlier one do not count.
             * @example 1
             */
            sequence: number;
            /**
             * @description What it is called; stands in subjects, pages and calendars.
             * @example First practice
             */
            title: string;
            /**
             * Format: date-time
             * @description When it begins.
             * @example 2030-05-17T14:00:00Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description When it ends.
             * @example 2030-05-17T15:00:00Z
             */
            endsAt: string;
            /**
             * @description What the backend gave, as it gave it.
             * @example {
             *       "order": "4711"
             *     }
             */
            metadata: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2030-05-02T09:30:00.000Z
             */
            createdAt: string;
        };
        MeetingMove: {
            /**
             * Format: date-time
             * @description When it begins.
             * @example 2030-05-17T14:00:00Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description When it ends.
             * @example 2030-05-17T15:00:00Z
             */
            endsAt: string;
        };
        MeetingCancellation: {
            /**
             * @description Why, in words that everybody who takes part reads.
             * @example The teacher is ill.
             */
            reason?: string;
        };
        MeetingResend: {
            /**
             * @description To everybody when absent.
             * @example guest-2
             */
            attendeeId?: string;
        };
        MeetingTimeline: {
            /** @description The oldest first. */
            timeline: {
                /**
                 * @description What happened.
                 * @example held
                 * @enum {string}
                 */
                what: "held" | "hold-ended" | "booking-requested" | "booking-approved" | "booking-declined" | "booking-expired" | "booked" | "never-booked" | "attendee-added" | "attendee-removed" | "reassigned" | "invited-again" | "accepted" | "tentative" | "declined" | "seat-freed" | "stale-answer" | "delegation-refused" | "proposed" | "proposal-replaced" | "proposal-withdrawn" | "proposal-agreed" | "proposal-approved" | "proposal-declined" | "proposal-expired" | "proposal-refused" | "proposals-used-up" | "links-used-up" | "refreshes-used-up" | "questions-used-up" | "link-requested" | "moved" | "cancelled" | "appeared" | "renamed" | "removed" | "opened" | "room-ready" | "room-let-go" | "started" | "joined" | "left" | "room-closed" | "delivery-failed" | "bounced" | "answer-held" | "refreshed" | "reminded" | "reminder-late" | "wrote";
                /**
                 * Format: date-time
                 * @description When.
                 * @example 2030-05-17T14:00:00Z
                 */
                at: string;
                /**
                 * @description An attendee’s id, “backend” or “parley”.
                 * @example guest
                 */
                by: string;
                /**
                 * @description Whom it happened to, where somebody else did it.
                 * @example guest-2
                 */
                about: string | null;
                /**
                 * @description `room`: by its people, or by its calendar.
                 * @example api
                 * @enum {string}
                 */
                door: "api" | "mail" | "link" | "clock" | "room";
            }[];
        };
        MeetingLinks: {
            /** @description The newest first. */
            links: {
                /**
                 * Format: uuid
                 * @description Its id, for ever.
                 * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
                 */
                id: string;
                /**
                 * @description What it is for.
                 * @example answer
                 * @enum {string}
                 */
                purpose: "answer" | "propose" | "approve" | "decline" | "confirm";
                /**
                 * @description Unique in the meeting, and never given again.
                 * @example guest-2
                 */
                attendeeId: string;
                /**
                 * @description Of the proposal; null: it is about none.
                 * @example 5b7f0f4a-8d0a-4f4c-8d09-6f1d2c906a44
                 */
                proposalId: string | null;
                /**
                 * @description “over”: what it was about is decided, or its recipient takes part no more.
                 * @example open
                 * @enum {string}
                 */
                status: "open" | "used" | "expired" | "over";
                /**
                 * Format: date-time
                 * @description When it was made.
                 * @example 2030-05-02T09:30:00.000Z
                 */
                createdAt: string;
                /**
                 * Format: date-time
                 * @description Until when it can be used or decided.
                 * @example 2030-05-04T09:30:00.000Z
                 */
                expiresAt: string;
                /**
                 * Format: date-time
                 * @description When it was used; null: it was not.
                 * @example null
                 */
                usedAt: string | null;
            }[];
        };
        CalendarMessage: {
            /**
             * @description Of the meeting’s iCalendar event (RFC 5545 §3.8.4.7).
             * @example parley-4711@example.com
             */
            uid: string;
            /**
             * @description Whom it is for; somebody who takes part.
             * @example guest@example.com
             */
            attendeeEmail: string;
            /**
             * @description The iTIP method (RFC 5546); null: it is mail for people.
             * @example REQUEST
             * @enum {string}
             */
            method: "REQUEST" | "CANCEL";
            /**
             * @description How often the meeting was moved or called off (RFC 5545 §3.8.7.4): answers to an earlier one do not count.
             * @example 1
             */
            sequence: number;
            /**
             * @description Of the message, as its Message-ID says it.
             * @example <4711.parley@example.com>
             */
            messageId: string;
            /**
             * @description prepared and deferred: it is being sent.
             * @example prepared
             * @enum {string}
             */
            state: "prepared" | "sent" | "failed" | "delivered" | "bounced" | "deferred";
        };
        CalendarMessageRequest: {
            /**
             * @description Of the meeting’s iCalendar event (RFC 5545 §3.8.4.7).
             * @example parley-4711@example.com
             */
            uid: string;
            /**
             * Format: email
             * @description Whom it is for; somebody who takes part.
             * @example guest@example.com
             */
            attendeeEmail: string;
            /**
             * Format: date-time
             * @description When it begins.
             * @example 2030-05-17T14:00:00Z
             */
            startUtc: string;
            /**
             * Format: date-time
             * @description When it ends.
             * @example 2030-05-17T15:00:00Z
             */
            endUtc: string;
            /**
             * @description How often the meeting was moved or called off (RFC 5545 §3.8.7.4): answers to an earlier one do not count.
             * @example 1
             */
            sequence: number;
        };
        CalendarCancelRequest: {
            /**
             * @description Of the meeting’s iCalendar event (RFC 5545 §3.8.4.7).
             * @example parley-4711@example.com
             */
            uid: string;
            /**
             * Format: email
             * @description Whom it is for; somebody who takes part.
             * @example guest@example.com
             */
            attendeeEmail: string;
        };
        Proposal: {
            /**
             * Format: uuid
             * @description Of the proposal; null: it is about none.
             * @example 5b7f0f4a-8d0a-4f4c-8d09-6f1d2c906a44
             */
            proposalId: string;
            /**
             * @description “approved”: nobody else had to be asked, and the meeting has moved.
             * @example pending
             * @enum {string}
             */
            status: "pending" | "approved" | "declined" | "expired" | "withdrawn" | "replaced";
            /**
             * Format: date-time
             * @description When it would begin.
             * @example 2030-05-18T14:00:00Z
             */
            proposedStartUtc: string;
            /**
             * Format: date-time
             * @description When it would end.
             * @example 2030-05-18T15:00:00Z
             */
            proposedEndUtc: string;
            /**
             * Format: date-time
             * @description Until when it can be used or decided.
             * @example 2030-05-04T09:30:00.000Z
             */
            expiresAt: string;
        };
        NewProposal: {
            /**
             * @description What stands in the link, after `r=`.
             * @example Zk3…
             */
            token: string;
            /**
             * Format: date-time
             * @description When it would begin.
             * @example 2030-05-18T14:00:00Z
             */
            proposedStartUtc: string;
            /**
             * Format: date-time
             * @description When it would end.
             * @example 2030-05-18T15:00:00Z
             */
            proposedEndUtc: string;
            /**
             * @description What they wrote with it; no address is left in it.
             * @example Could we meet an hour later?
             */
            note?: string;
        };
        Principal: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * @description A member, a place, a thing, or several of them.
             * @example individual
             * @enum {string}
             */
            kind: "individual" | "room" | "resource" | "group";
            /**
             * @description What they are called.
             * @example Ivy
             */
            name: string | null;
            /**
             * @description An IANA name: how they read times.
             * @example Europe/Vienna
             */
            timezone: string;
            /**
             * @description Null: the tenant’s.
             * @example de-AT
             */
            language: string | null;
            /**
             * @description Of a room or a resource: who sets its calendar.
             * @example 1f1d2c90-6a44-4c86-a41c-1d0a1a4c9a77
             */
            ownerId: string | null;
            /**
             * @description Of a resource: how many meetings have it at once. Null: it is none.
             * @example 5
             */
            capacity: number | null;
            /** @description Theirs; the primary one first. */
            addresses: {
                /**
                 * @description An address of theirs.
                 * @example ivy@example.com
                 */
                address: string;
                /**
                 * @description Their mail goes there.
                 * @example true
                 */
                primary: boolean;
                /**
                 * @description They have shown that they read its mail.
                 * @example true
                 */
                verified: boolean;
            }[];
            /**
             * @description Of a group: its members.
             * @example []
             */
            memberIds: string[];
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2030-05-02T09:30:00.000Z
             */
            createdAt: string;
        };
        NewPrincipal: {
            /**
             * @description What it is.
             * @example individual
             * @enum {string}
             */
            kind: "individual";
            /**
             * @description What they are called.
             * @example Ivy
             */
            name?: string;
            /** @description The first one is the primary one, which mail goes to. An address is one principal’s of the tenant. */
            addresses: string[];
            /**
             * @description An IANA name: how they read times.
             * @example Europe/Vienna
             */
            timezone?: string;
            /**
             * @description Of their mails and pages (BCP 47); the tenant’s when absent.
             * @example de-AT
             */
            language?: string;
        } | {
            /**
             * @description What it is.
             * @example room
             * @enum {string}
             */
            kind: "room";
            /**
             * @description What they are called.
             * @example board-room
             */
            name: string;
            /**
             * Format: uuid
             * @description Of the member who owns it.
             * @example 1f1d2c90-6a44-4c86-a41c-1d0a1a4c9a77
             */
            ownerId: string;
            /** @description The first one is the primary one, which mail goes to. An address is one principal’s of the tenant. */
            addresses?: string[];
            /**
             * @description An IANA name: how they read times.
             * @example Europe/Vienna
             */
            timezone?: string;
            /**
             * @description Of their mails and pages (BCP 47); the tenant’s when absent.
             * @example de-AT
             */
            language?: string;
        } | {
            /**
             * @description What it is.
             * @example resource
             * @enum {string}
             */
            kind: "resource";
            /**
             * @description What they are called.
             * @example Ivy
             */
            name: string;
            /**
             * Format: uuid
             * @description Of the member who owns it.
             * @example 1f1d2c90-6a44-4c86-a41c-1d0a1a4c9a77
             */
            ownerId?: string;
            /**
             * @description Of a resource: how many meetings have it at once; 1 when nobody says.
             * @example 5
             */
            capacity?: number;
            /** @description The first one is the primary one, which mail goes to. An address is one principal’s of the tenant. */
            addresses?: string[];
            /**
             * @description An IANA name: how they read times.
             * @example Europe/Vienna
             */
            timezone?: string;
            /**
             * @description Of their mails and pages (BCP 47); the tenant’s when absent.
             * @example de-AT
             */
            language?: string;
        } | {
            /**
             * @description What it is.
             * @example group
             * @enum {string}
             */
            kind: "group";
            /**
             * @description What they are called.
             * @example Ivy
             */
            name: string;
            /**
             * @description Principals, and no groups.
             * @example []
             */
            memberIds?: string[];
            /** @description The first one is the primary one, which mail goes to. An address is one principal’s of the tenant. */
            addresses?: string[];
            /**
             * @description An IANA name: how they read times.
             * @example Europe/Vienna
             */
            timezone?: string;
            /**
             * @description Of their mails and pages (BCP 47); the tenant’s when absent.
             * @example de-AT
             */
            language?: string;
        };
        Principals: {
            /** @description By their ids. */
            principals: components["schemas"]["Principal"][];
            /**
             * @description For `after`; null: there are no more.
             * @example …
             */
            next: string | null;
        };
        PrincipalChanges: {
            /**
             * @description What they are called.
             * @example Ivy
             */
            name?: string | null;
            /**
             * @description An IANA name: how they read times.
             * @example Europe/Vienna
             */
            timezone?: string;
            /**
             * @description Of their mails and pages (BCP 47); the tenant’s when absent.
             * @example de-AT
             */
            language?: string;
            /** @description The first one is the primary one, which mail goes to. An address is one principal’s of the tenant. */
            addresses?: string[];
            /**
             * Format: uuid
             * @description Of the member who owns it.
             * @example 1f1d2c90-6a44-4c86-a41c-1d0a1a4c9a77
             */
            ownerId?: string;
            /**
             * @description Of a resource: how many meetings have it at once; 1 when nobody says.
             * @example 5
             */
            capacity?: number;
            /**
             * @description Principals, and no groups.
             * @example []
             */
            memberIds?: string[];
        };
        Deleted: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
        };
        Busy: {
            /** @description Periods without time, by their start; no two overlap. */
            busy: {
                /**
                 * Format: date-time
                 * @description When it begins.
                 * @example 2030-05-17T14:00:00Z
                 */
                startsAt: string;
                /**
                 * Format: date-time
                 * @description When it ends.
                 * @example 2030-05-17T15:00:00Z
                 */
                endsAt: string;
                /**
                 * @description What it is.
                 * @example busy
                 * @enum {string}
                 */
                kind: "busy" | "tentative" | "unavailable";
            }[];
        };
        Slots: {
            /**
             * @description The zone that the times are in.
             * @example Europe/Vienna
             */
            timezone: string;
            /**
             * @description How long it takes, in minutes.
             * @example 30
             */
            lengthMinutes: number;
            /** @description By their start. */
            slots: {
                /**
                 * Format: date-time
                 * @description When it begins.
                 * @example 2030-05-17T14:00:00Z
                 */
                startsAt: string;
                /**
                 * Format: date-time
                 * @description When it ends.
                 * @example 2030-05-17T15:00:00Z
                 */
                endsAt: string;
                /**
                 * @description Where several guests come to one meeting.
                 * @example 1
                 */
                seatsLeft?: number;
            }[];
        };
        Explanation: {
            /**
             * Format: date-time
             * @description When.
             * @example 2030-05-17T14:00:00Z
             */
            at: string;
            /**
             * @description Whether it can be booked then.
             * @example false
             */
            offered: boolean;
            /** @description One by one, what stands against the time. */
            hosts: {
                /**
                 * @description For the host and the API key; null for all others.
                 * @example …
                 */
                hostId: string | null;
                /**
                 * @description Null: as far as this host goes, the time could be offered.
                 * @example busy
                 * @enum {string|null}
                 */
                reason: "too-soon" | "too-far" | "outside-hours" | "not-on-a-step" | "busy" | "buffer" | "limit" | null;
                /**
                 * @description What decides about the day, where it is outside of the hours.
                 * @example type-override
                 * @enum {string}
                 */
                rule?: "type-override" | "member-override" | "temporary" | "away" | "weekly";
                /**
                 * @description The zone that the hours of the day are read in, where the host is on a journey then.
                 * @example America/New_York
                 */
                journeyTimezone?: string;
                /**
                 * @description What is in the way; for the host and the API key.
                 * @example meeting
                 * @enum {string}
                 */
                source?: "meeting" | "calendar" | "place";
                /**
                 * @description Of the meeting, the room or the resource.
                 * @example …
                 */
                sourceId?: string;
            }[];
        };
        Booking: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * Format: uuid
             * @description Of the event type.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            eventTypeId: string;
            /**
             * @description `held` until it is booked, or approved.
             * @example scheduled
             * @enum {string}
             */
            status: "held" | "open" | "scheduled" | "live" | "cancelled" | "closed";
            /**
             * Format: date-time
             * @description When it begins.
             * @example 2030-05-17T14:00:00Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description When it ends.
             * @example 2030-05-17T15:00:00Z
             */
            endsAt: string;
            /**
             * Format: date-time
             * @description While it is held: until then, unless it is booked or approved.
             * @example 2030-05-17T14:00:00Z
             */
            holdExpiresAt: string | null;
            /**
             * @description Its guest has asked for it, or for another time of it, and its hosts have to decide.
             * @example false
             */
            awaitsApproval: boolean;
        };
        NewHold: {
            /**
             * Format: date-time
             * @description When it begins.
             * @example 2030-05-17T14:00:00Z
             */
            startsAt: string;
            /**
             * @description One of the event type’s lengths; its first one when absent.
             * @example 30
             */
            lengthMinutes?: number;
            /**
             * @description Of a link to an event type that is not public.
             * @example …
             */
            link?: string;
        };
        NewBooking: {
            /**
             * Format: date-time
             * @description When it begins.
             * @example 2030-05-17T14:00:00Z
             */
            startsAt: string;
            /**
             * @description One of the event type’s lengths; its first one when absent.
             * @example 30
             */
            lengthMinutes?: number;
            /**
             * @description Of a link to an event type that is not public.
             * @example …
             */
            link?: string;
            /**
             * Format: uuid
             * @description Of a hold: it is booked. `startsAt`, and `lengthMinutes` where it is told, must be those of it.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            holdId?: string;
            /** @description Who takes the time. */
            guest: {
                /**
                 * Format: email
                 * @description Where their mail goes; nobody else who takes part learns it.
                 * @example guest@example.com
                 */
                email: string;
                /**
                 * @description What they are called.
                 * @example Ivy
                 */
                name?: string;
                /**
                 * @description An IANA name: how they read times.
                 * @example Europe/Vienna
                 */
                timezone?: string;
                /**
                 * @description Of their mails and pages (BCP 47); the tenant’s when absent.
                 * @example de-AT
                 */
                language?: string;
            };
            /** @description To the event type’s questions, by their keys. */
            answers?: {
                [key: string]: string;
            };
        };
        Bookings: {
            /** @description In the order that was asked for. */
            bookings: components["schemas"]["HostBooking"][];
            /**
             * @description Its next events.
             * @example …
             */
            next: string | null;
        };
        HostBooking: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * Format: uuid
             * @description Of the event type.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            eventTypeId: string;
            /**
             * @description What it is called; stands in subjects, pages and calendars.
             * @example First practice
             */
            title: string;
            /**
             * @description Where it is, in words.
             * @example Room 4
             */
            location: string;
            /**
             * @description How it stands.
             * @example held
             * @enum {string}
             */
            status: "held" | "open" | "scheduled" | "live" | "cancelled" | "closed";
            /**
             * Format: date-time
             * @description When it begins.
             * @example 2030-05-17T14:00:00Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description When it ends.
             * @example 2030-05-17T15:00:00Z
             */
            endsAt: string;
            /**
             * @description How often the meeting was moved or called off (RFC 5545 §3.8.7.4): answers to an earlier one do not count.
             * @example 1
             */
            sequence: number;
            /**
             * @description How many guests it has room for.
             * @example 1
             */
            seats: number;
            /**
             * Format: date-time
             * @description While it is held: until then.
             * @example 2030-05-17T14:00:00Z
             */
            holdExpiresAt: string | null;
            /**
             * @description A guest has asked for the booking, or for another time of it, and its hosts have to decide.
             * @example false
             */
            awaitsApproval: boolean;
            /** @description What its hosts have to decide: the booking itself, at its own time, or another time; null: nothing. */
            asksFor: components["schemas"]["AskedFor"];
            /**
             * @description Why it was cancelled; null: it was not, or nobody said.
             * @example null
             */
            cancelReason: string | null;
            /** @description Who takes part. */
            attendees: components["schemas"]["BookingAttendee"][];
        };
        AskedFor: {
            /**
             * Format: uuid
             * @description Of the proposal; null: it is about none.
             * @example 5b7f0f4a-8d0a-4f4c-8d09-6f1d2c906a44
             */
            proposalId: string;
            /**
             * Format: date-time
             * @description When it begins.
             * @example 2030-05-17T14:00:00Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description When it ends.
             * @example 2030-05-17T15:00:00Z
             */
            endsAt: string;
            /**
             * Format: date-time
             * @description It can be approved or declined until then.
             * @example 2030-05-17T14:00:00Z
             */
            until: string;
        } | null;
        BookingAttendee: {
            /**
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * @description Whether they give the meeting or come to it.
             * @example host
             * @enum {string}
             */
            role: "host" | "guest";
            /**
             * @description What they are called.
             * @example Ivy
             */
            name: string | null;
            /**
             * @description What they answered (RFC 5545 §3.2.12).
             * @example ACCEPTED
             * @enum {string}
             */
            partstat: "NEEDS-ACTION" | "ACCEPTED" | "DECLINED" | "TENTATIVE";
            /**
             * @description Of a member: their principal.
             * @example …
             */
            hostId: string | null;
            /** @description What each of the two answered. */
            answers: components["schemas"]["FormAnswer"][];
        };
        FormAnswer: {
            /**
             * @description The question, as it was then.
             * @example Open evening
             */
            label: string;
            /**
             * @description What the guest answered.
             * @example …
             */
            value: string;
        };
        MoveBooking: {
            /**
             * Format: date-time
             * @description When it begins.
             * @example 2030-05-17T14:00:00Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description It takes as long as before when absent.
             * @example 2030-05-17T15:00:00Z
             */
            endsAt?: string;
        };
        CancelBooking: {
            /**
             * @description Those who are invited read it.
             * @example The teacher is ill.
             */
            reason?: string;
        };
        DecideBooking: {
            /**
             * Format: uuid
             * @description Of `asksFor`: what is decided about, and nothing that replaced it; the same again is no error. Absent: what waits now.
             * @example 5b7f0f4a-8d0a-4f4c-8d09-6f1d2c906a44
             */
            proposalId?: string;
        };
        ReassignBooking: {
            /**
             * Format: uuid
             * @description Another host of the event type; absent: whose turn it is, of those who can.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            hostId?: string;
            /**
             * @description Whose place it is; absent: the first host’s.
             * @example guest
             */
            attendeeId?: string;
        };
        BookingProfile: {
            /**
             * Format: uuid
             * @description Its id.
             * @example 1f1d2c90-6a44-4c86-a41c-1d0a1a4c9a77
             */
            principalId: string;
            /**
             * @description Stands in the address of their pages; small letters, digits and hyphens.
             * @example ivy
             */
            slug: string | null;
            /**
             * @description An IANA name: how they read times.
             * @example Europe/Vienna
             */
            timezone: string;
            /**
             * @description They have said their zone themselves.
             * @example true
             */
            timezoneConfirmed: boolean;
            /**
             * @description What their browser says, while they have not said so themselves; null: nothing, or they have.
             * @example null
             */
            timezoneDetected: string | null;
            /** @description How much may begin in a day, a week from Monday on, or a month. */
            limits: {
                /**
                 * @description Within what they may begin.
                 * @example day
                 * @enum {string}
                 */
                per: "day" | "week" | "month";
                /**
                 * @description What is counted: meetings, or their length.
                 * @example bookings
                 * @enum {string}
                 */
                of: "bookings" | "minutes";
                /**
                 * @description How many there may be.
                 * @example 3
                 */
                most: number;
            }[];
            /**
             * @description The schedule that counts where an event type names none.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            defaultScheduleId: string | null;
        };
        NewBookingProfile: {
            /**
             * @description Stands in the address of their pages; small letters, digits and hyphens.
             * @example ivy
             */
            slug: string;
            /**
             * @description An IANA name: how they read times.
             * @example Europe/Vienna
             */
            timezone?: string;
            /**
             * @description What their browser says, while they have not said so themselves; null: nothing, or they have.
             * @example Europe/Vienna
             */
            timezoneDetected?: string | null;
            /** @description How much may begin in a day, a week from Monday on, or a month. */
            limits?: {
                /**
                 * @description Within what they may begin.
                 * @example day
                 * @enum {string}
                 */
                per: "day" | "week" | "month";
                /**
                 * @description What is counted: meetings, or their length.
                 * @example bookings
                 * @enum {string}
                 */
                of: "bookings" | "minutes";
                /**
                 * @description How many there may be.
                 * @example 3
                 */
                most: number;
            }[];
            /**
             * Format: uuid
             * @description The schedule that counts where an event type names none.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            defaultScheduleId?: string;
        };
        Schedules: {
            /** @description The oldest first. */
            schedules: components["schemas"]["Schedule"][];
            /**
             * @description For `after`; null: there are no more.
             * @example …
             */
            next: string | null;
        };
        Schedule: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * @description What they call it.
             * @example Working hours
             */
            name: string;
            /**
             * @description Null: the member’s, also when that changes.
             * @example Europe/Vienna
             */
            timezone: string | null;
            /** @description The blocks of each day of the week. */
            weekly: {
                /**
                 * @description The blocks of each Sunday.
                 * @example [
                 *       {
                 *         "from": "09:00",
                 *         "until": "17:00"
                 *       }
                 *     ]
                 */
                sunday: components["schemas"]["HoursBlock"][];
                /**
                 * @description The blocks of each Monday.
                 * @example [
                 *       {
                 *         "from": "09:00",
                 *         "until": "17:00"
                 *       }
                 *     ]
                 */
                monday: components["schemas"]["HoursBlock"][];
                /**
                 * @description The blocks of each Tuesday.
                 * @example [
                 *       {
                 *         "from": "09:00",
                 *         "until": "17:00"
                 *       }
                 *     ]
                 */
                tuesday: components["schemas"]["HoursBlock"][];
                /**
                 * @description The blocks of each Wednesday.
                 * @example [
                 *       {
                 *         "from": "09:00",
                 *         "until": "17:00"
                 *       }
                 *     ]
                 */
                wednesday: components["schemas"]["HoursBlock"][];
                /**
                 * @description The blocks of each Thursday.
                 * @example [
                 *       {
                 *         "from": "09:00",
                 *         "until": "17:00"
                 *       }
                 *     ]
                 */
                thursday: components["schemas"]["HoursBlock"][];
                /**
                 * @description The blocks of each Friday.
                 * @example [
                 *       {
                 *         "from": "09:00",
                 *         "until": "17:00"
                 *       }
                 *     ]
                 */
                friday: components["schemas"]["HoursBlock"][];
                /**
                 * @description The blocks of each Saturday.
                 * @example [
                 *       {
                 *         "from": "09:00",
                 *         "until": "17:00"
                 *       }
                 *     ]
                 */
                saturday: components["schemas"]["HoursBlock"][];
            };
            /**
             * @description The one event type that it is for; null: event types share it.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            eventTypeId: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2030-05-02T09:30:00.000Z
             */
            createdAt: string;
        };
        HoursBlock: {
            /**
             * @description When it begins.
             * @example 09:00
             */
            from: string;
            /**
             * @description Not included. Where it is not after `from`, it is on the day after; 24:00 is midnight.
             * @example 17:00
             */
            until: string;
        };
        NewSchedule: {
            /**
             * @description What they call it.
             * @example Working hours
             */
            name: string;
            /**
             * @description Null: the member’s, also when that changes.
             * @example Europe/Vienna
             */
            timezone?: string | null;
            /** @description The blocks of each day of the week. */
            weekly: components["schemas"]["WeeklyHours"];
        };
        /** @description A block may pass midnight: it belongs to the day on which it begins. */
        WeeklyHours: {
            /**
             * @description The blocks of each Sunday.
             * @example [
             *       {
             *         "from": "09:00",
             *         "until": "17:00"
             *       }
             *     ]
             */
            sunday?: components["schemas"]["HoursBlock"][];
            /**
             * @description The blocks of each Monday.
             * @example [
             *       {
             *         "from": "09:00",
             *         "until": "17:00"
             *       }
             *     ]
             */
            monday?: components["schemas"]["HoursBlock"][];
            /**
             * @description The blocks of each Tuesday.
             * @example [
             *       {
             *         "from": "09:00",
             *         "until": "17:00"
             *       }
             *     ]
             */
            tuesday?: components["schemas"]["HoursBlock"][];
            /**
             * @description The blocks of each Wednesday.
             * @example [
             *       {
             *         "from": "09:00",
             *         "until": "17:00"
             *       }
             *     ]
             */
            wednesday?: components["schemas"]["HoursBlock"][];
            /**
             * @description The blocks of each Thursday.
             * @example [
             *       {
             *         "from": "09:00",
             *         "until": "17:00"
             *       }
             *     ]
             */
            thursday?: components["schemas"]["HoursBlock"][];
            /**
             * @description The blocks of each Friday.
             * @example [
             *       {
             *         "from": "09:00",
             *         "until": "17:00"
             *       }
             *     ]
             */
            friday?: components["schemas"]["HoursBlock"][];
            /**
             * @description The blocks of each Saturday.
             * @example [
             *       {
             *         "from": "09:00",
             *         "until": "17:00"
             *       }
             *     ]
             */
            saturday?: components["schemas"]["HoursBlock"][];
        };
        ScheduleChanges: {
            /**
             * @description What they call it.
             * @example Working hours
             */
            name?: string;
            /**
             * @description Null: the member’s, also when that changes.
             * @example Europe/Vienna
             */
            timezone?: string | null;
            /** @description The blocks of each day of the week. */
            weekly?: components["schemas"]["WeeklyHours"];
        };
        DateOverrides: {
            /** @description By their days. */
            overrides: components["schemas"]["DateOverride"][];
            /**
             * @description For `after`; null: there are no more.
             * @example …
             */
            next: string | null;
        };
        DateOverride: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * Format: date
             * @description Of which day it is said.
             * @example 2030-05-17
             */
            day: string;
            /**
             * @description False, without blocks: nothing can be booked on this day.
             * @example true
             */
            available: boolean;
            /**
             * @description Parts of the day, in their order; no two overlap.
             * @example [
             *       {
             *         "from": "09:00",
             *         "until": "12:00"
             *       }
             *     ]
             */
            blocks: components["schemas"]["HoursBlock"][];
            /**
             * @description What they call it.
             * @example Open evening
             */
            label: string;
        };
        /**
         * @example {
         *       "day": "2030-05-17",
         *       "blocks": [
         *         {
         *           "from": "10:00",
         *           "until": "12:00"
         *         }
         *       ],
         *       "label": "Morning only"
         *     }
         */
        NewDateOverride: {
            /**
             * Format: date
             * @description Of which day it is said.
             * @example 2030-05-17
             */
            day: string;
            /**
             * @description False, without blocks: nothing can be booked on this day.
             * @example true
             */
            available?: boolean;
            /**
             * @description Parts of the day, in their order; no two overlap.
             * @example [
             *       {
             *         "from": "09:00",
             *         "until": "12:00"
             *       }
             *     ]
             */
            blocks?: components["schemas"]["HoursBlock"][];
            /**
             * @description What they call it.
             * @example Open evening
             */
            label?: string;
        };
        DateOverridesPut: {
            /** @description Those that were sent, by their days. */
            overrides: components["schemas"]["DateOverride"][];
        };
        NewDateOverrides: {
            /** @description By their days. */
            overrides: components["schemas"]["NewDateOverride"][];
        };
        Vacations: {
            /** @description By their first days. */
            vacations: components["schemas"]["Vacation"][];
            /**
             * @description For `after`; null: there are no more.
             * @example …
             */
            next: string | null;
        };
        Vacation: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * Format: date
             * @description The day that it begins with.
             * @example 2030-05-17
             */
            firstDay: string;
            /**
             * Format: date
             * @description The last day of it, which is part of it.
             * @example 2030-05-17
             */
            lastDay: string;
            /**
             * @description Why; no guest learns it.
             * @example Summer holidays
             */
            reason: string;
        };
        NewVacation: {
            /**
             * Format: date
             * @description The day that it begins with.
             * @example 2030-05-17
             */
            firstDay: string;
            /**
             * Format: date
             * @description The last day of it, which is part of it.
             * @example 2030-05-17
             */
            lastDay: string;
            /**
             * @description Why; no guest learns it.
             * @example Summer holidays
             */
            reason?: string;
        };
        TemporaryHoursPage: {
            /** @description By their first days. */
            temporaryHours: components["schemas"]["TemporaryHours"][];
            /**
             * @description For `after`; null: there are no more.
             * @example …
             */
            next: string | null;
        };
        TemporaryHours: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * Format: date
             * @description The day that it begins with.
             * @example 2030-05-17
             */
            firstDay: string;
            /**
             * Format: date
             * @description The last day of it, which is part of it.
             * @example 2030-05-17
             */
            lastDay: string;
            /**
             * @description What they call it.
             * @example Saturdays in spring
             */
            name: string;
            /**
             * @description On which days of the week; null: on each.
             * @example [
             *       "saturday"
             *     ]
             */
            weekdays: ("sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday")[] | null;
            /**
             * @description Parts of the day, in their order; no two overlap.
             * @example [
             *       {
             *         "from": "09:00",
             *         "until": "12:00"
             *       }
             *     ]
             */
            blocks: components["schemas"]["HoursBlock"][];
        };
        NewTemporaryHours: {
            /**
             * @description What they call it.
             * @example Saturdays in spring
             */
            name: string;
            /**
             * Format: date
             * @description The day that it begins with.
             * @example 2030-05-17
             */
            firstDay: string;
            /**
             * Format: date
             * @description The last day of it, which is part of it.
             * @example 2030-05-17
             */
            lastDay: string;
            /**
             * @description Null: every day.
             * @example [
             *       "saturday"
             *     ]
             */
            weekdays?: ("sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday")[] | null;
            /**
             * @description Parts of the day, in their order; no two overlap.
             * @example [
             *       {
             *         "from": "09:00",
             *         "until": "12:00"
             *       }
             *     ]
             */
            blocks: components["schemas"]["HoursBlock"][];
        };
        Travels: {
            /** @description By their first days. */
            travels: components["schemas"]["Travel"][];
            /**
             * @description For `after`; null: there are no more.
             * @example …
             */
            next: string | null;
        };
        Travel: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * Format: date
             * @description The day that it begins with.
             * @example 2030-05-17
             */
            firstDay: string;
            /**
             * Format: date
             * @description The last day of it, which is part of it.
             * @example 2030-05-17
             */
            lastDay: string;
            /**
             * @description On whose clocks their hours are read.
             * @example America/New_York
             */
            timezone: string;
        };
        NewTravel: {
            /**
             * Format: date
             * @description The day that it begins with.
             * @example 2030-05-17
             */
            firstDay: string;
            /**
             * Format: date
             * @description The last day of it, which is part of it.
             * @example 2030-05-17
             */
            lastDay: string;
            /**
             * @description On whose clocks their hours are read.
             * @example Europe/Vienna
             */
            timezone: string;
        };
        HolidayCalendars: {
            /** @description The oldest first. */
            holidayCalendars: {
                /**
                 * Format: uuid
                 * @description Its id, for ever.
                 * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
                 */
                id: string;
                /**
                 * @description What they call it.
                 * @example Austria
                 */
                name: string;
                /**
                 * @description Only its host; null: a file that was handed in.
                 * @example https://calendar.example.org/…
                 */
                url: string | null;
                /**
                 * Format: date-time
                 * @description When it was read.
                 * @example 2030-05-02T09:30:00.000Z
                 */
                readAt: string;
                /**
                 * Format: date-time
                 * @description Null: a file is not read again.
                 * @example 2030-05-17T14:00:00Z
                 */
                nextReadAt: string | null;
                /**
                 * Format: date-time
                 * @description Since when it cannot be read; its days stay. Null: it could be read.
                 * @example 2030-05-17T14:00:00Z
                 */
                failingSince: string | null;
                /**
                 * @description Why it could not be read the last time: a stable code.
                 * @example null
                 */
                problem: string | null;
                /**
                 * @description How much of it could not be read.
                 * @example 0
                 */
                problems: number;
                /**
                 * @description All of its days are here: false where it has more than are taken.
                 * @example true
                 */
                complete: boolean;
                /**
                 * Format: date-time
                 * @description When it was made.
                 * @example 2030-05-02T09:30:00.000Z
                 */
                createdAt: string;
            }[];
        };
        HolidayCalendar: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * @description What they call it.
             * @example Austria
             */
            name: string;
            /**
             * @description Only its host; null: a file that was handed in.
             * @example https://calendar.example.org/…
             */
            url: string | null;
            /**
             * Format: date-time
             * @description When it was read.
             * @example 2030-05-02T09:30:00.000Z
             */
            readAt: string;
            /**
             * Format: date-time
             * @description Null: a file is not read again.
             * @example 2030-05-17T14:00:00Z
             */
            nextReadAt: string | null;
            /**
             * Format: date-time
             * @description Since when it cannot be read; its days stay. Null: it could be read.
             * @example 2030-05-17T14:00:00Z
             */
            failingSince: string | null;
            /**
             * @description Why it could not be read the last time: a stable code.
             * @example null
             */
            problem: string | null;
            /**
             * @description How much of it could not be read.
             * @example 0
             */
            problems: number;
            /**
             * @description All of its days are here: false where it has more than are taken.
             * @example true
             */
            complete: boolean;
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2030-05-02T09:30:00.000Z
             */
            createdAt: string;
            /** @description From the day on which it was read, for five years, and at most 1,000. */
            holidays: {
                /**
                 * Format: date
                 * @description Of which day it is said.
                 * @example 2030-05-17
                 */
                day: string;
                /**
                 * @description What the first event of the day is called.
                 * @example May Day
                 */
                name: string;
            }[];
        };
        /**
         * @example {
         *       "name": "Austria",
         *       "ics": "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20300501\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:May Day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
         *     }
         */
        NewHolidayCalendar: {
            /**
             * @description What they call it.
             * @example Austria
             */
            name: string;
            /**
             * @description The text of an iCalendar file (RFC 5545), at most 1 MiB; it is read once. Its all-day events are taken.
             * @example BEGIN:VCALENDAR
             *     BEGIN:VEVENT
             *     UID:1
             *     DTSTART;VALUE=DATE:20300501
             *     RRULE:FREQ=YEARLY
             *     SUMMARY:May Day
             *     END:VEVENT
             *     END:VCALENDAR
             */
            ics?: string;
            /**
             * @description In place of ics: the address of such a calendar, https or webcal, which is read every day. It is stored encrypted and never given back.
             * @example https://calendar.example.org/austria.ics
             */
            url?: string;
        };
        Calendars: {
            /** @description In the order in which they were made. */
            calendars: components["schemas"]["Calendar"][];
        };
        Calendar: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * @description Whose it is.
             * @example 1f1d2c90-6a44-4c86-a41c-1d0a1a4c9a77
             */
            principalId: string;
            /**
             * @description What it is called; null: it has no name.
             * @example Lessons
             */
            name: string | null;
            /**
             * @description Null: nobody has chosen one.
             * @example #2f6fb0
             */
            colour: string | null;
            /**
             * @description Of the collection, for CalDAV clients.
             * @example https://parley.example/dav/calendars/8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11/5D2A9BB0-7B5A-4C93-8F36-52F0C1B56F3D/
             */
            url: string;
            /**
             * @description Where its days and floating times are.
             * @example Europe/Vienna
             */
            timezone: string;
            /**
             * @description What is in it takes no time of its owner’s.
             * @example false
             */
            transparent: boolean;
            /**
             * @description Invitations go there.
             * @example true
             */
            default: boolean;
            /**
             * @description What the one may do with it whose calendars are asked for.
             * @example owner
             * @enum {string}
             */
            access: "owner" | "free-busy" | "read" | "write";
            /** @description With whom it is shared; nobody but its owner learns it. */
            shares: {
                /**
                 * @description Its id.
                 * @example 1f1d2c90-6a44-4c86-a41c-1d0a1a4c9a77
                 */
                principalId: string;
                /**
                 * @description Null: a calendar program gave them rights that are none of these.
                 * @example free-busy
                 * @enum {string|null}
                 */
                access: "free-busy" | "read" | "write" | null;
            }[];
            /**
             * @description What whoever is signed in may do with it: see when its owner has no time, or nothing.
             * @example free-busy
             * @enum {string}
             */
            everybody: "free-busy" | "read" | "write" | "nothing";
        };
        NewCalendar: {
            /**
             * @description What it is called.
             * @example Lessons
             */
            name: string;
            /**
             * @description As calendar programs show it.
             * @example #2f6fb0
             */
            colour?: string;
            /**
             * @description Where its days and floating times are; null: its owner’s.
             * @example Europe/Vienna
             */
            timezone?: string | null;
            /**
             * @description What is in it takes no time of its owner’s.
             * @example false
             */
            transparent?: boolean;
        };
        CalendarChanges: {
            /**
             * @description What it is called.
             * @example Lessons
             */
            name?: string;
            /**
             * @description As calendar programs show it.
             * @example #2f6fb0
             */
            colour?: string | null;
            /**
             * @description Where its days and floating times are; null: its owner’s.
             * @example Europe/Vienna
             */
            timezone?: string | null;
            /**
             * @description What is in it takes no time of its owner’s.
             * @example false
             */
            transparent?: boolean;
            /**
             * @description Invitations go there from now on, and to the one before no more.
             * @example true
             * @enum {boolean}
             */
            default?: true;
        };
        DeletedCalendar: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * @description What it was called; null: it had no name.
             * @example Lessons
             */
            name: string | null;
        };
        CalendarShares: {
            /** @description With whom it is shared; nobody but its owner learns it. */
            shares: {
                /**
                 * @description Its id.
                 * @example 1f1d2c90-6a44-4c86-a41c-1d0a1a4c9a77
                 */
                principalId: string;
                /**
                 * @description Null: a calendar program gave them rights that are none of these.
                 * @example free-busy
                 * @enum {string|null}
                 */
                access: "free-busy" | "read" | "write" | null;
            }[];
            /**
             * @description What whoever is signed in may do with it: see when its owner has no time, or nothing.
             * @example free-busy
             * @enum {string}
             */
            everybody: "free-busy" | "read" | "write" | "nothing";
        };
        NewCalendarShares: {
            /** @description With whom it is shared; nobody but its owner learns it. */
            shares: {
                /**
                 * Format: uuid
                 * @description Its id.
                 * @example 1f1d2c90-6a44-4c86-a41c-1d0a1a4c9a77
                 */
                principalId: string;
                /**
                 * @description `public`: listed on its owner’s page, and open to all; `secret`: by a link of its own; `key`: by the API key and its owner.
                 * @example free-busy
                 * @enum {string}
                 */
                access: "free-busy" | "read" | "write";
            }[];
            /**
             * @description What whoever is signed in may do with it: see when its owner has no time, or nothing.
             * @example free-busy
             * @enum {string}
             */
            everybody: "free-busy" | "nothing";
        };
        CalendarObjectVersions: {
            /** @description The last that was replaced first. */
            versions: components["schemas"]["CalendarObjectVersion"][];
            /**
             * @description For `after`; null: there are no more.
             * @example …
             */
            next: string | null;
        };
        CalendarObjectVersion: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * @description Its UID (RFC 5545 §3.8.4.7).
             * @example 4711@example.com
             */
            uid: string;
            /**
             * @description An event (VEVENT), a task (VTODO) or a journal (VJOURNAL).
             * @example …
             */
            component: string;
            /**
             * @description What it was called; empty: it had no title.
             * @example Review
             */
            title: string;
            /**
             * Format: date-time
             * @description When it began; of a series, its first instance. Null: it has no time.
             * @example 2030-05-17T14:00:00Z
             */
            startsAt: string | null;
            /**
             * @description It has days, and no times.
             * @example false
             */
            allDay: boolean;
            /**
             * @description What became of it.
             * @example deleted
             * @enum {string}
             */
            happened: "deleted" | "overwritten";
            /**
             * Format: date-time
             * @description When it was deleted or overwritten.
             * @example 2030-05-02T09:30:00.000Z
             */
            happenedAt: string;
        };
        RestoredVersion: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * @description Of the calendar object, for CalDAV clients.
             * @example https://parley.example/dav/calendars/8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11/5D2A9BB0-7B5A-4C93-8F36-52F0C1B56F3D/4711.ics
             */
            url: string;
        };
        AppPasswords: {
            /** @description The newest first. */
            appPasswords: components["schemas"]["AppPassword"][];
        };
        AppPassword: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * @description What it is for: the program and the machine.
             * @example Thunderbird at home
             */
            name: string;
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2030-05-02T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was used last, to the hour; null: never.
             * @example 2030-05-02T09:30:00.000Z
             */
            lastUsedAt: string | null;
        };
        MadeAppPassword: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * @description What it is for: the program and the machine.
             * @example Thunderbird at home
             */
            name: string;
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2030-05-02T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was used last, to the hour; null: never.
             * @example 2030-05-02T09:30:00.000Z
             */
            lastUsedAt: string | null;
            /**
             * @description It is shown this once.
             * @example kq7mz-4htvb-x2nre-9cwdp-j6fys
             */
            password: string;
        };
        NewAppPassword: {
            /**
             * @description What it is for: the program and the machine.
             * @example Thunderbird at home
             */
            name: string;
        };
        EndedAppPassword: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
        };
        FreeBusy: {
            /** @description One answer each. */
            users: {
                /**
                 * @description As they were named.
                 * @example ivy@example.com
                 */
                user: string;
                /**
                 * @description `unknown`: nobody is called so. `forbidden`: they do not let the asker see their time.
                 * @example known
                 * @enum {string}
                 */
                status: "known" | "unknown" | "forbidden";
                /** @description Periods without time, by their start; no two overlap. */
                busy: {
                    /**
                     * Format: date-time
                     * @description When it begins.
                     * @example 2030-05-17T14:00:00Z
                     */
                    startsAt: string;
                    /**
                     * Format: date-time
                     * @description When it ends.
                     * @example 2030-05-17T15:00:00Z
                     */
                    endsAt: string;
                    /**
                     * @description What it is.
                     * @example busy
                     * @enum {string}
                     */
                    kind: "busy" | "tentative" | "unavailable";
                }[];
            }[];
        };
        CreatedRoom: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * @description Stands in its address.
             * @example board-room
             */
            name: string;
            /**
             * Format: uri
             * @description Its page.
             * @example https://parley.example/room/board-room
             */
            url: string;
        };
        NewRoom: {
            /**
             * @description Stands in its address; small letters, digits and hyphens.
             * @example board-room
             */
            name: string;
            /**
             * Format: email
             * @description Of the member who owns it.
             * @example owner@example.com
             */
            ownerEmail: string;
            /**
             * @description What they are called; null: nobody said.
             * @example Olga
             */
            ownerName?: string;
            /**
             * @description An IANA name: how they read times.
             * @example Europe/Vienna
             */
            timezone?: string;
        };
        RoomList: {
            /** @description By their names. */
            rooms: components["schemas"]["OwnRoom"][];
        };
        OwnRoom: components["schemas"]["Room"] & {
            /**
             * @description Of the member who owns it.
             * @example owner@example.com
             */
            ownerEmail: string;
            /**
             * @description What they are called; null: nobody said.
             * @example Olga
             */
            ownerName: string | null;
            /**
             * @description Only its host.
             * @example https://calendar.example.org/…
             */
            icsUrl: string | null;
            /**
             * @description Minutes.
             * @example 1
             * @enum {integer}
             */
            icsFetchInterval: 1 | 5 | 10 | 30 | 60;
            /**
             * @description Whether the calendar is followed.
             * @example true
             */
            icsEnabled: boolean;
            /**
             * Format: date-time
             * @description When it was read last; null: never.
             * @example 2030-05-17T14:00:00Z
             */
            icsLastSync: string | null;
            /**
             * Format: date-time
             * @description Up to a tenth of the interval later, so that not all are fetched at once; null: it is not followed.
             * @example 2030-05-17T14:00:00Z
             */
            icsNextSync: string | null;
            /**
             * @description changed, unchanged, withheld or failed; null: it was never fetched.
             * @example …
             */
            icsResult: string | null;
            /**
             * @description Why it failed, or what waits; a stable code.
             * @example …
             */
            icsProblem: string | null;
            /**
             * @description The result in the tenant’s language.
             * @example …
             */
            icsMessage: string | null;
            /**
             * Format: date-time
             * @description The first failure since it could be read last; null: the last sync was good.
             * @example 2030-05-17T14:00:00Z
             */
            icsFailingSince: string | null;
        };
        Room: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * @description Stands in its address.
             * @example board-room
             */
            name: string;
            /**
             * Format: uri
             * @description Its page.
             * @example https://parley.example/room/board-room
             */
            url: string;
            /**
             * @description An IANA name: how they read times.
             * @example Europe/Vienna
             */
            timezone: string;
        };
        RoomChanges: {
            /**
             * @description Its new name, and with it its new address.
             * @example board-room
             */
            name?: string;
            /**
             * Format: email
             * @description Whose room it is to be, for the API key alone. Whoever has the address is a member from then on; the calendar of the owner before is removed, with the meetings that it has announced.
             * @example owner@example.com
             */
            ownerEmail?: string;
            /**
             * @description What they are called; null: nobody said.
             * @example Olga
             */
            ownerName?: string | null;
            /**
             * @description An IANA name: how they read times.
             * @example Europe/Vienna
             */
            timezone?: string;
            /**
             * @description Of a calendar feed: https or webcal. It is stored encrypted and never given back.
             * @example https://calendar.example.org/private-token/basic.ics
             */
            icsUrl?: string | null;
            /**
             * @description Minutes.
             * @example 1
             * @enum {integer}
             */
            icsFetchInterval?: 1 | 5 | 10 | 30 | 60;
            /**
             * @description Whether the calendar is followed.
             * @example true
             */
            icsEnabled?: boolean;
            /**
             * @description With a calendar that is switched off or removed: what becomes of its meetings that have not begun. They are kept when absent.
             * @example keep
             * @enum {string}
             */
            plannedMeetings?: "keep" | "cancel";
        };
        DeletedRoom: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * @description What they are called.
             * @example Ivy
             */
            name: string;
            /**
             * Format: date-time
             * @description Until then it can be brought back.
             * @example 2030-05-17T14:00:00Z
             */
            restorableUntil: string;
        };
        Nothing: Record<string, never>;
        FeedTestResult: {
            /**
             * @description It can be read.
             * @example true
             */
            ok: boolean;
            /**
             * @description For the owner, in the tenant’s language.
             * @example The calendar was read.
             */
            message: string;
            /**
             * @description Why it cannot be read; a stable code.
             * @example null
             */
            problem: string | null;
            /**
             * @description What its server answered; null: nothing.
             * @example 200
             */
            httpStatus: number | null;
            /**
             * @description What the calendar calls itself (X-WR-CALNAME).
             * @example Practice
             */
            calendarName: string | null;
            /**
             * @description How many events the calendar has.
             * @example 12
             */
            events: number;
            /**
             * @description Events that name this room.
             * @example 3
             */
            matches: number;
            /** @description Its next events. */
            next: {
                /**
                 * @description What it is called; stands in subjects, pages and calendars.
                 * @example First practice
                 */
                title: string;
                /**
                 * Format: date-time
                 * @description When it begins.
                 * @example 2030-05-17T14:00:00Z
                 */
                startsAt: string;
                /**
                 * Format: date-time
                 * @description When it ends.
                 * @example 2030-05-17T15:00:00Z
                 */
                endsAt: string;
            }[];
            /**
             * @description What could not be used; the rest was.
             * @example []
             */
            problems: {
                /**
                 * @description Of the event; null: of the file.
                 * @example parley-4711@example.com
                 */
                uid: string | null;
                /**
                 * @description A stable code, for programs.
                 * @example not-found
                 */
                code: string;
                /**
                 * @description Of the event: which property.
                 * @example RRULE
                 */
                property: string | null;
                /**
                 * @description The same in words, for people.
                 * @example The calendar was read.
                 */
                message: string;
            }[];
        };
        FeedTest: {
            /**
             * @description Of a calendar feed: https or webcal. It is stored encrypted and never given back.
             * @example https://calendar.example.org/private-token/basic.ics
             */
            icsUrl: string;
        };
        FeedSyncResult: components["schemas"]["FeedStatus"] & {
            /**
             * @description False: it still runs; ask for the status.
             * @example true
             */
            finished: boolean;
        };
        FeedStatus: {
            /**
             * Format: date-time
             * @description When it was read last; null: never.
             * @example 2030-05-17T14:00:00Z
             */
            lastSync: string | null;
            /**
             * Format: date-time
             * @description When it will be read again; null: it is not followed.
             * @example 2030-05-17T14:00:00Z
             */
            nextSync: string | null;
            /**
             * Format: date-time
             * @description The first failure since it could be read last; null: the last sync was good.
             * @example 2030-05-17T14:00:00Z
             */
            failingSince: string | null;
            /**
             * @description changed, unchanged, withheld or failed; null: it was never fetched.
             * @example changed
             */
            result: string | null;
            /**
             * @description Why it could not be read, as a stable code; null: it could.
             * @example null
             */
            problem: string | null;
            /**
             * @description The same in words, for people.
             * @example The calendar was read.
             */
            message: string | null;
            /**
             * @description How many events the calendar has.
             * @example 12
             */
            events: number;
            /**
             * @description How many events name this room.
             * @example 3
             */
            matches: number;
            /**
             * @description Meetings that it has announced and that have not begun.
             * @example 1
             */
            planned: number;
            /**
             * @description What could not be used; the rest was.
             * @example []
             */
            problems: {
                /**
                 * @description Of the event; null: of the file.
                 * @example parley-4711@example.com
                 */
                uid: string | null;
                /**
                 * @description A stable code, for programs.
                 * @example not-found
                 */
                code: string;
                /**
                 * @description Of the event: which property.
                 * @example RRULE
                 */
                property: string | null;
                /**
                 * @description The same in words, for people.
                 * @example The calendar was read.
                 */
                message: string;
            }[];
        };
        FeedFetches: {
            /** @description The newest first. */
            fetches: {
                /**
                 * Format: date-time
                 * @description When.
                 * @example 2030-05-17T14:00:00Z
                 */
                at: string;
                /**
                 * @description changed, unchanged, withheld or failed.
                 * @example changed
                 */
                result: string;
                /**
                 * @description What its server answered; null: nothing.
                 * @example 200
                 */
                httpStatus: number | null;
                /**
                 * @description How much was read; null: nothing.
                 * @example 18240
                 */
                bytes: number | null;
                /**
                 * @description How long it took, in milliseconds.
                 * @example 180
                 */
                tookMs: number;
                /**
                 * @description How many events it had.
                 * @example 12
                 */
                events: number;
                /**
                 * @description Meetings that were made.
                 * @example 1
                 */
                added: number;
                /**
                 * @description Meetings that were moved or renamed.
                 * @example 0
                 */
                changed: number;
                /**
                 * @description Meetings that were cancelled.
                 * @example 0
                 */
                removed: number;
                /**
                 * @description How much could not be used.
                 * @example 0
                 */
                problems: number;
            }[];
        };
        Understood: {
            /**
             * @description What it was understood as.
             * @example reply
             * @enum {string}
             */
            understood: "reply" | "counter" | "refresh" | "bounce" | "text" | "calendar" | "confirm" | "refused" | "ignored" | "failed";
            /**
             * @description Why it was ignored or refused, or what more there is to say.
             * @example The teacher is ill.
             */
            reason?: string;
            /**
             * @description Of the meeting’s iCalendar event (RFC 5545 §3.8.4.7).
             * @example parley-4711@example.com
             */
            uid?: string;
        };
        InboundMail: {
            /**
             * Format: byte
             * @description The whole message in base64.
             * @example RnJvbTogZ3Vlc3RAZXhhbXBsZS5jb20NCg==
             */
            raw: string;
        };
        InboundMessages: {
            /** @description The newest first. */
            messages: components["schemas"]["InboundMessage"][];
            /**
             * Format: uuid
             * @description For `after`, to see older ones; null at the end.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            next: string | null;
        };
        InboundMessage: {
            /**
             * Format: uuid
             * @description Of the message.
             * @example d2a9bb0a-7b5a-4c93-8f36-52f0c1b56f3d
             */
            id: string;
            /**
             * Format: date-time
             * @description When it came in.
             * @example 2030-05-17T14:00:00Z
             */
            receivedAt: string;
            /**
             * @description Which way it came in.
             * @example imap
             * @enum {string}
             */
            door: "smtp" | "lmtp" | "imap" | "webhook";
            /**
             * @description Null while it waits to be decided. `failed`: put aside.
             * @example reply
             * @enum {string|null}
             */
            decision: "reply" | "counter" | "refresh" | "bounce" | "text" | "calendar" | "confirm" | "refused" | "ignored" | "failed" | null;
            /**
             * @description A stable code.
             * @example aligned
             */
            reason: string | null;
            /**
             * @description Of the meeting’s iCalendar event (RFC 5545 §3.8.4.7).
             * @example parley-4711@example.com
             */
            uid: string | null;
            /**
             * Format: uuid
             * @description Of the meeting.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            meetingId: string | null;
            /**
             * @description Of the one it speaks for, in their meeting.
             * @example guest
             */
            attendeeId: string | null;
            /**
             * @description Whether they give the meeting or come to it.
             * @example host
             * @enum {string|null}
             */
            role: "host" | "guest" | null;
            /**
             * @description The iTIP method (RFC 5546); null: it is mail for people.
             * @example REQUEST
             */
            method: string | null;
            /**
             * @description How often the meeting was moved or called off (RFC 5545 §3.8.7.4): answers to an earlier one do not count.
             * @example 1
             */
            sequence: number | null;
            /**
             * @description What they answered (RFC 5545 §3.2.12); null: nothing.
             * @example ACCEPTED
             */
            partstat: string | null;
            /**
             * @description The address in From.
             * @example …
             */
            sender: string | null;
            /**
             * @description In whose name it speaks.
             * @example …
             */
            attendee: string | null;
            /** @description From whom to whom the mail server took it. */
            envelope: {
                /**
                 * @description Its return path; null: it has none.
                 * @example guest@example.com
                 */
                from: string | null;
                /**
                 * @description Its recipients.
                 * @example [
                 *       "scheduling@example.com"
                 *     ]
                 */
                to: string[];
            };
            /** @description What is known of where it came from. */
            evidence: {
                /**
                 * @description How the sender is known.
                 * @example attendee
                 * @enum {string|null}
                 */
                sender: "attendee" | "alias" | "sub-address" | "other" | null;
                /**
                 * @description Whether it came to an address that only the invitation’s recipient knows.
                 * @example own
                 * @enum {string|null}
                 */
                replyAddress: "own" | "foreign" | null;
                /** @description What the checks of its origin gave; null: it was not checked. */
                authentication: {
                    /**
                     * @description Who checked: our own door, the mail server before it, or nobody.
                     * @example session
                     * @enum {string}
                     */
                    source: "session" | "own-server" | "nobody";
                    /**
                     * @description Whether its sender’s host may send for the domain (RFC 7208).
                     * @example pass
                     * @enum {string}
                     */
                    spf: "pass" | "fail" | "softfail" | "neutral" | "none" | "temperror" | "permerror";
                    /**
                     * @description What the signature proves (RFC 6376).
                     * @example pass
                     * @enum {string}
                     */
                    dkim: "pass" | "fail" | "softfail" | "neutral" | "none" | "temperror" | "permerror";
                    /**
                     * @description What the domain’s own rule proves (RFC 7489).
                     * @example pass
                     * @enum {string}
                     */
                    dmarc: "pass" | "fail" | "softfail" | "neutral" | "none" | "temperror" | "permerror";
                    /**
                     * @description What the chain of forwarders proves (RFC 8617).
                     * @example pass
                     * @enum {string}
                     */
                    arc: "pass" | "fail" | "softfail" | "neutral" | "none" | "temperror" | "permerror";
                    /**
                     * @description The domain that was proven is that of From.
                     * @example true
                     */
                    aligned: boolean;
                    /**
                     * @description What the domain asks for where that fails.
                     * @example none
                     * @enum {string|null}
                     */
                    policy: "none" | "quarantine" | "reject" | null;
                } | null;
                /** @description What the policy said. */
                verdict: ({
                    /**
                     * @description What is done with an answer of such an origin.
                     * @example take
                     */
                    act: string;
                    /**
                     * @description Why, as a stable code.
                     * @example aligned
                     */
                    reason: string;
                } & {
                    [key: string]: unknown;
                }) | null;
            };
            /**
             * @description How often deciding has failed.
             * @example 1
             */
            attempts: number;
            /**
             * Format: date-time
             * @description When it was decided; null: it waits.
             * @example 2030-05-17T14:00:00Z
             */
            decidedAt: string | null;
            /**
             * @description How long it is.
             * @example 2048
             */
            sizeBytes: number;
        };
        DeliveryReportsTaken: {
            /**
             * @description How many were about messages of ours.
             * @example 1
             */
            accepted: number;
            /**
             * @description How many were about no message of ours.
             * @example 0
             */
            unknown: number;
        };
        DeliveryReports: {
            /** @description One for each message. */
            events: {
                /**
                 * @description Of the message, as its Message-ID says it.
                 * @example <4711.parley@example.com>
                 */
                messageId: string;
                /**
                 * @description What became of it.
                 * @example delivered
                 * @enum {string}
                 */
                event: "delivered" | "bounced" | "deferred" | "complained";
                /**
                 * Format: date-time
                 * @description When.
                 * @example 2030-05-17T14:00:00Z
                 */
                at: string;
                /**
                 * @description What was said of it, in words.
                 * @example mailbox full
                 */
                detail?: string;
            }[];
        };
        MailgunMail: {
            /**
             * Format: binary
             * @description The whole message (RFC 5322).
             * @example …
             */
            "body-mime": string;
            /**
             * @description As Mailgun describes it.
             * @example …
             */
            sender?: string;
            /**
             * @description As Mailgun describes it.
             * @example …
             */
            recipient?: string;
        };
        SendgridMail: {
            /**
             * Format: binary
             * @description The whole message (RFC 5322).
             * @example …
             */
            email: string;
            /**
             * @description As SendGrid describes it.
             * @example …
             */
            envelope?: string;
            /**
             * @description As SendGrid describes it.
             * @example …
             */
            sender_ip?: string;
        };
        ProviderReportsTaken: {
            /**
             * @description About messages of ours.
             * @example 1
             */
            accepted: number;
            /**
             * @description About messages that are not ours.
             * @example 0
             */
            unknown: number;
            /**
             * @description About something else than delivery, or unreadable.
             * @example 1
             */
            ignored: number;
        };
        MailgunEvent: {
            /** @description As Mailgun describes it. */
            "event-data": {
                /**
                 * @description As Mailgun describes it.
                 * @example …
                 */
                event: string;
                /**
                 * @description As Mailgun describes it.
                 * @example …
                 */
                severity?: string;
                /**
                 * @description As Mailgun describes it.
                 * @example 1
                 */
                timestamp: number;
                /** @description As Mailgun describes it. */
                message?: {
                    /** @description As Mailgun describes it. */
                    headers?: {
                        /**
                         * @description As Mailgun describes it.
                         * @example …
                         */
                        "message-id"?: string;
                    };
                };
                /**
                 * @description As Mailgun describes it.
                 * @example …
                 */
                reason?: string;
                /** @description As Mailgun describes it. */
                "delivery-status"?: {
                    /**
                     * @description As Mailgun describes it.
                     * @example …
                     */
                    message?: string | null;
                    /**
                     * @description As Mailgun describes it.
                     * @example …
                     */
                    description?: string | null;
                };
            };
        };
        VideoReportTaken: {
            /**
             * @description False: it is about nobody who is inside.
             * @example true
             */
            taken: boolean;
        };
        DailyEvent: {
            /**
             * @description As Daily describes it.
             * @example …
             */
            type: string;
            /** @description As Daily describes it. */
            payload?: {
                /**
                 * @description As Daily describes it.
                 * @example …
                 */
                room?: string;
                /**
                 * @description As Daily describes it.
                 * @example …
                 */
                session_id?: string;
                /**
                 * @description As Daily describes it.
                 * @example …
                 */
                user_id?: string | null;
                /**
                 * @description As Daily describes it.
                 * @example …
                 */
                user_name?: string | null;
            };
            /**
             * @description As Daily describes it.
             * @example 1
             */
            event_ts?: number;
        };
        WherebyEvent: {
            /**
             * @description As Whereby describes it.
             * @example …
             */
            id?: string;
            /**
             * @description As Whereby describes it.
             * @example …
             */
            type: string;
            /**
             * Format: date-time
             * @description As Whereby describes it.
             * @example 2030-05-17T14:00:00Z
             */
            createdAt?: string;
            /** @description As Whereby describes it. */
            data?: {
                /**
                 * @description As Whereby describes it.
                 * @example …
                 */
                meetingId?: string;
                /**
                 * @description As Whereby describes it.
                 * @example …
                 */
                externalId?: string | null;
                /**
                 * @description As Whereby describes it.
                 * @example …
                 */
                participantId?: string | null;
                /**
                 * @description As Whereby describes it.
                 * @example …
                 */
                displayName?: string | null;
            };
        };
        WebhookEndpoints: {
            /** @description The oldest first. */
            webhooks: components["schemas"]["WebhookEndpoint"][];
        };
        WebhookEndpoint: {
            /**
             * Format: uuid
             * @description Of the endpoint.
             * @example 5d2a9bb0-7b5a-4c93-8f36-52f0c1b56f3d
             */
            id: string;
            /**
             * @description Where it is.
             * @example https://backend.example/parley
             */
            url: string;
            /**
             * @description What you call it.
             * @example Booking backend
             */
            description: string;
            /**
             * @description What it is told; null: everything.
             * @example [
             *       "meeting.booked",
             *       "meeting.cancelled"
             *     ]
             */
            eventTypes: ("meeting.booked" | "meeting.held" | "meeting.expired" | "meeting.reassigned" | "slot.freed" | "meeting.moved" | "meeting.answered" | "meeting.cancelled" | "meeting.closed" | "proposal.made" | "proposal.decided" | "room.ready" | "participant.joined" | "participant.left" | "message.bounced" | "feed.failing" | "feed.recovered" | "parley.test")[] | null;
            /**
             * @description Who is told when it is disabled; null: the tenant’s mailbox.
             * @example backend@example.com
             */
            contactEmail: string | null;
            /**
             * @description How it stands.
             * @example enabled
             * @enum {string}
             */
            status: "enabled" | "disabled";
            /**
             * @description It was asked for; it answered 410; or it took nothing for five days.
             * @example asked
             * @enum {string|null}
             */
            disabledReason: "asked" | "gone" | "failing" | null;
            /**
             * Format: date-time
             * @description When it was disabled; null: it is not.
             * @example null
             */
            disabledAt: string | null;
            /**
             * Format: date-time
             * @description Since when it has taken nothing.
             * @example 2030-05-17T14:00:00Z
             */
            failingSince: string | null;
            /**
             * Format: date-time
             * @description When it took an event last.
             * @example 2030-05-17T14:00:00Z
             */
            deliveredAt: string | null;
            /**
             * Format: date-time
             * @description Until when the secret before the newest signs, too.
             * @example 2030-05-17T14:00:00Z
             */
            previousSecretUntil: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2030-05-02T09:30:00.000Z
             */
            createdAt: string;
        };
        WebhookEndpointWithSecret: {
            /**
             * Format: uuid
             * @description Of the endpoint.
             * @example 5d2a9bb0-7b5a-4c93-8f36-52f0c1b56f3d
             */
            id: string;
            /**
             * @description Where it is.
             * @example https://backend.example/parley
             */
            url: string;
            /**
             * @description What you call it.
             * @example Booking backend
             */
            description: string;
            /**
             * @description What it is told; null: everything.
             * @example [
             *       "meeting.booked",
             *       "meeting.cancelled"
             *     ]
             */
            eventTypes: ("meeting.booked" | "meeting.held" | "meeting.expired" | "meeting.reassigned" | "slot.freed" | "meeting.moved" | "meeting.answered" | "meeting.cancelled" | "meeting.closed" | "proposal.made" | "proposal.decided" | "room.ready" | "participant.joined" | "participant.left" | "message.bounced" | "feed.failing" | "feed.recovered" | "parley.test")[] | null;
            /**
             * @description Who is told when it is disabled; null: the tenant’s mailbox.
             * @example backend@example.com
             */
            contactEmail: string | null;
            /**
             * @description How it stands.
             * @example enabled
             * @enum {string}
             */
            status: "enabled" | "disabled";
            /**
             * @description It was asked for; it answered 410; or it took nothing for five days.
             * @example asked
             * @enum {string|null}
             */
            disabledReason: "asked" | "gone" | "failing" | null;
            /**
             * Format: date-time
             * @description When it was disabled; null: it is not.
             * @example null
             */
            disabledAt: string | null;
            /**
             * Format: date-time
             * @description Since when it has taken nothing.
             * @example 2030-05-17T14:00:00Z
             */
            failingSince: string | null;
            /**
             * Format: date-time
             * @description When it took an event last.
             * @example 2030-05-17T14:00:00Z
             */
            deliveredAt: string | null;
            /**
             * Format: date-time
             * @description Until when the secret before the newest signs, too.
             * @example 2030-05-17T14:00:00Z
             */
            previousSecretUntil: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2030-05-02T09:30:00.000Z
             */
            createdAt: string;
            /**
             * @description What its events are signed with. It is not shown again.
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
             */
            secret: string;
        };
        NewWebhookEndpoint: {
            /**
             * @description https, without a user. Private addresses are refused, also when the name leads to one later. Redirects are not followed.
             * @example https://backend.example.com/parley
             */
            url: string;
            /**
             * @description What it is about, for the invitation.
             * @example Billing
             */
            description?: string;
            /**
             * @description What it is sent. Null: everything, also types that are yet to come.
             * @example [
             *       "meeting.booked",
             *       "meeting.cancelled"
             *     ]
             */
            eventTypes?: ("meeting.booked" | "meeting.held" | "meeting.expired" | "meeting.reassigned" | "slot.freed" | "meeting.moved" | "meeting.answered" | "meeting.cancelled" | "meeting.closed" | "proposal.made" | "proposal.decided" | "room.ready" | "participant.joined" | "participant.left" | "message.bounced" | "feed.failing" | "feed.recovered" | "parley.test")[] | null;
            /**
             * Format: email
             * @description Who is told by mail when the endpoint is disabled. Null: the tenant’s mailbox.
             * @example backend@example.com
             */
            contactEmail?: string | null;
        };
        WebhookEndpointChanges: {
            /**
             * @description https, without a user. Private addresses are refused, also when the name leads to one later. Redirects are not followed.
             * @example https://backend.example.com/parley
             */
            url?: string;
            /**
             * @description What it is about, for the invitation.
             * @example Billing
             */
            description?: string;
            /**
             * @description What it is sent. Null: everything, also types that are yet to come.
             * @example [
             *       "meeting.booked",
             *       "meeting.cancelled"
             *     ]
             */
            eventTypes?: ("meeting.booked" | "meeting.held" | "meeting.expired" | "meeting.reassigned" | "slot.freed" | "meeting.moved" | "meeting.answered" | "meeting.cancelled" | "meeting.closed" | "proposal.made" | "proposal.decided" | "room.ready" | "participant.joined" | "participant.left" | "message.bounced" | "feed.failing" | "feed.recovered" | "parley.test")[] | null;
            /**
             * Format: email
             * @description Who is told by mail when the endpoint is disabled. Null: the tenant’s mailbox.
             * @example backend@example.com
             */
            contactEmail?: string | null;
            /**
             * @description Whether it is sent anything. What happens while it is not is not sent later.
             * @example true
             */
            enabled?: boolean;
        };
        WebhookDelivery: {
            /**
             * Format: uuid
             * @description Of the delivery.
             * @example 0b6f2f0a-5b7f-4d0a-9a53-11f1d2c906a4
             */
            id: string;
            /**
             * Format: uuid
             * @description The webhook-id: the same at every attempt, and when it is sent again.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            eventId: string;
            /**
             * @description What it tells.
             * @example meeting.booked
             * @enum {string}
             */
            type: "meeting.booked" | "meeting.held" | "meeting.expired" | "meeting.reassigned" | "slot.freed" | "meeting.moved" | "meeting.answered" | "meeting.cancelled" | "meeting.closed" | "proposal.made" | "proposal.decided" | "room.ready" | "participant.joined" | "participant.left" | "message.bounced" | "feed.failing" | "feed.recovered" | "parley.test";
            /**
             * @description How it stands.
             * @example pending
             * @enum {string}
             */
            status: "pending" | "delivered" | "failed";
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2030-05-02T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was delivered or given up; null: neither yet.
             * @example 2030-05-17T14:00:00Z
             */
            settledAt: string | null;
            /** @description The oldest first, at most the newest hundred. Answers themselves are not kept. */
            attempts: {
                /**
                 * Format: date-time
                 * @description When.
                 * @example 2030-05-17T14:00:00Z
                 */
                at: string;
                /**
                 * @description How long it took, in milliseconds.
                 * @example 180
                 */
                tookMs: number;
                /**
                 * @description Null: no answer came.
                 * @example 200
                 */
                httpStatus: number | null;
                /**
                 * @description Null: it was taken.
                 * @example timeout
                 */
                problem: string | null;
            }[];
        };
        WebhookDeliveries: {
            /** @description The newest first. */
            deliveries: components["schemas"]["WebhookDelivery"][];
            /**
             * @description For `after`; null: there are no more.
             * @example …
             */
            next: string | null;
        };
        RoomMeetings: {
            /** @description Those that are on, or may be entered. */
            active: (components["schemas"]["OwnRoomMeeting"] | components["schemas"]["RoomMeeting"])[];
            /** @description What begins within 30 minutes. */
            upcoming: (components["schemas"]["OwnRoomMeeting"] | components["schemas"]["RoomMeeting"])[];
        };
        OwnRoomMeeting: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * @description What it is called; stands in subjects, pages and calendars.
             * @example First practice
             */
            title: string;
            /**
             * Format: date-time
             * @description When it begins.
             * @example 2030-05-17T14:00:00Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description Of one that nobody has planned: when it is closed at the latest. Its start says since when it is on.
             * @example 2030-05-17T15:00:00Z
             */
            endsAt: string;
            /**
             * @description How it stands.
             * @example scheduled
             * @enum {string}
             */
            state: "scheduled" | "ready" | "live" | "cancelled" | "closed";
            /**
             * Format: date-time
             * @description Since when somebody is inside; null: nobody is.
             * @example null
             */
            runningSince: string | null;
            /**
             * @description How many are inside.
             * @example 0
             */
            participants: number;
            /** @description Of those inside who told one. Others learn them when they are inside. */
            participantNames: string[];
            /**
             * @description Why it takes place.
             * @example feed
             * @enum {string}
             */
            source: "feed" | "unscheduled";
            /**
             * @description What it is about, for the invitation.
             * @example The first one, about forty minutes.
             */
            description: string;
            /**
             * @description What stands in the event.
             * @example Room 4
             */
            location: string;
            /** @description Who stands in the event. */
            attendees: {
                /**
                 * @description As it stands in the event.
                 * @example guest@example.com
                 */
                email: string;
                /**
                 * @description What they are called.
                 * @example Ivy
                 */
                name: string | null;
                /**
                 * @description What they answered (RFC 5545 §3.2.12); null: nothing.
                 * @example ACCEPTED
                 */
                partstat: string | null;
            }[];
        };
        RoomMeeting: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * @description What it is called; stands in subjects, pages and calendars.
             * @example First practice
             */
            title: string;
            /**
             * Format: date-time
             * @description When it begins.
             * @example 2030-05-17T14:00:00Z
             */
            startsAt: string;
            /**
             * Format: date-time
             * @description Of one that nobody has planned: when it is closed at the latest. Its start says since when it is on.
             * @example 2030-05-17T15:00:00Z
             */
            endsAt: string;
            /**
             * @description How it stands.
             * @example scheduled
             * @enum {string}
             */
            state: "scheduled" | "ready" | "live" | "cancelled" | "closed";
            /**
             * Format: date-time
             * @description Since when somebody is inside; null: nobody is.
             * @example null
             */
            runningSince: string | null;
            /**
             * @description How many are inside.
             * @example 0
             */
            participants: number;
        };
        NewRoomMeeting: {
            /**
             * @description What it is called; stands in subjects, pages and calendars.
             * @example First practice
             */
            title?: string;
        };
        RoomJoined: {
            /**
             * @description Who came in, by an id of this stay alone.
             * @example p-4711
             */
            participantId: string;
            /**
             * Format: uri
             * @description Where they come in while it is on.
             * @example https://parley.example/join/8c5f6d3e
             */
            joinUrl: string;
        } | {
            /**
             * Format: uri
             * @description Where they wait until it opens.
             * @example https://parley.example/room/board-room
             */
            waitingUrl: string;
            /**
             * Format: date-time
             * @description When it begins.
             * @example 2030-05-17T14:00:00Z
             */
            startsAt: string;
        };
        RoomJoining: {
            /**
             * @description What the others see.
             * @example Ivy
             */
            displayName?: string;
        };
        RoomHeartbeat: {
            /**
             * @description False: their stay is over, and they may join again.
             * @example true
             */
            inside: boolean;
        };
        RoomLeaving: {
            /**
             * @description Who came in, by an id of this stay alone.
             * @example p-4711
             */
            participantId: string;
        };
        RoomLeft: {
            /**
             * @description Who came in, by an id of this stay alone.
             * @example p-4711
             */
            participantId: string;
        };
        RoomMeetingEnded: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
        };
        RoomMeetingEnding: Record<string, never>;
        EventType: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * Format: uuid
             * @description The member whose page it is on.
             * @example 1f1d2c90-6a44-4c86-a41c-1d0a1a4c9a77
             */
            ownerId: string;
            /**
             * @description Stands in the address of its page.
             * @example first-lesson
             */
            slug: string;
            /**
             * @description What it is called; stands in subjects, pages and calendars.
             * @example First practice
             */
            title: string;
            /**
             * @description What it is about, for the invitation.
             * @example The first one, about forty minutes.
             */
            description: string;
            /**
             * @description How long a meeting may be; the first one is offered first.
             * @example [
             *       30,
             *       60
             *     ]
             */
            lengthsMinutes: number[];
            /**
             * @description The hours that count for all of its hosts; null: each one’s default schedule.
             * @example null
             */
            scheduleId: string | null;
            /**
             * @description How long its hosts have nothing else before it.
             * @example 10
             */
            bufferBeforeMinutes: number;
            /**
             * @description How long its hosts have nothing else after it.
             * @example 15
             */
            bufferAfterMinutes: number;
            /**
             * @description Whether its buffers are kept to what comes from other calendars, too.
             * @example true
             */
            buffersAgainstCalendars: boolean;
            /**
             * @description How long before its start it has to be booked.
             * @example 240
             */
            noticeMinutes: number;
            /**
             * @description How far ahead it can be booked: days from today on, or dates, of which a side may be open; two years where both are.
             * @example {
             *       "days": 60
             *     }
             */
            window: {
                /**
                 * @description Until the end of the day so many days from today.
                 * @example 60
                 */
                days?: number;
                /**
                 * Format: date
                 * @description The first day; null: from now on.
                 * @example 2030-05-17
                 */
                firstDay?: string | null;
                /**
                 * Format: date
                 * @description The last day; null: two years.
                 * @example 2030-05-17
                 */
                lastDay?: string | null;
            };
            /**
             * @description Between the starts that are offered; null: the length.
             * @example 15
             */
            stepMinutes: number | null;
            /** @description How much may be booked. */
            limits: {
                /**
                 * @description Of which time; weeks begin on Monday.
                 * @example day
                 * @enum {string}
                 */
                per: "day" | "week" | "month";
                /**
                 * @description What is counted.
                 * @example bookings
                 * @enum {string}
                 */
                of: "bookings" | "minutes";
                /**
                 * @description So many at most.
                 * @example 3
                 */
                most: number;
                /**
                 * @description Meetings of this length alone are counted; all when absent.
                 * @example 30
                 */
                lengthMinutes?: number;
            }[];
            /**
             * @description Whether it takes place only once its hosts have approved.
             * @example false
             */
            requiresApproval: boolean;
            /**
             * @description How long its hosts have to approve; then the time is given back.
             * @example 24
             */
            approvalHours: number;
            /**
             * @description `strict`: a decline of somebody who is required cancels; `soft`: it does not. Null: the tenant’s.
             * @example null
             * @enum {string|null}
             */
            policy: "strict" | "soft" | null;
            /**
             * @description Where it takes place; stands in the event.
             * @example Room 4
             */
            location: string;
            /**
             * @description Whether its meetings have a video room; else `location` has to say where they are.
             * @example true
             */
            online: boolean;
            /**
             * @description The room that its meetings take place in; null: none.
             * @example null
             */
            roomId: string | null;
            /** @description What a guest is asked. */
            questions: {
                /**
                 * @description Names it for ever; made here, and sent with it when it is to stay.
                 * @example …
                 */
                key: string;
                /**
                 * @description How it is answered.
                 * @example text
                 * @enum {string}
                 */
                kind: "text" | "long-text" | "choice" | "phone";
                /**
                 * @description The question.
                 * @example Which piece do you play?
                 */
                label: string;
                /**
                 * @description Whether it has to be answered.
                 * @example false
                 */
                required: boolean;
                /** @description Of a choice, from 2 to 50. */
                options?: string[];
            }[];
            /**
             * @description Guests may move or cancel until so many minutes before the start; null: never. Hosts always may.
             * @example 1440
             */
            changeUntilMinutes: number | null;
            /**
             * @description `public`: listed on its owner’s page, and open to all; `secret`: by a link of its own; `key`: by the API key and its owner.
             * @example public
             * @enum {string}
             */
            access: "public" | "secret" | "key";
            /**
             * @description Times are shown in this zone to everybody; null: in each one’s own.
             * @example Europe/Vienna
             */
            lockedTimezone: string | null;
            /** @description How long before the start everybody is reminded, in minutes; the tenant’s way when absent. */
            reminders: {
                /**
                 * @description Minutes before the start of the mails; empty: none.
                 * @example [
                 *       1440
                 *     ]
                 */
                mailMinutesBefore?: number[];
                /**
                 * @description Minutes before the start of the alarms of calendar programs; empty: none.
                 * @example [
                 *       1440
                 *     ]
                 */
                alarmMinutesBefore?: number[];
            };
            /**
             * @description How many guests come to one meeting.
             * @example 1
             */
            seats: number;
            /**
             * @description How many of its hosts a meeting takes: one, all, or so many.
             * @example {
             *       "kind": "one"
             *     }
             */
            together: {
                /**
                 * @description What it is.
                 * @example one
                 * @enum {string}
                 */
                kind: "one" | "all" | "some";
                /**
                 * @description How many hosts.
                 * @example 2
                 */
                count?: number;
            };
            /**
             * @description Who takes its meetings; its owner alone when absent.
             * @example [
             *       {
             *         "principalId": "1f1d2c90-6a44-4c86-a41c-1d0a1a4c9a77",
             *         "priority": 0,
             *         "weight": 1
             *       }
             *     ]
             */
            hosts: {
                /**
                 * Format: uuid
                 * @description Of the member.
                 * @example 1f1d2c90-6a44-4c86-a41c-1d0a1a4c9a77
                 */
                principalId: string;
                /**
                 * @description Higher ones are asked first.
                 * @example 0
                 */
                priority: number;
                /**
                 * @description With 2 they get two meetings where another gets one.
                 * @example 1
                 */
                weight: number;
            }[];
            /**
             * @description Things that each of its meetings takes a share of.
             * @example []
             */
            resourceIds: string[];
            /**
             * @description Sites that may show it in a frame.
             * @example [
             *       "https://example.com"
             *     ]
             */
            embedOrigins: string[];
            /**
             * @description Nobody can book it while it is not.
             * @example true
             */
            active: boolean;
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2030-05-02T09:30:00.000Z
             */
            createdAt: string;
        };
        NewEventType: {
            /**
             * Format: uuid
             * @description A member; with a session they themselves, and may be left out.
             * @example 1f1d2c90-6a44-4c86-a41c-1d0a1a4c9a77
             */
            ownerId?: string;
            /**
             * @description Stands in the address of its page.
             * @example first-lesson
             */
            slug: string;
            /**
             * @description What it is called; stands in subjects, pages and calendars.
             * @example First practice
             */
            title: string;
            /**
             * @description How long a meeting may be; the first one is offered first.
             * @example [
             *       30,
             *       60
             *     ]
             */
            lengthsMinutes: number[];
            /**
             * @description What it is about, for the invitation.
             * @example The first one, about forty minutes.
             */
            description?: string;
            /**
             * Format: uuid
             * @description The hours that count for all of its hosts; null: each one’s default schedule.
             * @example null
             */
            scheduleId?: string | null;
            /**
             * @description How long its hosts have nothing else before it.
             * @example 10
             */
            bufferBeforeMinutes?: number;
            /**
             * @description How long its hosts have nothing else after it.
             * @example 15
             */
            bufferAfterMinutes?: number;
            /**
             * @description Whether its buffers are kept to what comes from other calendars, too.
             * @example true
             */
            buffersAgainstCalendars?: boolean;
            /**
             * @description How long before its start it has to be booked.
             * @example 240
             */
            noticeMinutes?: number;
            /**
             * @description How far ahead it can be booked: days from today on, or dates, of which a side may be open; two years where both are.
             * @example {
             *       "days": 60
             *     }
             */
            window?: {
                /**
                 * @description Until the end of the day so many days from today.
                 * @example 60
                 */
                days?: number;
                /**
                 * Format: date
                 * @description The first day; null: from now on.
                 * @example 2030-05-17
                 */
                firstDay?: string | null;
                /**
                 * Format: date
                 * @description The last day; null: two years.
                 * @example 2030-05-17
                 */
                lastDay?: string | null;
            };
            /**
             * @description Between the starts that are offered; null: the length.
             * @example 15
             */
            stepMinutes?: number | null;
            /** @description How much may be booked. */
            limits?: {
                /**
                 * @description Of which time; weeks begin on Monday.
                 * @example day
                 * @enum {string}
                 */
                per: "day" | "week" | "month";
                /**
                 * @description What is counted.
                 * @example bookings
                 * @enum {string}
                 */
                of: "bookings" | "minutes";
                /**
                 * @description So many at most.
                 * @example 3
                 */
                most: number;
                /**
                 * @description Meetings of this length alone are counted; all when absent.
                 * @example 30
                 */
                lengthMinutes?: number;
            }[];
            /**
             * @description Whether it takes place only once its hosts have approved.
             * @example false
             */
            requiresApproval?: boolean;
            /**
             * @description How long its hosts have to approve; then the time is given back.
             * @example 24
             */
            approvalHours?: number;
            /**
             * @description `strict`: a decline of somebody who is required cancels; `soft`: it does not. Null: the tenant’s.
             * @example null
             * @enum {string|null}
             */
            policy?: "strict" | "soft" | null;
            /**
             * @description Where it takes place; stands in the event.
             * @example Room 4
             */
            location?: string;
            /**
             * @description Whether its meetings have a video room; else `location` has to say where they are.
             * @example true
             */
            online?: boolean;
            /**
             * Format: uuid
             * @description The room that its meetings take place in; null: none.
             * @example null
             */
            roomId?: string | null;
            /** @description What a guest is asked. */
            questions?: {
                /**
                 * @description Names it for ever; made here, and sent with it when it is to stay.
                 * @example …
                 */
                key?: string;
                /**
                 * @description How it is answered.
                 * @example text
                 * @enum {string}
                 */
                kind: "text" | "long-text" | "choice" | "phone";
                /**
                 * @description The question.
                 * @example Which piece do you play?
                 */
                label: string;
                /**
                 * @description Whether it has to be answered.
                 * @default false
                 * @example false
                 */
                required?: boolean;
                /** @description Of a choice, from 2 to 50. */
                options?: string[];
            }[];
            /**
             * @description Guests may move or cancel until so many minutes before the start; null: never. Hosts always may.
             * @example 1440
             */
            changeUntilMinutes?: number | null;
            /**
             * @description `public`: listed on its owner’s page, and open to all; `secret`: by a link of its own; `key`: by the API key and its owner.
             * @example public
             * @enum {string}
             */
            access?: "public" | "secret" | "key";
            /**
             * @description Times are shown in this zone to everybody; null: in each one’s own.
             * @example Europe/Vienna
             */
            lockedTimezone?: string | null;
            /** @description When people are reminded. Nobody is where that would be at once. What is absent is the tenant’s. */
            reminders?: {
                /**
                 * @description Minutes before the start of the mails; empty: none.
                 * @example [
                 *       1440
                 *     ]
                 */
                mailMinutesBefore?: number[];
                /**
                 * @description Minutes before the start of the alarms of calendar programs; empty: none.
                 * @example [
                 *       1440
                 *     ]
                 */
                alarmMinutesBefore?: number[];
            };
            /**
             * @description How many guests come to one meeting.
             * @example 1
             */
            seats?: number;
            /**
             * @description How many of its hosts a meeting takes: one, all, or so many.
             * @example {
             *       "kind": "one"
             *     }
             */
            together?: {
                /**
                 * @description What it is.
                 * @example one
                 * @enum {string}
                 */
                kind: "one";
            } | {
                /**
                 * @description What it is.
                 * @example all
                 * @enum {string}
                 */
                kind: "all";
            } | {
                /**
                 * @description What it is.
                 * @example some
                 * @enum {string}
                 */
                kind: "some";
                /**
                 * @description How many hosts.
                 * @example 2
                 */
                count: number;
            };
            /**
             * @description Who takes its meetings; its owner alone when absent.
             * @example [
             *       {
             *         "principalId": "1f1d2c90-6a44-4c86-a41c-1d0a1a4c9a77",
             *         "priority": 0,
             *         "weight": 1
             *       }
             *     ]
             */
            hosts?: {
                /**
                 * Format: uuid
                 * @description Its id.
                 * @example 1f1d2c90-6a44-4c86-a41c-1d0a1a4c9a77
                 */
                principalId: string;
                /**
                 * @description Higher ones are asked first.
                 * @default 0
                 * @example 0
                 */
                priority?: number;
                /**
                 * @description With 2 they get two meetings where another gets one.
                 * @default 1
                 * @example 1
                 */
                weight?: number;
            }[];
            /**
             * @description Things that each of its meetings takes a share of.
             * @example []
             */
            resourceIds?: string[];
            /**
             * @description Sites that may show it in a frame.
             * @example [
             *       "https://example.com"
             *     ]
             */
            embedOrigins?: string[];
            /**
             * @description Nobody can book it while it is not.
             * @example true
             */
            active?: boolean;
        };
        EventTypes: {
            /** @description In the order in which they were made. */
            eventTypes: components["schemas"]["EventType"][];
            /**
             * @description For `after`; null: there are no more.
             * @example …
             */
            next: string | null;
        };
        EventTypeChanges: {
            /**
             * @description Stands in the address of its page.
             * @example first-lesson
             */
            slug?: string;
            /**
             * @description What it is called; stands in subjects, pages and calendars.
             * @example First practice
             */
            title?: string;
            /**
             * @description How long a meeting may be; the first one is offered first.
             * @example [
             *       30,
             *       60
             *     ]
             */
            lengthsMinutes?: number[];
            /**
             * @description What it is about, for the invitation.
             * @example The first one, about forty minutes.
             */
            description?: string;
            /**
             * Format: uuid
             * @description The hours that count for all of its hosts; null: each one’s default schedule.
             * @example null
             */
            scheduleId?: string | null;
            /**
             * @description How long its hosts have nothing else before it.
             * @example 10
             */
            bufferBeforeMinutes?: number;
            /**
             * @description How long its hosts have nothing else after it.
             * @example 15
             */
            bufferAfterMinutes?: number;
            /**
             * @description Whether its buffers are kept to what comes from other calendars, too.
             * @example true
             */
            buffersAgainstCalendars?: boolean;
            /**
             * @description How long before its start it has to be booked.
             * @example 240
             */
            noticeMinutes?: number;
            /**
             * @description How far ahead it can be booked: days from today on, or dates, of which a side may be open; two years where both are.
             * @example {
             *       "days": 60
             *     }
             */
            window?: {
                /**
                 * @description Until the end of the day so many days from today.
                 * @example 60
                 */
                days?: number;
                /**
                 * Format: date
                 * @description The first day; null: from now on.
                 * @example 2030-05-17
                 */
                firstDay?: string | null;
                /**
                 * Format: date
                 * @description The last day; null: two years.
                 * @example 2030-05-17
                 */
                lastDay?: string | null;
            };
            /**
             * @description Between the starts that are offered; null: the length.
             * @example 15
             */
            stepMinutes?: number | null;
            /** @description How much may be booked. */
            limits?: {
                /**
                 * @description Of which time; weeks begin on Monday.
                 * @example day
                 * @enum {string}
                 */
                per: "day" | "week" | "month";
                /**
                 * @description What is counted.
                 * @example bookings
                 * @enum {string}
                 */
                of: "bookings" | "minutes";
                /**
                 * @description So many at most.
                 * @example 3
                 */
                most: number;
                /**
                 * @description Meetings of this length alone are counted; all when absent.
                 * @example 30
                 */
                lengthMinutes?: number;
            }[];
            /**
             * @description Whether it takes place only once its hosts have approved.
             * @example false
             */
            requiresApproval?: boolean;
            /**
             * @description How long its hosts have to approve; then the time is given back.
             * @example 24
             */
            approvalHours?: number;
            /**
             * @description `strict`: a decline of somebody who is required cancels; `soft`: it does not. Null: the tenant’s.
             * @example null
             * @enum {string|null}
             */
            policy?: "strict" | "soft" | null;
            /**
             * @description Where it takes place; stands in the event.
             * @example Room 4
             */
            location?: string;
            /**
             * @description Whether its meetings have a video room; else `location` has to say where they are.
             * @example true
             */
            online?: boolean;
            /**
             * Format: uuid
             * @description The room that its meetings take place in; null: none.
             * @example null
             */
            roomId?: string | null;
            /** @description What a guest is asked. */
            questions?: {
                /**
                 * @description Names it for ever; made here, and sent with it when it is to stay.
                 * @example …
                 */
                key?: string;
                /**
                 * @description How it is answered.
                 * @example text
                 * @enum {string}
                 */
                kind: "text" | "long-text" | "choice" | "phone";
                /**
                 * @description The question.
                 * @example Which piece do you play?
                 */
                label: string;
                /**
                 * @description Whether it has to be answered.
                 * @default false
                 * @example false
                 */
                required?: boolean;
                /** @description Of a choice, from 2 to 50. */
                options?: string[];
            }[];
            /**
             * @description Guests may move or cancel until so many minutes before the start; null: never. Hosts always may.
             * @example 1440
             */
            changeUntilMinutes?: number | null;
            /**
             * @description `public`: listed on its owner’s page, and open to all; `secret`: by a link of its own; `key`: by the API key and its owner.
             * @example public
             * @enum {string}
             */
            access?: "public" | "secret" | "key";
            /**
             * @description Times are shown in this zone to everybody; null: in each one’s own.
             * @example Europe/Vienna
             */
            lockedTimezone?: string | null;
            /** @description When people are reminded. Nobody is where that would be at once. What is absent is the tenant’s. */
            reminders?: {
                /**
                 * @description Minutes before the start of the mails; empty: none.
                 * @example [
                 *       1440
                 *     ]
                 */
                mailMinutesBefore?: number[];
                /**
                 * @description Minutes before the start of the alarms of calendar programs; empty: none.
                 * @example [
                 *       1440
                 *     ]
                 */
                alarmMinutesBefore?: number[];
            };
            /**
             * @description How many guests come to one meeting.
             * @example 1
             */
            seats?: number;
            /**
             * @description How many of its hosts a meeting takes: one, all, or so many.
             * @example {
             *       "kind": "one"
             *     }
             */
            together?: {
                /**
                 * @description What it is.
                 * @example one
                 * @enum {string}
                 */
                kind: "one";
            } | {
                /**
                 * @description What it is.
                 * @example all
                 * @enum {string}
                 */
                kind: "all";
            } | {
                /**
                 * @description What it is.
                 * @example some
                 * @enum {string}
                 */
                kind: "some";
                /**
                 * @description How many hosts.
                 * @example 2
                 */
                count: number;
            };
            /**
             * @description Who takes its meetings; its owner alone when absent.
             * @example [
             *       {
             *         "principalId": "1f1d2c90-6a44-4c86-a41c-1d0a1a4c9a77",
             *         "priority": 0,
             *         "weight": 1
             *       }
             *     ]
             */
            hosts?: {
                /**
                 * Format: uuid
                 * @description Its id.
                 * @example 1f1d2c90-6a44-4c86-a41c-1d0a1a4c9a77
                 */
                principalId: string;
                /**
                 * @description Higher ones are asked first.
                 * @default 0
                 * @example 0
                 */
                priority?: number;
                /**
                 * @description With 2 they get two meetings where another gets one.
                 * @default 1
                 * @example 1
                 */
                weight?: number;
            }[];
            /**
             * @description Things that each of its meetings takes a share of.
             * @example []
             */
            resourceIds?: string[];
            /**
             * @description Sites that may show it in a frame.
             * @example [
             *       "https://example.com"
             *     ]
             */
            embedOrigins?: string[];
            /**
             * @description Nobody can book it while it is not.
             * @example true
             */
            active?: boolean;
        };
        BookingLinkWithUrl: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * @description What they call it.
             * @example Open evening
             */
            label: string;
            /**
             * @description It is spent by the first meeting that is booked with it.
             * @example true
             */
            singleUse: boolean;
            /**
             * Format: date-time
             * @description Until when it can be used or decided.
             * @example 2030-05-04T09:30:00.000Z
             */
            expiresAt: string | null;
            /**
             * @description Whether a meeting was booked with it.
             * @example false
             */
            used: boolean;
            /**
             * Format: date-time
             * @description When it was closed; null: it is not.
             * @example null
             */
            revokedAt: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2030-05-02T09:30:00.000Z
             */
            createdAt: string;
            /**
             * @description What to give to who may book. It is not shown again.
             * @example https://parley.example/book/olga-weber/first-lesson?k=Zk3…
             */
            url: string;
        };
        NewBookingLink: {
            /**
             * @description What they call it.
             * @default
             * @example Open evening
             */
            label?: string;
            /**
             * @description It is spent by the first meeting that is booked with it.
             * @default false
             * @example true
             */
            singleUse?: boolean;
            /**
             * Format: date-time
             * @description Until when it can be used or decided.
             * @example 2030-05-04T09:30:00.000Z
             */
            expiresAt?: string | null;
        };
        BookingLinks: {
            /** @description In the order in which they were made. */
            links: components["schemas"]["BookingLink"][];
            /**
             * @description For `after`; null: there are no more.
             * @example …
             */
            next: string | null;
        };
        BookingLink: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * @description What they call it.
             * @example Open evening
             */
            label: string;
            /**
             * @description It is spent by the first meeting that is booked with it.
             * @example true
             */
            singleUse: boolean;
            /**
             * Format: date-time
             * @description Until when it can be used or decided.
             * @example 2030-05-04T09:30:00.000Z
             */
            expiresAt: string | null;
            /**
             * @description Whether a meeting was booked with it.
             * @example false
             */
            used: boolean;
            /**
             * Format: date-time
             * @description When it was closed; null: it is not.
             * @example null
             */
            revokedAt: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2030-05-02T09:30:00.000Z
             */
            createdAt: string;
        };
        MemberBookingPage: {
            /** @description Whose page it is. */
            member: {
                /**
                 * @description Stands in the address of their page.
                 * @example olga-weber
                 */
                slug: string;
                /**
                 * @description What they are called; null: nobody said.
                 * @example Ivy
                 */
                name: string | null;
                /**
                 * @description An IANA name: how they read times.
                 * @example Europe/Vienna
                 */
                timezone: string;
            };
            /** @description In the order in which they were made. */
            eventTypes: components["schemas"]["BookableEventType"][];
        };
        BookableEventType: {
            /**
             * Format: uuid
             * @description Its id, for ever.
             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
             */
            id: string;
            /**
             * @description Stands in the address of its page.
             * @example first-lesson
             */
            slug: string;
            /**
             * @description Its page.
             * @example https://parley.example/room/board-room
             */
            url: string;
            /**
             * @description What it is called; stands in subjects, pages and calendars.
             * @example First practice
             */
            title: string;
            /**
             * @description What it is about, for the invitation.
             * @example The first one, about forty minutes.
             */
            description: string;
            /**
             * @description How long a meeting may be; the first one is offered first.
             * @example [
             *       30,
             *       60
             *     ]
             */
            lengthsMinutes: number[];
            /**
             * @description Where it takes place; stands in the event.
             * @example Room 4
             */
            location: string;
            /**
             * @description How many guests come to one meeting.
             * @example 1
             */
            seats: number;
            /**
             * @description Whether it takes place only once its hosts have approved.
             * @example false
             */
            requiresApproval: boolean;
            /**
             * @description Times are shown in this zone to everybody; null: in each one’s own.
             * @example Europe/Vienna
             */
            lockedTimezone: string | null;
            /**
             * @description `public`: listed on its owner’s page, and open to all; `secret`: by a link of its own; `key`: by the API key and its owner.
             * @example public
             * @enum {string}
             */
            access: "public" | "secret" | "key";
            /** @description What a guest is asked. */
            questions: {
                /**
                 * @description Names it for ever; made here, and sent with it when it is to stay.
                 * @example …
                 */
                key: string;
                /**
                 * @description How it is answered.
                 * @example text
                 * @enum {string}
                 */
                kind: "text" | "long-text" | "choice" | "phone";
                /**
                 * @description The question.
                 * @example Which piece do you play?
                 */
                label: string;
                /**
                 * @description Whether it has to be answered.
                 * @example false
                 */
                required: boolean;
                /** @description Of a choice, from 2 to 50. */
                options?: string[];
            }[];
        };
        BookingPage: {
            /** @description Whose page it is. */
            member: {
                /**
                 * @description Stands in the address of their page.
                 * @example olga-weber
                 */
                slug: string;
                /**
                 * @description What they are called; null: nobody said.
                 * @example Ivy
                 */
                name: string | null;
                /**
                 * @description An IANA name: how they read times.
                 * @example Europe/Vienna
                 */
                timezone: string;
            };
            /** @description What can be booked. */
            eventType: components["schemas"]["BookableEventType"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createPracticeRoom: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "First practice",
                 *       "startUtc": "2030-05-17T14:00:00Z",
                 *       "endUtc": "2030-05-17T15:00:00Z",
                 *       "host": {
                 *         "email": "guest@example.com"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewPracticeRoom"];
            };
        };
        responses: {
            /** @description The room, open for booking. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedPracticeRoom"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `time-past`: The time is in the past. `time-empty`: The end is not after the start. `time-too-long`: The meeting is longer than seven days. `attendee-is-organizer`: The organizer mailbox cannot be invited. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bookPracticeRoom: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "roomId": "8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11",
                 *       "guest": {
                 *         "email": "guest@example.com"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PracticeRoomBooking"];
            };
        };
        responses: {
            /** @description The meeting is booked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookedPracticeRoom"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `already-booked`: The meeting is already booked. `host-busy`: The host has another meeting at this time. `guest-busy`: The guest has another meeting at this time. `meeting-over`: The meeting is over. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `guest-is-host`: The guest is the host. `attendee-is-organizer`: The organizer mailbox cannot be invited. `time-past`: The time is in the past. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePracticeRoom: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "roomId": "8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11"
                 *     }
                 */
                "application/json": components["schemas"]["PracticeRoomDeletion"];
            };
        };
        responses: {
            /** @description The meeting is cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedPracticeRoom"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `meeting-over`: The meeting is over. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPracticeRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the meeting. */
                roomId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The meeting; without any address. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeRoom"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    joinPracticeRoom: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "roomId": "8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11"
                 *     }
                 */
                "application/json": components["schemas"]["Joining"];
            };
        };
        responses: {
            /** @description Where the video meeting is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Joined"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `room-not-ready`: The room is not open yet. `meeting-over`: The meeting is over. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leavePracticeRoom: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "roomId": "8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11",
                 *       "participantId": "p-4711"
                 *     }
                 */
                "application/json": components["schemas"]["Leaving"];
            };
        };
        responses: {
            /** @description Noted; also when the person was not inside. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Left"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMeetings: {
        parameters: {
            query?: {
                /** @description How it stands. */
                status?: "held" | "open" | "scheduled" | "live" | "cancelled" | "closed";
                /** @description The earliest instant. */
                from?: string;
                /** @description The latest instant. */
                to?: string;
                /** @description Whoever has this address takes part. */
                attendee?: string;
                /** @description Of the meeting. */
                roomId?: string;
                /** @description Only those whose metadata has this key. */
                metadataKey?: string;
                /** @description Only those whose metadata has this value under metadataKey. */
                metadataValue?: string;
                /** @description How many a page has at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of meetings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meetings"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "First practice",
                 *       "startsAt": "2030-05-17T14:00:00Z",
                 *       "endsAt": "2030-05-17T15:00:00Z",
                 *       "attendees": [
                 *         {
                 *           "email": "host@example.com",
                 *           "name": "Hanna",
                 *           "role": "host",
                 *           "timezone": "Europe/Berlin"
                 *         },
                 *         {
                 *           "email": "guest@example.com",
                 *           "timezone": "America/New_York"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewMeeting"];
            };
        };
        responses: {
            /** @description The meeting; everybody gets their invitation. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `host-busy`: The host has another meeting at this time. `guest-busy`: The guest has another meeting at this time. `room-busy`: The room is taken at this time. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `time-past`: The time is in the past. `time-empty`: The end is not after the start. `time-too-long`: The meeting is longer than seven days. `attendee-is-organizer`: The organizer mailbox cannot be invited. `attendee-twice`: One person is invited twice. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the meeting. */
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The meeting; without any address. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    moveMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the meeting. */
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "startsAt": "2030-05-17T14:00:00Z",
                 *       "endsAt": "2030-05-17T15:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["MeetingMove"];
            };
        };
        responses: {
            /** @description The meeting at its new time. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `not-booked`: Nobody has booked the meeting yet. `meeting-over`: The meeting is over. `meeting-started`: The meeting has started. `stale-sequence`: The meeting has changed meanwhile. `time-unchanged`: The meeting is at this time already. `host-busy`: The host has another meeting at this time. `guest-busy`: The guest has another meeting at this time. `room-busy`: The room is taken at this time. `resource-busy`: Something that the meeting needs is taken at this time. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `time-past`: The time is in the past. `time-empty`: The end is not after the start. `time-too-long`: The meeting is longer than seven days. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the meeting. */
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The teacher is ill."
                 *     }
                 */
                "application/json": components["schemas"]["MeetingCancellation"];
            };
        };
        responses: {
            /** @description The meeting, cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `meeting-over`: The meeting is over. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addAttendee: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the meeting. */
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "guest@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["NewAttendee"];
            };
        };
        responses: {
            /** @description The attendee. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attendee"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `not-booked`: Nobody has booked the meeting yet. `meeting-over`: The meeting is over. `meeting-started`: The meeting has started. `too-many-attendees`: A meeting takes no more attendees. `host-busy`: The host has another meeting at this time. `guest-busy`: The guest has another meeting at this time. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `attendee-is-organizer`: The organizer mailbox cannot be invited. `attendee-twice`: One person is invited twice. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeAttendee: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the meeting. */
                meetingId: string;
                /** @description Of the one it speaks for, in their meeting. */
                attendeeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The meeting without them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `not-booked`: Nobody has booked the meeting yet. `meeting-over`: The meeting is over. `meeting-started`: The meeting has started. `not-attending`: The meeting has no such attendee. `last-host`: A meeting needs a host. `too-few-attendees`: A meeting needs two attendees. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the meeting. */
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "attendeeId": "guest-2"
                 *     }
                 */
                "application/json": components["schemas"]["MeetingResend"];
            };
        };
        responses: {
            /** @description The meeting. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meeting"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `not-booked`: Nobody has booked the meeting yet. `meeting-over`: The meeting is over. `not-attending`: The meeting has no such attendee. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMeetingTimeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the meeting. */
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What happened when, by whom, through which door. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingTimeline"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMeetingLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the meeting. */
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The links, the newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingLinks"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendInvite: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "uid": "parley-4711@example.com",
                 *       "attendeeEmail": "guest@example.com",
                 *       "startUtc": "2030-05-17T14:00:00Z",
                 *       "endUtc": "2030-05-17T15:00:00Z",
                 *       "sequence": 1
                 *     }
                 */
                "application/json": components["schemas"]["CalendarMessageRequest"];
            };
        };
        responses: {
            /** @description The message; the same one again when asked again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarMessage"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. `unknown-attendee`: The address is no attendee’s. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `not-booked`: Nobody has booked the meeting yet. `sequence-mismatch`: The meeting is at another SEQUENCE. `time-mismatch`: The meeting is at another time. `meeting-over`: The meeting is over. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendUpdate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "uid": "parley-4711@example.com",
                 *       "attendeeEmail": "guest@example.com",
                 *       "startUtc": "2030-05-17T14:00:00Z",
                 *       "endUtc": "2030-05-17T15:00:00Z",
                 *       "sequence": 1
                 *     }
                 */
                "application/json": components["schemas"]["CalendarMessageRequest"];
            };
        };
        responses: {
            /** @description The message; the same one again when asked again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarMessage"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. `unknown-attendee`: The address is no attendee’s. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `not-booked`: Nobody has booked the meeting yet. `sequence-mismatch`: The meeting is at another SEQUENCE. `time-mismatch`: The meeting is at another time. `time-unchanged`: The meeting is at this time already. `host-busy`: The host has another meeting at this time. `guest-busy`: The guest has another meeting at this time. `room-busy`: The room is taken at this time. `resource-busy`: Something that the meeting needs is taken at this time. `meeting-over`: The meeting is over. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `time-empty`: The end is not after the start. `time-past`: The time is in the past. `time-too-long`: The meeting is longer than seven days. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendCancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "uid": "parley-4711@example.com",
                 *       "attendeeEmail": "guest@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["CalendarCancelRequest"];
            };
        };
        responses: {
            /** @description The message; the same one again when asked again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarMessage"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. `unknown-attendee`: The address is no attendee’s. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `not-booked`: Nobody has booked the meeting yet. `meeting-over`: The meeting is over. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeTime: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "Zk3…",
                 *       "proposedStartUtc": "2030-05-18T14:00:00Z",
                 *       "proposedEndUtc": "2030-05-18T15:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["NewProposal"];
            };
        };
        responses: {
            /** @description They have been asked. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link-unknown`: The link is not known. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `link-used`: The link has been used. `meeting-over`: The meeting is over. `meeting-started`: The meeting has started. `host-busy`: The host has another meeting at this time. `guest-busy`: The guest has another meeting at this time. `room-busy`: The room is taken at this time. `resource-busy`: Something that the meeting needs is taken at this time. `time-unchanged`: The meeting is at this time already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link-expired`: The link has expired. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `time-past`: The time is in the past. `time-empty`: The end is not after the start. `time-too-long`: The meeting is longer than seven days. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPrincipals: {
        parameters: {
            query?: {
                /** @description What it is. */
                kind?: "individual" | "room" | "resource" | "group";
                /** @description Whoever has this address. */
                address?: string;
                /** @description How many a page has at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of principals. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Principals"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPrincipal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "individual",
                 *       "addresses": [
                 *         "guest@example.com"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewPrincipal"];
            };
        };
        responses: {
            /** @description The principal. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Principal"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `address-taken`: The address is somebody else’s. `room-name-taken`: Another room has this name, or had it until lately. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPrincipal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The principal. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Principal"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePrincipal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The room is deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deleted"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updatePrincipal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Ivy",
                 *       "timezone": "Europe/Vienna",
                 *       "language": "de-AT",
                 *       "addresses": [
                 *         "guest@example.com"
                 *       ],
                 *       "ownerId": "1f1d2c90-6a44-4c86-a41c-1d0a1a4c9a77",
                 *       "capacity": 5,
                 *       "memberIds": []
                 *     }
                 */
                "application/json": components["schemas"]["PrincipalChanges"];
            };
        };
        responses: {
            /** @description The principal, as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Principal"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `address-taken`: The address is somebody else’s. `room-name-taken`: Another room has this name, or had it until lately. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBusyPeriods: {
        parameters: {
            query: {
                /** @description The earliest instant. */
                from: string;
                /** @description The latest instant. */
                to: string;
            };
            header?: never;
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The periods, and nothing of what takes place. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Busy"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAvailableSlots: {
        parameters: {
            query: {
                /** @description The earliest instant. */
                from: string;
                /** @description The latest instant. */
                to: string;
                /** @description Of whoever asks; UTC when absent. */
                timezone?: string;
                /** @description One of the event type’s lengths; its first one when absent. */
                length?: number | null;
                /** @description Of a link to an event type that is not public. */
                link?: string;
            };
            header?: never;
            path: {
                /** @description Of the event type. */
                eventTypeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The slots that are free now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Slots"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link-spent`: The link was for one booking, and is used. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainSlot: {
        parameters: {
            query: {
                /** @description When. */
                at: string;
                /** @description One of the event type’s lengths; its first one when absent. */
                length?: number | null;
                /** @description Of a link to an event type that is not public. */
                link?: string;
            };
            header?: never;
            path: {
                /** @description Of the event type. */
                eventTypeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether it is offered, and why not. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link-spent`: The link was for one booking, and is used. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    holdSlot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the event type. */
                eventTypeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "startsAt": "2030-05-17T14:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["NewHold"];
            };
        };
        responses: {
            /** @description The hold. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `slot-taken`: The time cannot be booked, or no more. `too-many-holds`: As many times are held as one may hold. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link-spent`: The link was for one booking, and is used. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bookSlot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the event type. */
                eventTypeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "startsAt": "2030-05-17T14:00:00Z",
                 *       "guest": {
                 *         "email": "guest@example.com"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewBooking"];
            };
        };
        responses: {
            /** @description The booking. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `slot-taken`: The time cannot be booked, or no more. `time-mismatch`: The meeting is at another time. `already-booked`: The meeting is already booked. `meeting-over`: The meeting is over. `too-many-holds`: As many times are held as one may hold. `guest-busy`: The guest has another meeting at this time. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link-spent`: The link was for one booking, and is used. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `guest-is-host`: The guest is the host. `attendee-is-organizer`: The organizer mailbox cannot be invited. `attendee-twice`: One person is invited twice. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBookings: {
        parameters: {
            query?: {
                /** @description `coming`: the earliest first; the others: the newest first. */
                which?: "coming" | "past" | "cancelled";
                /** @description Those of this member; with a session always one’s own. */
                hostId?: string;
                /** @description Of the event type. */
                eventTypeId?: string;
                /** @description A part of the title, or of a guest’s name. */
                search?: string;
                /** @description How many a page has at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of bookings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bookings"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the meeting. */
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The booking. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostBooking"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSlotsToMoveTo: {
        parameters: {
            query: {
                /** @description The earliest instant. */
                from: string;
                /** @description The latest instant. */
                to: string;
                /** @description An IANA name: how they read times. */
                timezone?: string;
            };
            header?: never;
            path: {
                /** @description Of the meeting. */
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The slots that are free now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Slots"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    moveBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the meeting. */
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "startsAt": "2030-05-17T14:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["MoveBooking"];
            };
        };
        responses: {
            /** @description The booking, as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostBooking"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `host-busy`: The host has another meeting at this time. `guest-busy`: The guest has another meeting at this time. `room-busy`: The room is taken at this time. `resource-busy`: Something that the meeting needs is taken at this time. `time-unchanged`: The meeting is at this time already. `meeting-over`: The meeting is over. `meeting-started`: The meeting has started. `not-booked`: Nobody has booked the meeting yet. `stale-sequence`: The meeting has changed meanwhile. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `time-past`: The time is in the past. `time-empty`: The end is not after the start. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the meeting. */
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The teacher is ill."
                 *     }
                 */
                "application/json": components["schemas"]["CancelBooking"];
            };
        };
        responses: {
            /** @description The booking, as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostBooking"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `meeting-over`: The meeting is over. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the meeting. */
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "proposalId": "5b7f0f4a-8d0a-4f4c-8d09-6f1d2c906a44"
                 *     }
                 */
                "application/json": components["schemas"]["DecideBooking"];
            };
        };
        responses: {
            /** @description The booking, as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostBooking"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `proposal-gone`: The proposal is no longer open. `not-asked`: The answer of others decides. `already-approved`: The time is approved already. `host-busy`: The host has another meeting at this time. `guest-busy`: The guest has another meeting at this time. `room-busy`: The room is taken at this time. `slot-taken`: The time cannot be booked, or no more. `meeting-started`: The meeting has started. `meeting-over`: The meeting is over. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `time-past`: The time is in the past. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declineBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the meeting. */
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "proposalId": "5b7f0f4a-8d0a-4f4c-8d09-6f1d2c906a44"
                 *     }
                 */
                "application/json": components["schemas"]["DecideBooking"];
            };
        };
        responses: {
            /** @description The booking, as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostBooking"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `proposal-gone`: The proposal is no longer open. `not-asked`: The answer of others decides. `already-approved`: The time is approved already. `host-busy`: The host has another meeting at this time. `guest-busy`: The guest has another meeting at this time. `room-busy`: The room is taken at this time. `slot-taken`: The time cannot be booked, or no more. `meeting-started`: The meeting has started. `meeting-over`: The meeting is over. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `time-past`: The time is in the past. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reassignBooking: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the meeting. */
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hostId": "8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11",
                 *       "attendeeId": "guest"
                 *     }
                 */
                "application/json": components["schemas"]["ReassignBooking"];
            };
        };
        responses: {
            /** @description The booking, as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HostBooking"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `slot-taken`: The time cannot be booked, or no more. `not-booked`: Nobody has booked the meeting yet. `meeting-over`: The meeting is over. `meeting-started`: The meeting has started. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBookingProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingProfile"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putBookingProfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "slug": "ivy"
                 *     }
                 */
                "application/json": components["schemas"]["NewBookingProfile"];
            };
        };
        responses: {
            /** @description The profile, as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingProfile"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `slug-taken`: The slug is taken. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSchedules: {
        parameters: {
            query?: {
                /** @description How many a page has at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of schedules. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedules"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Working hours",
                 *       "weekly": {
                 *         "sunday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "17:00"
                 *           }
                 *         ],
                 *         "monday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "17:00"
                 *           }
                 *         ],
                 *         "tuesday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "17:00"
                 *           }
                 *         ],
                 *         "wednesday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "17:00"
                 *           }
                 *         ],
                 *         "thursday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "17:00"
                 *           }
                 *         ],
                 *         "friday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "17:00"
                 *           }
                 *         ],
                 *         "saturday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "17:00"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewSchedule"];
            };
        };
        responses: {
            /** @description The schedule. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `too-many-entries`: There are as many as there may be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                principalId: string;
                /** @description Of the schedule. */
                scheduleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schedule. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
                /** @description Of the schedule. */
                scheduleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Working hours",
                 *       "weekly": {
                 *         "sunday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "17:00"
                 *           }
                 *         ],
                 *         "monday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "17:00"
                 *           }
                 *         ],
                 *         "tuesday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "17:00"
                 *           }
                 *         ],
                 *         "wednesday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "17:00"
                 *           }
                 *         ],
                 *         "thursday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "17:00"
                 *           }
                 *         ],
                 *         "friday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "17:00"
                 *           }
                 *         ],
                 *         "saturday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "17:00"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewSchedule"];
            };
        };
        responses: {
            /** @description The schedule, as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
                /** @description Of the schedule. */
                scheduleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schedule, as it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `schedule-in-use`: The schedule is in use. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
                /** @description Of the schedule. */
                scheduleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Working hours",
                 *       "timezone": "Europe/Vienna",
                 *       "weekly": {
                 *         "sunday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "17:00"
                 *           }
                 *         ],
                 *         "monday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "17:00"
                 *           }
                 *         ],
                 *         "tuesday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "17:00"
                 *           }
                 *         ],
                 *         "wednesday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "17:00"
                 *           }
                 *         ],
                 *         "thursday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "17:00"
                 *           }
                 *         ],
                 *         "friday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "17:00"
                 *           }
                 *         ],
                 *         "saturday": [
                 *           {
                 *             "from": "09:00",
                 *             "until": "17:00"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ScheduleChanges"];
            };
        };
        responses: {
            /** @description The schedule, as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Schedule"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDateOverrides: {
        parameters: {
            query?: {
                /** @description What is over before this day is left out; today when absent. */
                from?: string;
                /** @description How many a page has at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of date overrides. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DateOverrides"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putDateOverrides: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overrides": [
                 *         {
                 *           "day": "2030-05-17",
                 *           "blocks": [
                 *             {
                 *               "from": "10:00",
                 *               "until": "12:00"
                 *             }
                 *           ],
                 *           "label": "Morning only"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewDateOverrides"];
            };
        };
        responses: {
            /** @description Those that were sent, by their days. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DateOverridesPut"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `too-many-entries`: There are as many as there may be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDateOverride: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "day": "2030-05-17",
                 *       "blocks": [
                 *         {
                 *           "from": "10:00",
                 *           "until": "12:00"
                 *         }
                 *       ],
                 *       "label": "Morning only"
                 *     }
                 */
                "application/json": components["schemas"]["NewDateOverride"];
            };
        };
        responses: {
            /** @description The date override. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DateOverride"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `too-many-entries`: There are as many as there may be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDateOverride: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
                /** @description Of the date override. */
                overrideId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The date override, as it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DateOverride"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDateOverridesOfEventType: {
        parameters: {
            query?: {
                /** @description What is over before this day is left out; today when absent. */
                from?: string;
                /** @description How many a page has at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Of the event type. */
                eventTypeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of date overrides. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DateOverrides"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putDateOverridesOfEventType: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the event type. */
                eventTypeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overrides": [
                 *         {
                 *           "day": "2030-05-17",
                 *           "blocks": [
                 *             {
                 *               "from": "10:00",
                 *               "until": "12:00"
                 *             }
                 *           ],
                 *           "label": "Morning only"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewDateOverrides"];
            };
        };
        responses: {
            /** @description Those that were sent, by their days. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DateOverridesPut"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `too-many-entries`: There are as many as there may be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDateOverrideOfEventType: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the event type. */
                eventTypeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "day": "2030-05-17",
                 *       "blocks": [
                 *         {
                 *           "from": "10:00",
                 *           "until": "12:00"
                 *         }
                 *       ],
                 *       "label": "Morning only"
                 *     }
                 */
                "application/json": components["schemas"]["NewDateOverride"];
            };
        };
        responses: {
            /** @description The date override. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DateOverride"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `too-many-entries`: There are as many as there may be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDateOverrideOfEventType: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the event type. */
                eventTypeId: string;
                /** @description Of the date override. */
                overrideId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The date override, as it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DateOverride"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVacations: {
        parameters: {
            query?: {
                /** @description What is over before this day is left out; today when absent. */
                from?: string;
                /** @description How many a page has at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of vacations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vacations"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createVacation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "firstDay": "2030-05-17",
                 *       "lastDay": "2030-05-17"
                 *     }
                 */
                "application/json": components["schemas"]["NewVacation"];
            };
        };
        responses: {
            /** @description The vacation. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vacation"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `too-many-entries`: There are as many as there may be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putVacation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
                /** @description Of the vacation. */
                vacationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "firstDay": "2030-05-17",
                 *       "lastDay": "2030-05-17"
                 *     }
                 */
                "application/json": components["schemas"]["NewVacation"];
            };
        };
        responses: {
            /** @description The vacation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vacation"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `too-many-entries`: There are as many as there may be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteVacation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
                /** @description Of the vacation. */
                vacationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The vacation, as it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vacation"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVacationsOfEventType: {
        parameters: {
            query?: {
                /** @description What is over before this day is left out; today when absent. */
                from?: string;
                /** @description How many a page has at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Of the event type. */
                eventTypeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of vacations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vacations"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createVacationOfEventType: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the event type. */
                eventTypeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "firstDay": "2030-05-17",
                 *       "lastDay": "2030-05-17"
                 *     }
                 */
                "application/json": components["schemas"]["NewVacation"];
            };
        };
        responses: {
            /** @description The vacation. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vacation"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `too-many-entries`: There are as many as there may be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putVacationOfEventType: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the event type. */
                eventTypeId: string;
                /** @description Of the vacation. */
                vacationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "firstDay": "2030-05-17",
                 *       "lastDay": "2030-05-17"
                 *     }
                 */
                "application/json": components["schemas"]["NewVacation"];
            };
        };
        responses: {
            /** @description The vacation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vacation"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `too-many-entries`: There are as many as there may be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteVacationOfEventType: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the event type. */
                eventTypeId: string;
                /** @description Of the vacation. */
                vacationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The vacation, as it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vacation"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTemporaryHours: {
        parameters: {
            query?: {
                /** @description What is over before this day is left out; today when absent. */
                from?: string;
                /** @description How many a page has at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of temporary hours. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemporaryHoursPage"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTemporaryHours: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Saturdays in spring",
                 *       "firstDay": "2030-05-17",
                 *       "lastDay": "2030-05-17",
                 *       "blocks": [
                 *         {
                 *           "from": "09:00",
                 *           "until": "12:00"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewTemporaryHours"];
            };
        };
        responses: {
            /** @description The temporary hours. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemporaryHours"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `too-many-entries`: There are as many as there may be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putTemporaryHours: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
                /** @description Of the temporary hours. */
                temporaryHoursId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Saturdays in spring",
                 *       "firstDay": "2030-05-17",
                 *       "lastDay": "2030-05-17",
                 *       "blocks": [
                 *         {
                 *           "from": "09:00",
                 *           "until": "12:00"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewTemporaryHours"];
            };
        };
        responses: {
            /** @description The temporary hours. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemporaryHours"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `too-many-entries`: There are as many as there may be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTemporaryHours: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
                /** @description Of the temporary hours. */
                temporaryHoursId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The temporary hours, as they were. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemporaryHours"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTravels: {
        parameters: {
            query?: {
                /** @description What is over before this day is left out; today when absent. */
                from?: string;
                /** @description How many a page has at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of journeys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Travels"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTravel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "firstDay": "2030-05-17",
                 *       "lastDay": "2030-05-17",
                 *       "timezone": "Europe/Vienna"
                 *     }
                 */
                "application/json": components["schemas"]["NewTravel"];
            };
        };
        responses: {
            /** @description The journey. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Travel"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `too-many-entries`: There are as many as there may be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putTravel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
                /** @description Of the journey. */
                travelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "firstDay": "2030-05-17",
                 *       "lastDay": "2030-05-17",
                 *       "timezone": "Europe/Vienna"
                 *     }
                 */
                "application/json": components["schemas"]["NewTravel"];
            };
        };
        responses: {
            /** @description The journey. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Travel"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `too-many-entries`: There are as many as there may be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTravel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
                /** @description Of the journey. */
                travelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The journey, as it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Travel"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHolidayCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendars. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolidayCalendars"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createHolidayCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Austria",
                 *       "ics": "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20300501\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:May Day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
                 *     }
                 */
                "application/json": components["schemas"]["NewHolidayCalendar"];
            };
        };
        responses: {
            /** @description The calendar, and the days that it has. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolidayCalendar"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `too-many-entries`: There are as many as there may be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `reading-busy`: Too much waits to be read. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHolidayCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                principalId: string;
                /** @description Of the calendar. */
                holidayCalendarId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendar, and the days that it has. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolidayCalendar"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putHolidayCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
                /** @description Of the calendar. */
                holidayCalendarId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Austria",
                 *       "ics": "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20300501\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:May Day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
                 *     }
                 */
                "application/json": components["schemas"]["NewHolidayCalendar"];
            };
        };
        responses: {
            /** @description The calendar, as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolidayCalendar"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `reading-busy`: Too much waits to be read. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteHolidayCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
                /** @description Of the calendar. */
                holidayCalendarId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendar, as it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolidayCalendar"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendars; those of others last. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendars"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Lessons"
                 *     }
                 */
                "application/json": components["schemas"]["NewCalendar"];
            };
        };
        responses: {
            /** @description The calendar. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `too-many-entries`: There are as many as there may be. `calendar-refuses`: The calendar does not take this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the calendar. */
                calendarId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calendar. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the calendar. */
                calendarId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedCalendar"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. `not-shared`: The calendar is not shared for that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `default-calendar-needed`: Invitations need a calendar to go to. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the calendar. */
                calendarId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Lessons",
                 *       "colour": "#2f6fb0",
                 *       "timezone": "Europe/Vienna",
                 *       "transparent": false,
                 *       "default": true
                 *     }
                 */
                "application/json": components["schemas"]["CalendarChanges"];
            };
        };
        responses: {
            /** @description The calendar, as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. `not-shared`: The calendar is not shared for that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `too-many-entries`: There are as many as there may be. `calendar-refuses`: The calendar does not take this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the calendar. */
                calendarId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The calendar. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `too-many-entries`: There are as many as there may be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putCalendarShares: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the calendar. */
                calendarId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "shares": [
                 *         {
                 *           "principalId": "1f1d2c90-6a44-4c86-a41c-1d0a1a4c9a77",
                 *           "access": "free-busy"
                 *         }
                 *       ],
                 *       "everybody": "free-busy"
                 *     }
                 */
                "application/json": components["schemas"]["NewCalendarShares"];
            };
        };
        responses: {
            /** @description With whom it is shared now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarShares"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. `not-shared`: The calendar is not shared for that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCalendarObjectVersions: {
        parameters: {
            query?: {
                /** @description How many a page has at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Of the calendar. */
                calendarId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of earlier versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarObjectVersions"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreCalendarObjectVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the calendar. */
                calendarId: string;
                /** @description Of the earlier version. */
                versionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Where it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestoredVersion"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. `not-shared`: The calendar is not shared for that. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `uid-conflict`: Another object of the calendar has the UID or the address. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `calendar-refuses`: The calendar does not take this. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAppPasswords: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The passwords. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppPasswords"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAppPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Thunderbird at home"
                 *     }
                 */
                "application/json": components["schemas"]["NewAppPassword"];
            };
        };
        responses: {
            /** @description The password. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeAppPassword"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. `too-many-entries`: There are as many as there may be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteAppPassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id. */
                principalId: string;
                /** @description Of the password. */
                passwordId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does not work any more. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedAppPassword"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFreeBusy: {
        parameters: {
            query: {
                /** @description Whose time it is: addresses or ids of principals, with commas between them; at most 50. */
                users: string;
                /** @description The earliest instant. */
                from: string;
                /** @description The latest instant. */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order in which they were named. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreeBusy"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRooms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomList"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRoom: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "board-room",
                 *       "ownerEmail": "owner@example.com"
                 *     }
                 */
                "application/json": components["schemas"]["NewRoom"];
            };
        };
        responses: {
            /** @description The room is there. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedRoom"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `room-name-taken`: Another room has this name, or had it until lately. `address-taken`: The address is somebody else’s. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its name, or its id. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The room. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnRoom"] | components["schemas"]["Room"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteRoom: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its name, or its id. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The room is deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedRoom"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateRoom: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its name, or its id. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "board-room",
                 *       "ownerEmail": "owner@example.com",
                 *       "ownerName": "Olga",
                 *       "timezone": "Europe/Vienna",
                 *       "icsUrl": "https://calendar.example.org/private-token/basic.ics",
                 *       "icsFetchInterval": 1,
                 *       "icsEnabled": true,
                 *       "plannedMeetings": "keep"
                 *     }
                 */
                "application/json": components["schemas"]["RoomChanges"];
            };
        };
        responses: {
            /** @description The room, with its calendar’s address masked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnRoom"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `room-name-taken`: Another room has this name, or had it until lately. `address-taken`: The address is somebody else’s. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreRoom: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its id, for ever. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description The room. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnRoom"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `room-name-taken`: Another room has this name, or had it until lately. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testFeed: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its name, or its id. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "icsUrl": "https://calendar.example.org/private-token/basic.ics"
                 *     }
                 */
                "application/json": components["schemas"]["FeedTest"];
            };
        };
        responses: {
            /** @description What was found, or why nothing was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedTestResult"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `reading-busy`: Too much waits to be read. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    syncFeed: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Its name, or its id. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description How the calendar stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedSyncResult"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `feed-not-set`: The room follows no feed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFeedStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its name, or its id. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last sync and the next. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedStatus"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFeedFetches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its name, or its id. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedFetches"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deliverMail: {
        parameters: {
            query?: {
                /** @description Whose signature it is; the first tenant’s when absent. */
                tenant?: string;
            };
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "message/rfc822": string;
                /**
                 * @example {
                 *       "raw": "RnJvbTogZ3Vlc3RAZXhhbXBsZS5jb20NCg=="
                 *     }
                 */
                "application/json": components["schemas"]["InboundMail"];
            };
        };
        responses: {
            /** @description What was understood. The message is kept. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Understood"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-signature`: The signature is not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `reading-busy`: Too much waits to be read. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInboundMessages: {
        parameters: {
            query?: {
                /** @description Of the meeting. */
                uid?: string;
                /** @description Of the meeting. */
                meetingId?: string;
                /** @description The address in From. */
                sender?: string;
                /** @description Only those that were decided so. */
                decision?: "reply" | "counter" | "refresh" | "bounce" | "text" | "calendar" | "confirm" | "refused" | "ignored" | "failed" | "undecided";
                /** @description `next` of the page before. */
                after?: string;
                /** @description How many a page has at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of messages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundMessages"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInboundMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the message. */
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was decided, and why. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundMessage"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRawInboundMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the message. */
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every byte of it, in base64: a message need not be text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `content-removed`: The content is kept no longer. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideInboundMessageAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the message. */
                messageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description What it was decided as now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundMessage"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `content-removed`: The content is kept no longer. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportDelivery: {
        parameters: {
            query?: {
                /** @description Whose signature it is; the first tenant’s when absent. */
                tenant?: string;
            };
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "events": [
                 *         {
                 *           "messageId": "<4711.parley@example.com>",
                 *           "event": "delivered",
                 *           "at": "2030-05-17T14:00:00Z"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DeliveryReports"];
            };
        };
        responses: {
            /** @description How many were about messages of ours. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryReportsTaken"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. `invalid-signature`: The signature is not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deliverMailgunMail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["MailgunMail"];
                "application/x-www-form-urlencoded": components["schemas"]["MailgunMail"];
            };
        };
        responses: {
            /** @description What was understood. The message is kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Understood"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-signature`: The signature is not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-configured`: This door is not set up. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `reading-busy`: Too much waits to be read. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deliverSendgridMail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["SendgridMail"];
            };
        };
        responses: {
            /** @description What was understood. The message is kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Understood"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-signature`: The signature is not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-configured`: This door is not set up. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `reading-busy`: Too much waits to be read. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportMailgunDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "event-data": {
                 *         "event": "…",
                 *         "timestamp": 1
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["MailgunEvent"];
            };
        };
        responses: {
            /** @description What it was about. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderReportsTaken"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-signature`: The signature is not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-configured`: This door is not set up. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportSendgridDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example [
                 *       "…"
                 *     ]
                 */
                "application/json": unknown[];
            };
        };
        responses: {
            /** @description What they were about. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderReportsTaken"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-signature`: The signature is not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-configured`: This door is not set up. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportDailyPresence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "…"
                 *     }
                 */
                "application/json": components["schemas"]["DailyEvent"];
            };
        };
        responses: {
            /** @description Whether it was about somebody in a meeting. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoReportTaken"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-signature`: The signature is not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-configured`: This door is not set up. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportWherebyPresence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "…"
                 *     }
                 */
                "application/json": components["schemas"]["WherebyEvent"];
            };
        };
        responses: {
            /** @description Whether it was about somebody in a meeting. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VideoReportTaken"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-signature`: The signature is not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-configured`: This door is not set up. */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoints. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoints"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://backend.example.com/parley"
                 *     }
                 */
                "application/json": components["schemas"]["NewWebhookEndpoint"];
            };
        };
        responses: {
            /** @description The endpoint and its secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `too-many-endpoints`: There are as many endpoints as a tenant may have. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the endpoint. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the endpoint. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint, as it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the endpoint. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://backend.example.com/parley",
                 *       "description": "Billing",
                 *       "eventTypes": [
                 *         "meeting.booked",
                 *         "meeting.cancelled"
                 *       ],
                 *       "contactEmail": "backend@example.com",
                 *       "enabled": true
                 *     }
                 */
                "application/json": components["schemas"]["WebhookEndpointChanges"];
            };
        };
        responses: {
            /** @description The endpoint, as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the endpoint. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The endpoint and its new secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the endpoint. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Its delivery, which begins within a second or two. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `endpoint-disabled`: The endpoint is disabled. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description How it stands. */
                status?: "pending" | "delivered" | "failed";
                /** @description How many a page has at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Of the endpoint. */
                webhookId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deliveries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveries"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the endpoint. */
                webhookId: string;
                /** @description Of the delivery. */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redeliverWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the endpoint. */
                webhookId: string;
                /** @description Of the delivery. */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The delivery, which waits again. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `endpoint-disabled`: The endpoint is disabled. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRoomMeetings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What they are called. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The meetings, in the order of their start. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomMeetings"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startRoomMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description What they are called. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "First practice"
                 *     }
                 */
                "application/json": components["schemas"]["NewRoomMeeting"];
            };
        };
        responses: {
            /** @description The meeting. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnRoomMeeting"] | components["schemas"]["RoomMeeting"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `meeting-over`: The meeting is over. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUpcomingRoomMeetings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What they are called. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same, without what goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomMeetings"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    joinRoomMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description What they are called. */
                name: string;
                /** @description Of the meeting. */
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "displayName": "Ivy"
                 *     }
                 */
                "application/json": components["schemas"]["RoomJoining"];
            };
        };
        responses: {
            /** @description Where the video room is, or where to wait. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomJoined"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `meeting-over`: The meeting is over. `room-full`: The room is full. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stayInRoomMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description What they are called. */
                name: string;
                /** @description Of the meeting. */
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "participantId": "p-4711"
                 *     }
                 */
                "application/json": components["schemas"]["RoomLeaving"];
            };
        };
        responses: {
            /** @description Whether they are inside. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomHeartbeat"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaveRoomMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description What they are called. */
                name: string;
                /** @description Of the meeting. */
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "participantId": "p-4711"
                 *     }
                 */
                "application/json": components["schemas"]["RoomLeaving"];
            };
        };
        responses: {
            /** @description Noted; also when the person was not inside. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomLeft"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endRoomMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description What they are called. */
                name: string;
                /** @description Of the meeting. */
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["RoomMeetingEnding"];
            };
        };
        responses: {
            /** @description It is over. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomMeetingEnded"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. `engine-unavailable`: The meeting engine does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ready";
                        parts: string[];
                    };
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-ready`: Something that is needed is missing. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No label carries an address. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain; version=0.0.4; charset=utf-8": string;
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEventTypes: {
        parameters: {
            query?: {
                /** @description Those of a member; with a session they themselves, and may be left out. */
                ownerId?: string;
                /** @description How many a page has at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of event types. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventTypes"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createEventType: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "slug": "first-lesson",
                 *       "title": "First practice",
                 *       "lengthsMinutes": [
                 *         30,
                 *         60
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewEventType"];
            };
        };
        responses: {
            /** @description The event type. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventType"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `slug-taken`: The slug is taken. `too-many-event-types`: There are as many event types as a member may have. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEventType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the event type. */
                eventTypeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event type. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventType"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteEventType: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the event type. */
                eventTypeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event type is deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deleted"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateEventType: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the event type. */
                eventTypeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "slug": "first-lesson",
                 *       "title": "First practice",
                 *       "lengthsMinutes": [
                 *         30,
                 *         60
                 *       ],
                 *       "description": "The first one, about forty minutes.",
                 *       "scheduleId": null,
                 *       "bufferBeforeMinutes": 10,
                 *       "bufferAfterMinutes": 15,
                 *       "buffersAgainstCalendars": true,
                 *       "noticeMinutes": 240,
                 *       "window": {
                 *         "days": 60
                 *       },
                 *       "stepMinutes": 15,
                 *       "limits": [
                 *         {
                 *           "per": "day",
                 *           "of": "bookings",
                 *           "most": 3
                 *         }
                 *       ],
                 *       "requiresApproval": false,
                 *       "approvalHours": 24,
                 *       "policy": null,
                 *       "location": "Room 4",
                 *       "online": true,
                 *       "roomId": null,
                 *       "questions": [
                 *         {
                 *           "kind": "text",
                 *           "label": "Which piece do you play?"
                 *         }
                 *       ],
                 *       "changeUntilMinutes": 1440,
                 *       "access": "public",
                 *       "lockedTimezone": "Europe/Vienna",
                 *       "reminders": {
                 *         "mailMinutesBefore": [
                 *           1440
                 *         ],
                 *         "alarmMinutesBefore": [
                 *           1440
                 *         ]
                 *       },
                 *       "seats": 1,
                 *       "together": {
                 *         "kind": "one"
                 *       },
                 *       "hosts": [
                 *         {
                 *           "principalId": "1f1d2c90-6a44-4c86-a41c-1d0a1a4c9a77",
                 *           "priority": 0,
                 *           "weight": 1
                 *         }
                 *       ],
                 *       "resourceIds": [],
                 *       "embedOrigins": [
                 *         "https://example.com"
                 *       ],
                 *       "active": true
                 *     }
                 */
                "application/json": components["schemas"]["EventTypeChanges"];
            };
        };
        responses: {
            /** @description The event type, as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventType"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `slug-taken`: The slug is taken. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreEventType: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the event type. */
                eventTypeId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The event type. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventType"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. `slug-taken`: The slug is taken. `too-many-event-types`: There are as many event types as a member may have. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    detachEventTypeSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the event type. */
                eventTypeId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The event type, with its `scheduleId`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventType"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inheritEventTypeSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the event type. */
                eventTypeId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The event type, without a schedule. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventType"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBookingLinks: {
        parameters: {
            query?: {
                /** @description How many a page has at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description Of the event type. */
                eventTypeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of links. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingLinks"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createBookingLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the event type. */
                eventTypeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "label": "Open evening",
                 *       "singleUse": true,
                 *       "expiresAt": "2030-05-04T09:30:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["NewBookingLink"];
            };
        };
        responses: {
            /** @description The link, with its address. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingLinkWithUrl"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeBookingLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again repeat the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Of the event type. */
                eventTypeId: string;
                /** @description Of the link. */
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link is revoked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deleted"];
                };
            };
            /** @description `invalid-json`: The body is not JSON. `invalid-idempotency-key`: The Idempotency-Key is not usable. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: An API key or a session is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`: A request with this Idempotency-Key is being answered. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`: The body has a type that is not understood. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. `idempotency-key-reused`: The Idempotency-Key belongs to another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-requests`: Too much was asked within a short time. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong here. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database-unavailable`: The database does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMemberBookingPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the member. */
                memberSlug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What their page shows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberBookingPage"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBookingPage: {
        parameters: {
            query?: {
                /** @description What stands after `k=` in a link to it; one that is not public needs it. */
                k?: string;
            };
            header?: never;
            path: {
                /** @description Of the member. */
                memberSlug: string;
                /** @description Of the event type. */
                eventSlug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What its page shows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingPage"];
                };
            };
            /** @description `not-found`: There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `link-spent`: The link was for one booking, and is used. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `misdirected-request`: This is not the host that was asked for. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-body`: The request is not valid. `unknown-field`: The request has a field that is not known. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    meetingBooked: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the event; the same whenever it comes again. */
                "webhook-id": string;
                /** @description Of this attempt, in seconds. */
                "webhook-timestamp": string;
                /** @description One or more, with spaces between. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is.
                     * @example meeting.booked
                     * @enum {string}
                     */
                    type: "meeting.booked";
                    /**
                     * Format: date-time
                     * @description When it happened.
                     * @example 2030-05-17T14:00:00Z
                     */
                    timestamp: string;
                    /** @description What happened. */
                    data: {
                        /** @description As it is then. */
                        meeting: components["schemas"]["WebhookMeeting"];
                        /**
                         * @description An attendee’s id, `backend` or `parley`.
                         * @example guest
                         */
                        by: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; any 2xx says so. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send nothing here any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    meetingHeld: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the event; the same whenever it comes again. */
                "webhook-id": string;
                /** @description Of this attempt, in seconds. */
                "webhook-timestamp": string;
                /** @description One or more, with spaces between. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is.
                     * @example meeting.held
                     * @enum {string}
                     */
                    type: "meeting.held";
                    /**
                     * Format: date-time
                     * @description When it happened.
                     * @example 2030-05-17T14:00:00Z
                     */
                    timestamp: string;
                    /** @description What happened. */
                    data: {
                        /** @description As it is then. */
                        meeting: components["schemas"]["WebhookMeeting"];
                        /**
                         * Format: date-time
                         * @description Until when it can be used or decided.
                         * @example 2030-05-04T09:30:00.000Z
                         */
                        expiresAt: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; any 2xx says so. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send nothing here any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    meetingExpired: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the event; the same whenever it comes again. */
                "webhook-id": string;
                /** @description Of this attempt, in seconds. */
                "webhook-timestamp": string;
                /** @description One or more, with spaces between. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is.
                     * @example meeting.expired
                     * @enum {string}
                     */
                    type: "meeting.expired";
                    /**
                     * Format: date-time
                     * @description When it happened.
                     * @example 2030-05-17T14:00:00Z
                     */
                    timestamp: string;
                    /** @description What happened. */
                    data: {
                        /** @description As it is then. */
                        meeting: components["schemas"]["WebhookMeeting"];
                        /**
                         * @description Why.
                         * @example not-booked
                         * @enum {string}
                         */
                        cause: "not-booked" | "not-approved";
                    };
                };
            };
        };
        responses: {
            /** @description Taken; any 2xx says so. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send nothing here any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    meetingReassigned: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the event; the same whenever it comes again. */
                "webhook-id": string;
                /** @description Of this attempt, in seconds. */
                "webhook-timestamp": string;
                /** @description One or more, with spaces between. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is.
                     * @example meeting.reassigned
                     * @enum {string}
                     */
                    type: "meeting.reassigned";
                    /**
                     * Format: date-time
                     * @description When it happened.
                     * @example 2030-05-17T14:00:00Z
                     */
                    timestamp: string;
                    /** @description What happened. */
                    data: {
                        /** @description As it is then. */
                        meeting: components["schemas"]["WebhookMeeting"];
                        /**
                         * @description An attendee’s id, `backend` or `parley`.
                         * @example guest
                         */
                        by: string;
                        /** @description Who had it. */
                        before: components["schemas"]["WebhookAttendee"];
                        /** @description Who offers the time. */
                        host: components["schemas"]["WebhookAttendee"];
                    };
                };
            };
        };
        responses: {
            /** @description Taken; any 2xx says so. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send nothing here any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    slotFreed: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the event; the same whenever it comes again. */
                "webhook-id": string;
                /** @description Of this attempt, in seconds. */
                "webhook-timestamp": string;
                /** @description One or more, with spaces between. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is.
                     * @example slot.freed
                     * @enum {string}
                     */
                    type: "slot.freed";
                    /**
                     * Format: date-time
                     * @description When it happened.
                     * @example 2030-05-17T14:00:00Z
                     */
                    timestamp: string;
                    /** @description What happened. */
                    data: {
                        /** @description As it is then. */
                        meeting: components["schemas"]["WebhookMeeting"];
                        /**
                         * Format: uuid
                         * @description Of the event type.
                         * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
                         */
                        eventTypeId: string;
                        /** @description What can be booked again. */
                        slot: {
                            /**
                             * Format: date-time
                             * @description When it begins.
                             * @example 2030-05-17T14:00:00Z
                             */
                            startsAt: string;
                            /**
                             * Format: date-time
                             * @description When it ends.
                             * @example 2030-05-17T15:00:00Z
                             */
                            endsAt: string;
                            /**
                             * @description For one more guest of the meeting.
                             * @example true
                             */
                            seat: boolean;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Taken; any 2xx says so. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send nothing here any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    meetingMoved: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the event; the same whenever it comes again. */
                "webhook-id": string;
                /** @description Of this attempt, in seconds. */
                "webhook-timestamp": string;
                /** @description One or more, with spaces between. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is.
                     * @example meeting.moved
                     * @enum {string}
                     */
                    type: "meeting.moved";
                    /**
                     * Format: date-time
                     * @description When it happened.
                     * @example 2030-05-17T14:00:00Z
                     */
                    timestamp: string;
                    /** @description What happened. */
                    data: {
                        /** @description As it is then. */
                        meeting: components["schemas"]["WebhookMeeting"];
                        /**
                         * @description An attendee’s id, `backend` or `parley`.
                         * @example guest
                         */
                        by: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; any 2xx says so. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send nothing here any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    meetingAnswered: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the event; the same whenever it comes again. */
                "webhook-id": string;
                /** @description Of this attempt, in seconds. */
                "webhook-timestamp": string;
                /** @description One or more, with spaces between. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is.
                     * @example meeting.answered
                     * @enum {string}
                     */
                    type: "meeting.answered";
                    /**
                     * Format: date-time
                     * @description When it happened.
                     * @example 2030-05-17T14:00:00Z
                     */
                    timestamp: string;
                    /** @description What happened. */
                    data: {
                        /** @description As it is then. */
                        meeting: components["schemas"]["WebhookMeeting"];
                        /** @description Who. */
                        attendee: components["schemas"]["WebhookAttendee"];
                        /**
                         * @description What they answered (RFC 5545 §3.2.12); null: nothing.
                         * @example ACCEPTED
                         * @enum {string}
                         */
                        partstat: "ACCEPTED" | "DECLINED" | "TENTATIVE";
                    };
                };
            };
        };
        responses: {
            /** @description Taken; any 2xx says so. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send nothing here any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    meetingCancelled: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the event; the same whenever it comes again. */
                "webhook-id": string;
                /** @description Of this attempt, in seconds. */
                "webhook-timestamp": string;
                /** @description One or more, with spaces between. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is.
                     * @example meeting.cancelled
                     * @enum {string}
                     */
                    type: "meeting.cancelled";
                    /**
                     * Format: date-time
                     * @description When it happened.
                     * @example 2030-05-17T14:00:00Z
                     */
                    timestamp: string;
                    /** @description What happened. */
                    data: {
                        /** @description As it is then. */
                        meeting: components["schemas"]["WebhookMeeting"];
                        /**
                         * @description An attendee’s id, `backend` or `parley`.
                         * @example guest
                         */
                        by: string;
                        /**
                         * @description Why.
                         * @example asked
                         * @enum {string}
                         */
                        cause: "asked" | "declined" | "unreachable" | "removed-from-calendar";
                    };
                };
            };
        };
        responses: {
            /** @description Taken; any 2xx says so. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send nothing here any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    meetingClosed: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the event; the same whenever it comes again. */
                "webhook-id": string;
                /** @description Of this attempt, in seconds. */
                "webhook-timestamp": string;
                /** @description One or more, with spaces between. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is.
                     * @example meeting.closed
                     * @enum {string}
                     */
                    type: "meeting.closed";
                    /**
                     * Format: date-time
                     * @description When it happened.
                     * @example 2030-05-17T14:00:00Z
                     */
                    timestamp: string;
                    /** @description What happened. */
                    data: {
                        /** @description As it is then. */
                        meeting: components["schemas"]["WebhookMeeting"];
                        /**
                         * @description Why.
                         * @example over
                         * @enum {string}
                         */
                        cause: "over" | "never-booked";
                    };
                };
            };
        };
        responses: {
            /** @description Taken; any 2xx says so. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send nothing here any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    proposalMade: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the event; the same whenever it comes again. */
                "webhook-id": string;
                /** @description Of this attempt, in seconds. */
                "webhook-timestamp": string;
                /** @description One or more, with spaces between. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is.
                     * @example proposal.made
                     * @enum {string}
                     */
                    type: "proposal.made";
                    /**
                     * Format: date-time
                     * @description When it happened.
                     * @example 2030-05-17T14:00:00Z
                     */
                    timestamp: string;
                    /** @description What happened. */
                    data: {
                        /** @description As it is then. */
                        meeting: components["schemas"]["WebhookMeeting"];
                        /** @description As it is then. */
                        proposal: components["schemas"]["WebhookProposal"];
                    };
                };
            };
        };
        responses: {
            /** @description Taken; any 2xx says so. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send nothing here any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    proposalDecided: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the event; the same whenever it comes again. */
                "webhook-id": string;
                /** @description Of this attempt, in seconds. */
                "webhook-timestamp": string;
                /** @description One or more, with spaces between. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is.
                     * @example proposal.decided
                     * @enum {string}
                     */
                    type: "proposal.decided";
                    /**
                     * Format: date-time
                     * @description When it happened.
                     * @example 2030-05-17T14:00:00Z
                     */
                    timestamp: string;
                    /** @description What happened. */
                    data: {
                        /** @description As it is then. */
                        meeting: components["schemas"]["WebhookMeeting"];
                        /** @description As it is then. */
                        proposal: components["schemas"]["WebhookProposal"];
                    };
                };
            };
        };
        responses: {
            /** @description Taken; any 2xx says so. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send nothing here any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    roomReady: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the event; the same whenever it comes again. */
                "webhook-id": string;
                /** @description Of this attempt, in seconds. */
                "webhook-timestamp": string;
                /** @description One or more, with spaces between. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is.
                     * @example room.ready
                     * @enum {string}
                     */
                    type: "room.ready";
                    /**
                     * Format: date-time
                     * @description When it happened.
                     * @example 2030-05-17T14:00:00Z
                     */
                    timestamp: string;
                    /** @description What happened. */
                    data: {
                        /** @description As it is then. */
                        meeting: components["schemas"]["WebhookMeeting"];
                    };
                };
            };
        };
        responses: {
            /** @description Taken; any 2xx says so. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send nothing here any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    participantJoined: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the event; the same whenever it comes again. */
                "webhook-id": string;
                /** @description Of this attempt, in seconds. */
                "webhook-timestamp": string;
                /** @description One or more, with spaces between. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is.
                     * @example participant.joined
                     * @enum {string}
                     */
                    type: "participant.joined";
                    /**
                     * Format: date-time
                     * @description When it happened.
                     * @example 2030-05-17T14:00:00Z
                     */
                    timestamp: string;
                    /** @description What happened. */
                    data: {
                        /** @description As it is then. */
                        meeting: components["schemas"]["WebhookMeeting"];
                        /**
                         * @description Who came in, by an id of this stay alone.
                         * @example p-4711
                         */
                        participantId: string;
                        /**
                         * @description How many are inside now.
                         * @example 1
                         */
                        inside: number;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; any 2xx says so. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send nothing here any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    participantLeft: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the event; the same whenever it comes again. */
                "webhook-id": string;
                /** @description Of this attempt, in seconds. */
                "webhook-timestamp": string;
                /** @description One or more, with spaces between. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is.
                     * @example participant.left
                     * @enum {string}
                     */
                    type: "participant.left";
                    /**
                     * Format: date-time
                     * @description When it happened.
                     * @example 2030-05-17T14:00:00Z
                     */
                    timestamp: string;
                    /** @description What happened. */
                    data: {
                        /** @description As it is then. */
                        meeting: components["schemas"]["WebhookMeeting"];
                        /**
                         * @description Who came in, by an id of this stay alone.
                         * @example p-4711
                         */
                        participantId: string;
                        /**
                         * @description How many are inside now.
                         * @example 0
                         */
                        inside: number;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; any 2xx says so. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send nothing here any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    messageBounced: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the event; the same whenever it comes again. */
                "webhook-id": string;
                /** @description Of this attempt, in seconds. */
                "webhook-timestamp": string;
                /** @description One or more, with spaces between. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is.
                     * @example message.bounced
                     * @enum {string}
                     */
                    type: "message.bounced";
                    /**
                     * Format: date-time
                     * @description When it happened.
                     * @example 2030-05-17T14:00:00Z
                     */
                    timestamp: string;
                    /** @description What happened. */
                    data: {
                        /** @description As it is then. */
                        meeting: {
                            /**
                             * Format: uuid
                             * @description Its id, for ever.
                             * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
                             */
                            id: string;
                            /**
                             * @description Counts the changes of the meeting: the higher one is newer.
                             * @example 3
                             */
                            revision: number;
                            /**
                             * @description What the backend gave, as it gave it.
                             * @example {
                             *       "order": "4711"
                             *     }
                             */
                            metadata: {
                                [key: string]: string;
                            };
                        };
                        /** @description Who. */
                        attendee: components["schemas"]["WebhookAttendee"];
                        /**
                         * @description What became of it.
                         * @example bounced
                         * @enum {string}
                         */
                        outcome: "bounced" | "failed";
                        /**
                         * @description The iTIP method (RFC 5546); null: it is mail for people.
                         * @example REQUEST
                         * @enum {string|null}
                         */
                        method: "REQUEST" | "CANCEL" | "DECLINECOUNTER" | null;
                        /**
                         * @description How often the meeting was moved or called off (RFC 5545 §3.8.7.4): answers to an earlier one do not count.
                         * @example 1
                         */
                        sequence: number;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; any 2xx says so. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send nothing here any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    feedFailing: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the event; the same whenever it comes again. */
                "webhook-id": string;
                /** @description Of this attempt, in seconds. */
                "webhook-timestamp": string;
                /** @description One or more, with spaces between. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is.
                     * @example feed.failing
                     * @enum {string}
                     */
                    type: "feed.failing";
                    /**
                     * Format: date-time
                     * @description When it happened.
                     * @example 2030-05-17T14:00:00Z
                     */
                    timestamp: string;
                    /** @description What happened. */
                    data: {
                        /**
                         * Format: uuid
                         * @description Of the meeting.
                         * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
                         */
                        roomId: string;
                        /**
                         * @description Why it cannot be read, as a stable code.
                         * @example not-found
                         */
                        problem: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; any 2xx says so. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send nothing here any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    feedRecovered: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the event; the same whenever it comes again. */
                "webhook-id": string;
                /** @description Of this attempt, in seconds. */
                "webhook-timestamp": string;
                /** @description One or more, with spaces between. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is.
                     * @example feed.recovered
                     * @enum {string}
                     */
                    type: "feed.recovered";
                    /**
                     * Format: date-time
                     * @description When it happened.
                     * @example 2030-05-17T14:00:00Z
                     */
                    timestamp: string;
                    /** @description What happened. */
                    data: {
                        /**
                         * Format: uuid
                         * @description Of the meeting.
                         * @example 8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11
                         */
                        roomId: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; any 2xx says so. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send nothing here any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    parleyTest: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the event; the same whenever it comes again. */
                "webhook-id": string;
                /** @description Of this attempt, in seconds. */
                "webhook-timestamp": string;
                /** @description One or more, with spaces between. */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is.
                     * @example parley.test
                     * @enum {string}
                     */
                    type: "parley.test";
                    /**
                     * Format: date-time
                     * @description When it happened.
                     * @example 2030-05-17T14:00:00Z
                     */
                    timestamp: string;
                    /** @description What happened. */
                    data: {
                        /**
                         * Format: uuid
                         * @description Of the endpoint.
                         * @example 5d2a9bb0-7b5a-4c93-8f36-52f0c1b56f3d
                         */
                        endpointId: string;
                    };
                };
            };
        };
        responses: {
            /** @description Taken; any 2xx says so. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Send nothing here any more. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}

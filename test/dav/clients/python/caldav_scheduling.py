"""python-caldav: two people who invite each other, and ask when the other one is free."""

import time
from datetime import datetime, timedelta, timezone
from uuid import uuid4

import icalendar
from caldav.davclient import DAVClient

from cases import check, equal, run

UTC = timezone.utc
NINE = datetime(2031, 3, 3, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def signed_in(server, nth):
    account = server.accounts[nth]
    client = DAVClient(url=server.url, username=account["user"], password=account["password"])
    return client.principal()


def own_calendar(principal):
    named = [c for c in principal.calendars() if "VEVENT" in c.get_supported_components()]
    return named[0]


def invitation(server, uid, title="Talk", starts=NINE):
    anna, ben = server.accounts[0]["address"], server.accounts[1]["address"]
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Example//Test//EN")
    calendar.add("version", "2.0")
    event = icalendar.Event()
    event.add("uid", uid)
    event.add("dtstamp", datetime.now(UTC))
    event.add("dtstart", starts)
    event.add("dtend", starts + HOUR)
    event.add("summary", title)
    event["organizer"] = icalendar.vCalAddress(f"mailto:{anna}")
    for address, answer in [(anna, "ACCEPTED"), (ben, "NEEDS-ACTION")]:
        attendee = icalendar.vCalAddress(f"mailto:{address}")
        attendee.params["PARTSTAT"] = answer
        attendee.params["RSVP"] = "TRUE"
        event.add("attendee", attendee)
    calendar.add_component(event)
    return calendar.to_ical().decode()


def eventually(find, about):
    """What a server does after it has answered takes a moment."""
    for _ in range(100):
        found = find()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"{about} did not come")


def with_uid(objects, uid):
    return [o for o in objects if uid in o.data]


def answers_of(event, address):
    event.load()
    attendees = event.icalendar_component.get("attendee")
    attendees = attendees if isinstance(attendees, list) else [attendees]
    return [a.params["PARTSTAT"] for a in attendees if a.lower() == f"mailto:{address}".lower()]


def invited(server, uid, **more):
    """@returns the event of the organizer and the one in the calendar of the attendee"""
    anna, ben = signed_in(server, 0), signed_in(server, 1)
    ours = own_calendar(anna).save_event(invitation(server, uid, **more))
    theirs = eventually(
        lambda: [e for c in ben.calendars() for e in with_uid(c.events(), uid)], "the event in their calendar"
    )
    return ours, theirs[0]


def knows_its_addresses_and_scheduling_collections(server):
    principal = signed_in(server, 0)
    check(principal.client.check_scheduling_support(), "scheduling is not announced")
    wanted = f"mailto:{server.accounts[0]['address']}"
    check(wanted in [str(a).lower() for a in principal.calendar_user_address_set()], "the address is missing")
    check(principal.schedule_inbox().url, "no inbox")
    check(principal.schedule_outbox().url, "no outbox")


def an_invitation_arrives_in_the_inbox_and_the_calendar(server):
    uid = str(uuid4())
    ours, theirs = invited(server, uid)
    equal(str(theirs.icalendar_component["summary"]), "Talk", "the title")
    messages = with_uid(signed_in(server, 1).schedule_inbox().get_items(), uid)
    equal(len(messages), 1, "the number of messages")
    check(messages[0].is_invite_request(), "the message is no invitation")


def an_answer_in_the_calendar_reaches_the_organizer(server):
    uid = str(uuid4())
    ours, theirs = invited(server, uid)
    ben = server.accounts[1]["address"]
    theirs.change_attendee_status(attendee=f"mailto:{ben}", partstat="ACCEPTED")
    theirs.save()
    eventually(lambda: answers_of(ours, ben) == ["ACCEPTED"], "the answer")
    messages = with_uid(signed_in(server, 0).schedule_inbox().get_items(), uid)
    check(any(m.is_invite_reply() for m in messages), "the reply is not in the inbox")


def an_answer_to_the_message_in_the_inbox_reaches_the_organizer(server):
    uid = str(uuid4())
    ours, _ = invited(server, uid)
    ben = signed_in(server, 1)
    message = with_uid(ben.schedule_inbox().get_items(), uid)[0]
    message.accept_invite(calendar=own_calendar(ben))
    eventually(lambda: answers_of(ours, server.accounts[1]["address"]) == ["ACCEPTED"], "the answer")


def a_moved_event_moves_for_the_attendee(server):
    uid = str(uuid4())
    ours, theirs = invited(server, uid)
    ours.load()
    component = ours.icalendar_component
    for name, at in [("dtstart", NINE + HOUR), ("dtend", NINE + 2 * HOUR)]:
        del component[name]
        component.add(name, at)
    ours.save()

    def start():
        theirs.load()
        return theirs.icalendar_component["dtstart"].dt == NINE + HOUR

    eventually(start, "the new time")


def a_deleted_event_is_cancelled_for_the_attendee(server):
    uid = str(uuid4())
    ours, theirs = invited(server, uid)
    ours.delete()

    def cancelled():
        try:
            theirs.load()
        except Exception:
            return True
        return str(theirs.icalendar_component.get("status", "")) == "CANCELLED"

    eventually(cancelled, "the cancellation")


def a_deleted_invitation_is_declined(server):
    uid = str(uuid4())
    ours, theirs = invited(server, uid)
    theirs.delete()
    eventually(lambda: answers_of(ours, server.accounts[1]["address"]) == ["DECLINED"], "the answer")


def asks_when_somebody_else_is_free(server):
    anna, ben = signed_in(server, 0), signed_in(server, 1)
    own_calendar(ben).save_event(dtstart=NINE + 24 * HOUR, dtend=NINE + 25 * HOUR, summary="Secret", uid=str(uuid4()))
    answer = anna.freebusy_request(NINE + 20 * HOUR, NINE + 30 * HOUR, [f"mailto:{server.accounts[1]['address']}"])
    equal(answer.pop("errors"), {}, "what could not be asked")
    text = "".join(found.data for found in answer.values())
    check("20310304T090000Z/" in text, f"the hour is missing: {answer}")
    check("Secret" not in text, "the title is told")


if __name__ == "__main__":
    run(
        [
            knows_its_addresses_and_scheduling_collections,
            an_invitation_arrives_in_the_inbox_and_the_calendar,
            an_answer_in_the_calendar_reaches_the_organizer,
            an_answer_to_the_message_in_the_inbox_reaches_the_organizer,
            a_moved_event_moves_for_the_attendee,
            a_deleted_event_is_cancelled_for_the_attendee,
            a_deleted_invitation_is_declined,
            asks_when_somebody_else_is_free,
        ]
    )

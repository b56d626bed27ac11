"""python-caldav: calendars and what is in them."""

from datetime import date, datetime, timedelta, timezone
from uuid import uuid4

from caldav.davclient import DAVClient
from caldav.lib import error

from cases import check, equal, run

UTC = timezone.utc
NINE = datetime(2031, 3, 3, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def signed_in(server, nth=0):
    account = server.accounts[nth]
    client = DAVClient(url=server.url, username=account["user"], password=account["password"])
    return client.principal()


def fresh_calendar(server):
    return signed_in(server).make_calendar(name=f"Work {uuid4()}", cal_id=str(uuid4()).upper())


def summaries(objects):
    return sorted(str(o.icalendar_component["summary"]) for o in objects)


def finds_the_principal_and_its_calendars(server):
    principal = signed_in(server)
    made = fresh_calendar(server)
    check(made.url in [calendar.url for calendar in principal.calendars()], "the new calendar is not listed")


def makes_renames_and_deletes_a_calendar(server):
    made = fresh_calendar(server)
    from caldav.elements import dav

    made.set_properties([dav.DisplayName("Élan")])
    equal(made.get_properties([dav.DisplayName()])[dav.DisplayName.tag], "Élan", "the name")
    made.delete()
    check(
        made.url not in [calendar.url for calendar in signed_in(server).calendars()],
        "the deleted calendar is listed",
    )


def creates_changes_and_deletes_an_event(server):
    calendar = fresh_calendar(server)
    event = calendar.save_event(dtstart=NINE, dtend=NINE + HOUR, summary="Talk", uid=str(uuid4()))
    found = calendar.event_by_uid(event.icalendar_component["uid"])
    found.icalendar_component["summary"] = "Talk, longer"
    found.save()
    equal(summaries(calendar.events()), ["Talk, longer"])
    found.delete()
    equal(calendar.events(), [])
    try:
        calendar.event_by_url(event.url)
        raise AssertionError("a deleted event is served")
    except error.NotFoundError:
        pass


def keeps_tasks_and_journals(server):
    calendar = fresh_calendar(server)
    calendar.save_todo(summary="Write", due=NINE, uid=str(uuid4()))
    done = calendar.save_todo(summary="Read", due=NINE, uid=str(uuid4()))
    done.complete()
    calendar.save_journal(dtstart=date(2031, 3, 3), summary="Said", description="All of it", uid=str(uuid4()))
    equal(summaries(calendar.todos()), ["Write"], "what is to be done")
    equal(summaries(calendar.todos(include_completed=True)), ["Read", "Write"], "all tasks")
    equal(summaries(calendar.journals()), ["Said"], "journals")


def searches_by_time(server):
    calendar = fresh_calendar(server)
    for day in range(5):
        at = NINE + timedelta(days=day)
        calendar.save_event(dtstart=at, dtend=at + HOUR, summary=f"Day {day}", uid=str(uuid4()))
    calendar.save_event(dtstart=date(2031, 3, 4), dtend=date(2031, 3, 5), summary="All day", uid=str(uuid4()))
    found = calendar.search(start=NINE + timedelta(days=1), end=NINE + timedelta(days=2, minutes=30), event=True)
    equal(summaries(found), ["All day", "Day 1", "Day 2"])
    equal(summaries(calendar.search(start=NINE + timedelta(days=3), event=True)), ["Day 3", "Day 4"], "without an end")


def searches_by_text(server):
    calendar = fresh_calendar(server)
    for title, category in [("Budget", "WORK"), ("Budget again", "HOME"), ("Picnic", None)]:
        more = {"categories": [category]} if category else {}
        calendar.save_event(dtstart=NINE, dtend=NINE + HOUR, summary=title, uid=str(uuid4()), **more)
    equal(summaries(calendar.search(event=True, summary="Budget")), ["Budget", "Budget again"], "by title")
    equal(summaries(calendar.search(event=True, category="WORK")), ["Budget"], "by category")
    equal(summaries(calendar.search(event=True, no_category=True)), ["Picnic"], "without a category")


SERIES = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//Test//EN
BEGIN:VEVENT
UID:{uid}
DTSTAMP:20310101T000000Z
DTSTART:20310303T090000Z
DTEND:20310303T100000Z
RRULE:FREQ=DAILY;COUNT=5
EXDATE:20310306T090000Z
SUMMARY:Daily
END:VEVENT
BEGIN:VEVENT
UID:{uid}
DTSTAMP:20310101T000000Z
RECURRENCE-ID:20310304T090000Z
DTSTART:20310304T150000Z
DTEND:20310304T160000Z
SUMMARY:Moved
END:VEVENT
END:VCALENDAR
"""


def expands_a_series_with_a_moved_and_a_missing_instance(server):
    calendar = fresh_calendar(server)
    calendar.save_event(SERIES.format(uid=uuid4()))
    found = calendar.search(
        start=NINE - HOUR, end=NINE + timedelta(days=6), event=True, server_expand=True, split_expanded=True
    )
    starts = sorted(o.icalendar_component["dtstart"].dt.isoformat() for o in found)
    days = ["03T09", "04T15", "05T09", "07T09"]
    equal(starts, [f"2031-03-{day}:00:00+00:00" for day in days], "the instances")
    check(all("rrule" not in o.icalendar_component for o in found), "an instance has a rule")
    ids = sorted(o.icalendar_component["recurrence-id"].dt.isoformat() for o in found)
    equal(ids, [f"2031-03-{day}T09:00:00+00:00" for day in ["03", "04", "05", "07"]], "the recurrence ids")


def follows_changes_by_sync_token(server):
    calendar = fresh_calendar(server)
    stays, changes, goes = (
        calendar.save_event(dtstart=NINE, dtend=NINE + HOUR, summary=title, uid=str(uuid4()))
        for title in ["Stays", "Changes", "Goes"]
    )
    mirror = calendar.objects_by_sync_token(load_objects=True)
    equal(len(list(mirror)), 3, "the first copy")
    changes.icalendar_component["summary"] = "Changed"
    changes.save()
    goes.delete()
    calendar.save_event(dtstart=NINE, dtend=NINE + HOUR, summary="Comes", uid=str(uuid4()))
    updated, deleted = mirror.sync()
    equal(summaries(updated), ["Changed", "Comes"], "what changed")
    equal([o.url for o in deleted], [goes.url], "what is gone")
    updated, deleted = mirror.sync()
    equal((len(updated), len(deleted)), (0, 0), "changes after that")


def reads_several_at_once(server):
    calendar = fresh_calendar(server)
    events = [
        calendar.save_event(dtstart=NINE, dtend=NINE + HOUR, summary=f"Nr {n}", uid=str(uuid4())) for n in range(3)
    ]
    equal(summaries(calendar.multiget([e.url for e in events[:2]])), ["Nr 0", "Nr 1"])


def is_told_when_the_event_was_changed_meanwhile(server):
    calendar = fresh_calendar(server)
    event = calendar.save_event(dtstart=NINE, dtend=NINE + HOUR, summary="Talk", uid=str(uuid4()))
    answer = calendar.client.put(
        str(event.url), event.data, {"Content-Type": "text/calendar; charset=utf-8", "If-Match": '"other"'}
    )
    equal(answer.status, 412, "the status of a write over a change")
    answer = calendar.client.put(
        str(event.url), event.data, {"Content-Type": "text/calendar; charset=utf-8", "If-None-Match": "*"}
    )
    equal(answer.status, 412, "the status of a new event where there is one")


def asks_when_the_calendar_is_busy(server):
    calendar = fresh_calendar(server)
    calendar.save_event(dtstart=NINE, dtend=NINE + HOUR, summary="Secret", uid=str(uuid4()))
    calendar.save_event(
        dtstart=NINE + 3 * HOUR, dtend=NINE + 4 * HOUR, summary="Free", uid=str(uuid4()), transp="TRANSPARENT"
    )
    answer = calendar.freebusy_request(NINE - HOUR, NINE + timedelta(days=1))
    text = answer.data if isinstance(answer.data, str) else answer.data.decode()
    check("20310303T090000Z/" in text, f"the hour is missing: {text}")
    check("20310303T120000Z/20310303T130000Z" not in text.replace("FBTYPE=FREE:20310303T120000Z/20310303T130000Z", ""), "free time is busy")
    check("Secret" not in text, "the title is told")


if __name__ == "__main__":
    run(
        [
            finds_the_principal_and_its_calendars,
            makes_renames_and_deletes_a_calendar,
            creates_changes_and_deletes_an_event,
            keeps_tasks_and_journals,
            searches_by_time,
            searches_by_text,
            expands_a_series_with_a_moved_and_a_missing_instance,
            follows_changes_by_sync_token,
            reads_several_at_once,
            is_told_when_the_event_was_changed_meanwhile,
            asks_when_the_calendar_is_busy,
        ]
    )

"""evolution-data-server, the engine of Evolution and GNOME Calendar: an account that is found by its address, and what is in it.

Run by the system's Python under dbus-run-session, with a home of its own.
"""

import base64
import time
import urllib.error
import urllib.request
from urllib.parse import urlsplit
from uuid import uuid4

import gi

gi.require_version("ECal", "2.0")
gi.require_version("EDataServer", "1.2")
gi.require_version("ICalGLib", "3.0")
from gi.repository import ECal, EDataServer, GLib, ICalGLib  # noqa: E402

from cases import check, equal, run  # noqa: E402

PATIENCE_S = 30
registry = EDataServer.SourceRegistry.new_sync(None)
context = GLib.MainContext.default()


def until(find, about):
    """Lets signals arrive while it waits."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        context.iteration(False)
        found = find()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError(f"{about} did not come")


def ask(server, method, path, body=None, headers=None, nth=0):
    """Straight to the server, past evolution-data-server."""
    account = server.accounts[nth]
    token = base64.b64encode(f"{account['user']}:{account['password']}".encode()).decode()
    request = urllib.request.Request(
        server.origin + path,
        data=None if body is None else body.encode(),
        method=method,
        headers={"Authorization": f"Basic {token}", **(headers or {})},
    )
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()


def make_calendar(server, nth=0):
    path = f"{server.accounts[nth]['home']}{str(uuid4()).upper()}/"
    status, text = ask(server, "MKCALENDAR", path, nth=nth)
    equal(status, 201, f"the status of MKCALENDAR ({text})")
    return path


def stored(server, path, nth=0):
    """All objects of a calendar."""
    body = (
        '<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><C:calendar-data/></D:prop>'
        '<C:filter><C:comp-filter name="VCALENDAR"/></C:filter></C:calendar-query>'
    )
    status, text = ask(
        server, "REPORT", path, body, {"Content-Type": "application/xml; charset=utf-8", "Depth": "1"}, nth
    )
    equal(status, 207, f"the status of the query ({text})")
    return text


def credentials_of(account):
    credentials = EDataServer.NamedParameters.new()
    credentials.set(EDataServer.SOURCE_CREDENTIAL_USERNAME, account["user"])
    credentials.set(EDataServer.SOURCE_CREDENTIAL_PASSWORD, account["password"])
    return credentials


def new_source(server, path, nth=0):
    """A calendar of the network as Evolution's own dialog sets it up."""
    account = server.accounts[nth]
    host = urlsplit(server.origin)
    source = EDataServer.Source.new(None, None)
    source.set_display_name("Work")
    source.set_parent("caldav-stub")
    source.get_extension(EDataServer.SOURCE_EXTENSION_CALENDAR).set_backend_name("caldav")
    authentication = source.get_extension(EDataServer.SOURCE_EXTENSION_AUTHENTICATION)
    authentication.set_host(host.hostname)
    authentication.set_port(host.port)
    authentication.set_user(account["user"])
    authentication.set_method("plain/password")
    webdav = source.get_extension(EDataServer.SOURCE_EXTENSION_WEBDAV_BACKEND)
    webdav.set_resource_path(path)
    webdav.set_email_address(account["address"])
    # "Server handles meeting invitations", which a person ticks.
    webdav.set_calendar_auto_schedule(True)
    source.get_extension(EDataServer.SOURCE_EXTENSION_SECURITY).set_method("none")
    source.get_extension(EDataServer.SOURCE_EXTENSION_OFFLINE).set_stay_synchronized(True)
    return source


def opened(server, path, nth=0):
    source = new_source(server, path, nth)
    registry.commit_source_sync(source, None)
    source = until(lambda: registry.ref_source(source.get_uid()), "the calendar")
    status = EDataServer.SourceConnectionStatus
    opened_clients = []

    def when_opened(_source, result):
        opened_clients.append(ECal.Client.connect_finish(result))

    ECal.Client.connect(source, ECal.ClientSourceType.EVENTS, PATIENCE_S, None, when_opened)

    asked = []

    def connected():
        now = source.get_connection_status()
        # A server that lets anybody ask for its OPTIONS counts as connected before it has seen a password.
        if now == status.AWAITING_CREDENTIALS or (now == status.CONNECTED and not asked):
            asked.append(now)
            source.invoke_authenticate_sync(credentials_of(server.accounts[nth]), None)
            time.sleep(0.2)
        return opened_clients and source.get_connection_status() == status.CONNECTED

    until(connected, f"the connection ({source.get_connection_status()})")
    client = opened_clients[0]
    client.refresh_sync(None)
    return client


def event(uid, title, hour=9, extra=""):
    lines = [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        "DTSTAMP:20310101T000000Z",
        f"DTSTART:20310303T{hour:02}0000Z",
        f"DTEND:20310303T{hour + 1:02}0000Z",
        f"SUMMARY:{title}",
        *extra.splitlines(),
        "END:VEVENT",
    ]
    return "\r\n".join(lines)


def calendar(component):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Test//EN", component, "END:VCALENDAR", ""])


def titles(client):
    _, components = client.get_object_list_sync("#t", None)
    return sorted(component.get_summary() for component in components)


def finds_the_calendars_of_the_account(server):
    path = make_calendar(server)
    source = new_source(server, "/")
    ok, _, _, found, addresses = EDataServer.webdav_discover_sources_sync(
        source,
        server.url,
        EDataServer.WebDAVDiscoverSupports.EVENTS,
        credentials_of(server.accounts[0]),
        None,
    )
    check(path in [urlsplit(each.href).path for each in found], f"the calendar is not among {[e.href for e in found]}")


def knows_the_address_of_the_account(server):
    source = new_source(server, "/")
    _, _, _, _, addresses = EDataServer.webdav_discover_sources_sync(
        source,
        server.url,
        EDataServer.WebDAVDiscoverSupports.EVENTS,
        credentials_of(server.accounts[0]),
        None,
    )
    wanted = server.accounts[0]["address"]
    check(wanted in [a.lower().removeprefix("mailto:") for a in addresses], f"the address is not among {addresses}")


def brings_what_is_in_the_calendar(server):
    path = make_calendar(server)
    for nth in range(3):
        ask(server, "PUT", f"{path}{nth}.ics", calendar(event(str(uuid4()), f"Nr {nth}")), {"Content-Type": "text/calendar"})
    client = opened(server, path)
    until(lambda: titles(client) == ["Nr 0", "Nr 1", "Nr 2"], "the events")


def creates_changes_and_deletes_an_event(server):
    path = make_calendar(server)
    client = opened(server, path)
    component = ICalGLib.Component.new_from_string(event(str(uuid4()), "Made here"))
    _, uid = client.create_object_sync(component, ECal.OperationFlags.NONE, None)
    check("SUMMARY:Made here" in stored(server, path), "the new event is not on the server")
    _, component = client.get_object_sync(uid, None, None)
    component.set_summary("Changed here")
    client.modify_object_sync(component, ECal.ObjModType.ALL, ECal.OperationFlags.NONE, None)
    check("SUMMARY:Changed here" in stored(server, path), "the change is not on the server")
    client.remove_object_sync(uid, None, ECal.ObjModType.ALL, ECal.OperationFlags.NONE, None)
    check("BEGIN:VEVENT" not in stored(server, path), "the event is still on the server")


def follows_what_changes_on_the_server(server):
    path = make_calendar(server)
    content = {"Content-Type": "text/calendar"}
    uids = [str(uuid4()) for _ in range(3)]
    for nth in range(2):
        ask(server, "PUT", f"{path}{nth}.ics", calendar(event(uids[nth], f"Nr {nth}")), content)
    client = opened(server, path)
    until(lambda: titles(client) == ["Nr 0", "Nr 1"], "the events")
    ask(server, "PUT", f"{path}0.ics", calendar(event(uids[0], "Changed there")), content)
    ask(server, "DELETE", f"{path}1.ics")
    ask(server, "PUT", f"{path}2.ics", calendar(event(uids[2], "New there")), content)
    client.refresh_sync(None)
    until(lambda: titles(client) == ["Changed there", "New there"], "the changes")


def changes_one_instance_of_a_series(server):
    path = make_calendar(server)
    client = opened(server, path)
    component = ICalGLib.Component.new_from_string(event(str(uuid4()), "Daily", extra="RRULE:FREQ=DAILY;COUNT=3"))
    _, uid = client.create_object_sync(component, ECal.OperationFlags.NONE, None)
    one = ICalGLib.Component.new_from_string(event(uid, "Moved", 15, extra="RECURRENCE-ID:20310303T090000Z"))
    client.modify_object_sync(one, ECal.ObjModType.THIS, ECal.OperationFlags.NONE, None)
    text = stored(server, path)
    check("SUMMARY:Moved" in text and "RECURRENCE-ID" in text, "the instance is not on the server")
    check("RRULE:FREQ=DAILY" in text, "the series is gone")


def invites_somebody(server):
    anna, ben = server.accounts[0]["address"], server.accounts[1]["address"]
    path = make_calendar(server)
    begin_keeping_calendars(server, 1)
    client = opened(server, path)
    check(client.check_save_schedules(), "the server is not known to send invitations")
    people = f"ORGANIZER:mailto:{anna}\nATTENDEE;PARTSTAT=ACCEPTED:mailto:{anna}\nATTENDEE;RSVP=TRUE:mailto:{ben}"
    uid = str(uuid4())
    component = ICalGLib.Component.new_from_string(event(uid, "Talk", extra=people))
    client.create_object_sync(component, ECal.OperationFlags.NONE, None)
    theirs = until(lambda: calendar_with(server, uid, 1), "the invitation")
    other = opened(server, theirs, 1)
    found = until(lambda: [c for c in other.get_object_list_sync("#t", None)[1] if c.get_uid() == uid], "the event")
    equal(found[0].get_summary(), "Talk", "the title")


def begin_keeping_calendars(server, nth):
    """Whoever never did is invited by mail."""
    calendar_with(server, "none", nth)


def calendar_with(server, uid, nth):
    """The path of somebody's calendar that has the object."""
    body = '<D:propfind xmlns:D="DAV:"><D:prop><D:resourcetype/></D:prop></D:propfind>'
    _, text = ask(
        server,
        "PROPFIND",
        server.accounts[nth]["home"],
        body,
        {"Content-Type": "application/xml; charset=utf-8", "Depth": "1"},
        nth,
    )
    for part in text.split("response>"):
        if "calendar/>" in part and "href>" in part:
            path = part.split("href>")[1].split("<")[0]
            if uid in stored(server, path, nth):
                return path
    return None


def answers_an_invitation(server):
    anna, ben = server.accounts[0]["address"], server.accounts[1]["address"]
    path = make_calendar(server)
    begin_keeping_calendars(server, 1)
    people = f"ORGANIZER:mailto:{anna}\nATTENDEE;PARTSTAT=ACCEPTED:mailto:{anna}\nATTENDEE;RSVP=TRUE:mailto:{ben}"
    uid = str(uuid4())
    status, text = ask(
        server, "PUT", f"{path}talk.ics", calendar(event(uid, "Talk", extra=people)), {"Content-Type": "text/calendar"}
    )
    equal(status, 201, f"the status of PUT ({text})")
    theirs = opened(server, until(lambda: calendar_with(server, uid, 1), "the invitation"), 1)
    found = until(lambda: [c for c in theirs.get_object_list_sync("#t", None)[1] if c.get_uid() == uid], "the event")
    component = found[0]
    attendee = component.get_first_property(ICalGLib.PropertyKind.ATTENDEE_PROPERTY)
    while attendee.get_attendee().lower() != f"mailto:{ben}":
        attendee = component.get_next_property(ICalGLib.PropertyKind.ATTENDEE_PROPERTY)
    attendee.set_parameter_from_string("PARTSTAT", "ACCEPTED")
    theirs.modify_object_sync(component, ECal.ObjModType.ALL, ECal.OperationFlags.NONE, None)
    until(lambda: stored(server, path).replace("\n ", "").count("PARTSTAT=ACCEPTED") == 2, "the answer")


def asks_when_somebody_else_is_free(server):
    path = make_calendar(server, 1)
    ask(server, "PUT", f"{path}x.ics", calendar(event(str(uuid4()), "Secret", 20)), {"Content-Type": "text/calendar"}, 1)
    client = opened(server, make_calendar(server))
    start = ICalGLib.Time.new_from_string("20310303T190000Z").as_timet()
    _, found = client.get_free_busy_sync(start, start + 3 * 3600, [server.accounts[1]["address"]], None)
    text = "".join(component.get_component_as_string() if hasattr(component, "get_component_as_string") else component.get_as_string() for component in found)
    check("20310303T200000Z" in text, f"the hour is missing: {text}")
    check("Secret" not in text, "the title is told")


if __name__ == "__main__":
    run(
        [
            finds_the_calendars_of_the_account,
            knows_the_address_of_the_account,
            brings_what_is_in_the_calendar,
            creates_changes_and_deletes_an_event,
            follows_what_changes_on_the_server,
            changes_one_instance_of_a_series,
            invites_somebody,
            answers_an_invitation,
            asks_when_somebody_else_is_free,
        ]
    )

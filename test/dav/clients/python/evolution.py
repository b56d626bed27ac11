"""evolution-data-server, the engine of Evolution and GNOME Calendar: an account that is found by its address, and what is in it.

Run under dbus-run-session with a home of its own.
"""

import time
from datetime import datetime, timedelta, timezone
from uuid import uuid4

import gi

gi.require_version("ECal", "2.0")
gi.require_version("EDataServer", "1.2")
gi.require_version("ICalGLib", "3.0")
from gi.repository import ECal, EDataServer, Gio, GLib, ICalGLib  # noqa: E402

from cases import check, equal, run  # noqa: E402

"""Runs cases one after the other and prints what came of each: {"name": null} where it passed, the reason otherwise.

The server is described by the first argument: {"url": …, "origin": …, "accounts": [{"user": …, "password": …, "address": …, "home": …}, …], …}.
"""

import json
import sys
import traceback


class Server:
    def __init__(self, described):
        self.url = described["url"]
        self.origin = described.get("origin")
        self.directory = described["directory"]
        self.accounts = described["accounts"]
        self.skipped = described.get("skipped", [])


def run(cases):
    """Each case is a function that takes the server; its name with spaces is the name of the case. More arguments choose some."""
    server = Server(json.loads(sys.argv[1]))
    wanted = sys.argv[2:]
    for case in cases:
        name = case.__name__.replace("_", " ")
        if name in server.skipped or (wanted and name not in wanted):
            continue
        try:
            case(server)
            reason = None
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-4:]
            steps = " > ".join(f"{step.name}:{step.lineno}" for step in where)
            reason = f"{type(error).__name__}: {str(error)[:400]} ({steps})"
        print(json.dumps({"name": name, "reason": reason}), flush=True)


def equal(found, wanted, about=""):
    if found != wanted:
        raise AssertionError(f"{about} is {found!r}, not {wanted!r}")


def check(holds, about):
    if not holds:
        raise AssertionError(about)

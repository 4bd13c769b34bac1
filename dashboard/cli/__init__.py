"""The `werkplaats` command: a face like the app, on top of all. Heavy imports stay inside the commands."""

import sys

from dashboard.cli import app as pages
from dashboard.cli import (
    demo,
    doctor,
    export,
    faults,
    figures,
    load,
    policy,
    publish,
    quarantine,
    status,
    template,
)
from dashboard.cli.dutch import program

COMMANDS = (demo, template, load, quarantine, status, figures, policy, publish, pages, export, doctor)

app = program()
for module in COMMANDS:
    module.register(app)


def main() -> None:
    """Run the command typed; exit 0 done, 1 refused and nothing saved, 2 wrong use."""
    debug = "--debug" in sys.argv
    faults.hide_traces(debug=debug)
    sys.exit(faults.run(app, sys.argv[1:], debug=debug))

"""Runs a script of answers with cmd2, as `plenum replay` runs one: each line is heard, kept and written to a file.

    cmd2_script.py SCRIPT FILE
"""

import json
import sys

import cmd2


class Room(cmd2.Cmd):
    """A room that hears answers."""

    def __init__(self, file):
        super().__init__()
        self.file = file
        self.answers = []

    def do_answer(self, statement):
        """Keeps an answer."""
        self.answers.append(statement.args)
        self.file.write(json.dumps({"number": len(self.answers), "text": statement.args}) + "\n")


with open(sys.argv[2], "w", encoding="utf-8") as journal:
    Room(journal).onecmd_plus_hooks("run_script " + sys.argv[1])

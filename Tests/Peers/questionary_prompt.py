"""Asks one question with questionary."""

import questionary

questionary.text("What do we want to reach?").ask()

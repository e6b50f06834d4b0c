"""Reads lines with prompt_toolkit, until there are no more."""

from prompt_toolkit import PromptSession

session = PromptSession()
while True:
    try:
        session.prompt("> ")
    except (EOFError, KeyboardInterrupt):
        break

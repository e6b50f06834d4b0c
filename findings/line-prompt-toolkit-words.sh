#!/usr/bin/env bash
# For prompt_toolkit a word is made of the letters a to z: with "kjø" before the cursor, the word is "ø". WordCompleter
# then offers everything that begins with ø and nothing that begins with "kjø", and taking one gives "kjønske".
# The keys that move or delete by word (Alt-B, Alt-F, Alt-D) stop in the middle: in "Trøndelag" there are three words.
#
# prompt_toolkit 3.0.53. It matters for every line editor built on it (IPython's, pgcli's) outside English:
# give WordCompleter a `pattern` made with \w; for the keys there is no such setting.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
pypi prompt_toolkit==3.0.53
seen=$(
  python - <<'END'
import re
from prompt_toolkit.completion import CompleteEvent, WordCompleter
from prompt_toolkit.document import Document

def offered(**options):
    document = Document("kjø")
    choices = WordCompleter(["kjøre", "ønske", "økonomi"], **options).get_completions(document, CompleteEvent())
    return [document.text[: len(document.text) + choice.start_position] + choice.text for choice in choices]

print("kjø +", offered())
print("kjø +", offered(pattern=re.compile(r"^\w+")), "with a pattern")
line = Document("Trøndelag fylke", cursor_position=0)
print("ends of words in “Trøndelag fylke”:", [line.find_next_word_ending(count=count) for count in range(1, 5)])
END
)
expect "$seen" <<'END'
kjø + ['kjønske', 'kjøkonomi']
kjø + ['kjøre'] with a pattern
ends of words in “Trøndelag fylke”: [2, 3, 9, 15]
END

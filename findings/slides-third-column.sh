#!/usr/bin/env bash
# pandoc leaves out what a PowerPoint layout has no place for, and that at the level of information, which is not shown:
# of three columns the third, and a table that stands inside a list item. `--fail-if-warnings` passes, since none is
# given. The same text as a .docx has all three columns and the table.
#
# pandoc 2.17.1.1 (Debian 12), read with python-pptx 1.0.2. It matters to programs that write Markdown and let pandoc
# make the slides: run it with --verbose and refuse when it says "Not rendering".
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
debian pandoc=2.17.1.1-2~deb12u1
pypi python-pptx==1.0.2
column() { printf '::: {.column}\n%s\n:::\n' "$1"; }
{
  printf '# Quarters\n\n:::: {.columns}\n'
  column January
  column February
  column March
  printf '::::\n\n# Costs\n\n- Posters\n\n  | What | How much |\n  |---|---|\n  | Print | 500 |\n\n- Radio\n'
} >slides.md
seen=$(
  pandoc --fail-if-warnings slides.md --output slides.pptx 2>&1 && echo 'status 0'
  python - <<'END'
from pptx import Presentation

for slide in Presentation("slides.pptx").slides:
    print("slide:", [shape.text_frame.text if shape.has_text_frame else "table" for shape in slide.shapes])
END
  pandoc --verbose slides.md --output slides.pptx 2>&1 | grep -o 'Not rendering [A-Z][a-z]*'
  echo ".docx: $(pandoc slides.md --to docx | pandoc --from docx --to plain | grep -c 'March\|Print')"
)
expect "$seen" <<'END'
status 0
slide: ['Quarters', 'January', 'February']
slide: ['Costs', 'Posters\nRadio']
Not rendering Div
Not rendering Table
.docx: 2
END

#!/usr/bin/env bash
# DuckDB's sniffer would rather skip lines than believe in a table of one column: from a list of answers of which
# some hold a semicolon, it takes that for the delimiter and drops the header and every answer before the first such
# line. The opposite happens when rows leave off their last empty cells: one short row, and each line is one cell.
#
# DuckDB 2.0.1; neither case gives a warning. It matters for lists of what people wrote, one answer a line, and for
# files that spreadsheets and scripts have trimmed. Say `delim`, `header = true` and, where it is so, `null_padding`.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
pypi duckdb==2.0.1
seen=$(
  python - <<'END'
import duckdb

def show(title, text, options=""):
    with open("answers.csv", "w") as file:
        file.write(text)
    table = duckdb.sql(f"from read_csv('answers.csv'{options})")
    print(title, table.columns, table.fetchall())

answers = "Answer\nMore light\nLonger hours\nBooks; films\nNothing; really\n"
show("as sniffed:", answers)
show("as told:", answers, ", delim='\\t', header=true")
short = "Name,Answer,Comment\nKari,Longer hours,soon\nOla,More light\n"
show("one short row, as sniffed:", short)
show("one short row, as told:", short, ", delim=',', header=true, null_padding=true")
END
)
expect "$seen" <<'END'
as sniffed: ['Books', 'films'] [('Nothing', ' really')]
as told: ['Answer'] [('More light',), ('Longer hours',), ('Books; films',), ('Nothing; really',)]
one short row, as sniffed: ['Name,Answer,Comment'] [('Kari,Longer hours,soon',), ('Ola,More light',)]
one short row, as told: ['Name', 'Answer', 'Comment'] [('Kari', 'Longer hours', 'soon'), ('Ola', 'More light', None)]
END

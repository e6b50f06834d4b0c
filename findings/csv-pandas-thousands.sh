#!/usr/bin/env bash
# Told that the point groups thousands, pandas takes the points out of everything that then looks like a number:
# the day 03.11.2026 becomes the integer 3112026 (its leading zero is gone for good, so 1.12. and 11.2. are one),
# the clock time 9.30 becomes 930. DuckDB with the same two settings keeps the day a day, though not the clock time.
#
# pandas 3.1.1, DuckDB 2.0.1. It matters for every Nordic, Dutch or German CSV: those who set `decimal=","` set
# `thousands="."` with it. Name the columns that hold numbers, or convert them afterwards one by one.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
pypi pandas==3.1.1 duckdb==2.0.1
seen=$(
  python - <<'END'
import duckdb, pandas

with open("plan.csv", "w") as file:
    file.write("Tiltak;Dato;Kl;Kr\nBrosjyre;03.11.2026;9.30;1.234,50\nKampanje;13.11.2026;14.15;12,50\n")

table = pandas.read_csv("plan.csv", sep=";", decimal=",", thousands=".")
print("pandas", table.to_dict("list"))
table = duckdb.sql("from read_csv('plan.csv', delim=';', decimal_separator=',', thousands='.')")
print("DuckDB", [[str(cell) for cell in row] for row in table.fetchall()])
END
)
expect "$seen" <<'END'
pandas {'Tiltak': ['Brosjyre', 'Kampanje'], 'Dato': [3112026, 13112026], 'Kl': [930, 1415], 'Kr': [1234.5, 12.5]}
DuckDB [['Brosjyre', '2026-11-03', '930', '1234.5'], ['Kampanje', '2026-11-13', '1415', '12.5']]
END

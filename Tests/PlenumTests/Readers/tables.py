"""Asks DuckDB what an article asks, in the folder of the tables, and says how many rows each answer has."""
import pathlib
import re
import sys

import duckdb

for table in pathlib.Path(".").glob("*.csv"):
    counts = [duckdb.sql(f"SELECT count(*) FROM '{table.with_suffix(ending)}'").fetchall() for ending in (".csv", ".jsonl")]
    assert counts[0] == counts[1], (table, counts)
for block in re.findall(r"```sql\n(.*?)```", pathlib.Path(sys.argv[1]).read_text(), re.S):
    for question in filter(str.strip, block.split(";")):
        print(len(duckdb.sql(question).fetchall()))

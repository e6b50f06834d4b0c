"""The sums of a csv by DuckDB and by pandas, each in a process of its own: sums.py duckdb|pandas PATH COLUMN…

Prints the sums, then milliseconds of processor time without starting Python and loading the library, and the peak memory in KiB.
`sums.py make PATH ROWS` writes such a csv: days, items, numbers, a share, as a network's long export has them.
"""

import resource
import sys
import time


def make(path, rows):
    import datetime

    first = datetime.date(2023, 1, 1)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("Date,Content,Impressions,Clicks,CTR\n")
        for row in range(rows):
            day = first + datetime.timedelta(days=row % 1000)
            shown, clicks = row * 7919 % 20011, row * 104729 % 211
            share = f"{100 * clicks / shown:.2f}" if shown else "0"
            file.write(f"{day},vid{row // 1000:07d},{shown},{clicks},{share}%\n")


def main(peer, path, *columns):
    if peer == "make":
        return make(path, int(columns[0]))
    if peer == "duckdb":
        import duckdb

        began = time.process_time()
        base = duckdb.connect(config={"threads": 1})
        wanted = ", ".join(f'sum("{column}")' for column in columns)
        sums = base.execute(f"select {wanted}, count(distinct Date) from read_csv(?)", [path]).fetchone()
    else:
        import pandas

        began = time.process_time()
        table = pandas.read_csv(path, parse_dates=["Date"])
        sums = [int(table[column].sum()) for column in columns] + [table["Date"].nunique()]
    print(*sums)
    taken = (time.process_time() - began) * 1000
    print(f"{taken:.0f} ms, peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss} KiB")


main(*sys.argv[1:])

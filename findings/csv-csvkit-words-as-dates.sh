#!/usr/bin/env bash
# csvkit guesses types, and its dates understand English in a generous way: a column of people called May and April
# becomes days of the year 1, "Mon" and "Fri" too, the range "10-12" is 12 October 2001, "2 weeks" is written as
# 14 days, and the clock times 9:30 and 14:15 become durations of minutes and seconds.
#
# csvkit 2.2.0 on agate 1.14.2 and parsedatetime 2.6. It matters to whoever tidies answers, ranges or plans with
# in2csv, csvsort, csvjoin or csvstack, whose output then holds the dates: nothing is said. Pass `--no-inference`.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
pypi csvkit==2.2.0 agate==1.14.2 parsedatetime==2.6
cat >plan.csv <<'END'
Who,Day,Lead,Cost,At
May,Mon,2 weeks,10-12,9:30
April,Fri,3 days,3-5,14:15
END
seen=$(in2csv plan.csv && in2csv --no-inference plan.csv)
expect "$seen" <<'END'
Who,Day,Lead,Cost,At
0001-05-01,0001-01-08,"14 days, 0:00:00",2001-10-12,0:09:30
0001-04-01,0001-01-05,"3 days, 0:00:00",2001-03-05,0:14:15
Who,Day,Lead,Cost,At
May,Mon,2 weeks,10-12,9:30
April,Fri,3 days,3-5,14:15
END

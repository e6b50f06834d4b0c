#!/usr/bin/env bash
# Python's csv.Sniffer decides from its sample whether a doubled quote stands for one quote. When the sample holds
# quoted cells and none with a quote inside, it answers no, and a later cell with a quotation in it is cut in pieces:
# the row gets a cell too many and wrong quotes, without an error. A dialect that is not sniffed reads it rightly.
#
# python3.11 3.11.2 (Debian 12); the code is the same in 3.13. It matters to whoever sniffs the head of an upload, as
# the manual's own example does, and then reads the whole file: what people said in a workshop is full of quotations.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
debian python3.11=3.11.2-6+deb12u6
seen=$(
  /usr/bin/python3.11 - <<'END'
import csv, io

text = "no,answer,votes\n" + "".join(f'{n},"Longer hours, {n} days",2\n' for n in range(1, 60))
text += '60,"The ""open"" library, every day",5\n'

sniffed = csv.Sniffer().sniff(text[:1024])
print("doubled quotes, as sniffed:", sniffed.doublequote)
print("last row, as sniffed:", list(csv.reader(io.StringIO(text), sniffed))[-1])
print("last row, by default:", list(csv.reader(io.StringIO(text)))[-1])
END
)
expect "$seen" <<'END'
doubled quotes, as sniffed: False
last row, as sniffed: ['60', 'The "open"" library', ' every day"', '5']
last row, by default: ['60', 'The "open" library, every day', '5']
END

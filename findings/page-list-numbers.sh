#!/usr/bin/env bash
# The numbers of one HTML list differ by reader. pandoc drops `value` on an item (3 and 7 become 1 and 2); WeasyPrint
# counts `start`, `type` and `value` among the presentational hints and drops all three unless told to take those ("C."
# becomes "1."), though they say which number is meant. `reversed` counts upwards in pandoc, WeasyPrint and LibreOffice.
#
# pandoc 2.17.1.1, weasyprint 57.2, libreoffice-writer-nogui 7.4.7 (Debian 12); WeasyPrint 70.0 is alike. It matters
# to minutes in which people say "number 7": write the number into the text.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
debian pandoc=2.17.1.1-2~deb12u1 weasyprint=57.2-1 libreoffice-writer-nogui=4:7.4.7-1+deb12u14 \
  poppler-utils=22.12.0-2+deb12u3
cat >list.html <<'END'
<!DOCTYPE html><title>Agenda</title>
<ol><li value="3">value 3</li><li value="7">value 7</li></ol>
<ol start="5"><li>start 5</li></ol>
<ol type="A" start="3"><li>type A, start 3</li></ol>
<ol reversed><li>reversed, first of two</li><li>reversed, second</li></ol>
END
weasyprint list.html list.pdf 2>/dev/null
weasyprint --presentational-hints list.html hints.pdf 2>/dev/null
office txt:Text list.html
tidy() { sed 's/^\xef\xbb\xbf//; s/\f//g; s/^ *//; s/  */ /g; /^Agenda$/d; /^$/d' | paste --serial --delimiters ';'; }
seen=$(
  echo "pandoc: $(pandoc --from html --to plain list.html | tidy)"
  echo "WeasyPrint: $(pdftotext list.pdf - | tidy)"
  echo "WeasyPrint with hints: $(pdftotext hints.pdf - | tidy)"
  echo "LibreOffice: $(tidy <list.txt)"
)
expect "$seen" <<'END'
pandoc: 1. value 3;2. value 7;5. start 5;C. type A, start 3;1. reversed, first of two;2. reversed, second
WeasyPrint: 1. value 3;2. value 7;1. start 5;1. type A, start 3;1. reversed, first of two;2. reversed, second
WeasyPrint with hints: 3. value 3;7. value 7;5. start 5;C. type A, start 3;1. reversed, first of two;2. reversed, second
LibreOffice: 3. value 3;7. value 7;5. start 5;C. type A, start 3;1. reversed, first of two;2. reversed, second
END

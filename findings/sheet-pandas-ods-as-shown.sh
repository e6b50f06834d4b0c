#!/usr/bin/env bash
# For two kinds of cells in an OpenDocument sheet, pandas reads the text that is shown in place of the value that is
# stored. A video of 5 minutes 10 seconds, shown as 05:10, becomes the clock time 05:10:00; and a stored "true" that is
# shown in any language but English (SANN, SAND, WAAR, TOSI) becomes False.
#
# pandas 3.1.1 with odfpy 1.4.1; python-calamine 0.9.1 reads the same file rightly: pass engine="calamine". It matters
# to lengths of videos and to yes and no in sheets of LibreOffice, which writes SANN for a Norwegian cell.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
pypi pandas==3.1.1 odfpy==1.4.1 python-calamine==0.9.1
seen=$(
  python - <<'END'
import pandas
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

def row(*cells):
    line = TableRow()
    for shown, value in cells:
        cell = TableCell(**value)
        cell.addElement(P(text=shown))
        line.addElement(cell)
    return line

sheet = Table(name="Videos")
sheet.addElement(row(("Done", {"valuetype": "string"}), ("Length", {"valuetype": "string"})))
for shown, truth in ("TRUE", "true"), ("SANN", "true"), ("TOSI", "true"):
    sheet.addElement(row((shown, {"valuetype": "boolean", "booleanvalue": truth}),
                         ("05:10", {"valuetype": "time", "timevalue": "PT00H05M10S"})))
document = OpenDocumentSpreadsheet()
document.spreadsheet.addElement(sheet)
document.save("videos.ods")
for engine in "odf", "calamine":
    print(f"{engine}:", pandas.read_excel("videos.ods", engine=engine).astype(str).values.tolist())
END
)
expect "$seen" <<'END'
odf: [['True', '05:10:00'], ['False', '05:10:00'], ['False', '05:10:00']]
calamine: [['True', '00:05:10'], ['True', '00:05:10'], ['True', '00:05:10']]
END

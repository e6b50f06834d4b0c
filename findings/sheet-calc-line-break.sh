#!/usr/bin/env bash
# A line break inside a paragraph of a cell (text:line-break, valid in OpenDocument and what odfpy and pandas know) is
# dropped by LibreOffice Calc, without a blank in its place: "Longer hours" over "More light" becomes "Longer hoursMore
# light". Two paragraphs in the cell, as Calc itself writes them, are kept.
#
# libreoffice-calc-nogui 7.4.7 (Debian 12), odfpy 1.4.1. It matters to programs that write .ods: one text:p for each
# line of the cell.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
debian libreoffice-calc-nogui=4:7.4.7-1+deb12u14
pypi odfpy==1.4.1 openpyxl==3.1.5
python - <<'END'
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import LineBreak, P

broken, two = (TableCell(valuetype="string") for _ in range(2))
paragraph = P(text="Longer hours")
paragraph.addElement(LineBreak())
paragraph.addText("More light")
broken.addElement(paragraph)
two.addElement(P(text="Longer hours"))
two.addElement(P(text="More light"))
line, sheet, document = TableRow(), Table(name="Answers"), OpenDocumentSpreadsheet()
for element, parent in (broken, line), (two, line), (line, sheet), (sheet, document.spreadsheet):
    parent.addElement(element)
document.save("answers.ods")
END
office xlsx answers.ods
seen=$(
  python -c 'import openpyxl; print(*[repr(cell.value) for cell in openpyxl.load_workbook("answers.xlsx").active[1]])'
)
expect "$seen" <<'END'
'Longer hoursMore light' 'Longer hours\nMore light'
END

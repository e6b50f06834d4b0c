#!/usr/bin/env bash
# "The sheet" of a workbook is another one for each converter. csvkit's in2csv takes the sheet that was open when the
# file was saved; pandas and LibreOffice's --convert-to csv take the first, even if it is hidden. A workbook saved with
# its second sheet in front gives two different tables, and a hidden list of names is what ends up in the CSV.
#
# csvkit 2.2.0, pandas 3.1.1 with openpyxl 3.1.5, libreoffice-calc-nogui 7.4.7 (Debian 12). It matters to scripts that
# take a workbook from people: name the sheet (`--sheet`, `sheet_name`), and look at its state before.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
debian libreoffice-calc-nogui=4:7.4.7-1+deb12u14
pypi csvkit==2.2.0 pandas==3.1.1 openpyxl==3.1.5
python - <<'END'
import openpyxl

book = openpyxl.Workbook()
book.active.title = "People"
book.active.append(["people"])
book.active.sheet_state = "hidden"
book.create_sheet("Answers").append(["answers"])
book.active = 1
book.save("workshop.xlsx")
END
office csv workshop.xlsx
seen=$(
  echo "LibreOffice: $(cat workshop.csv)"
  echo "in2csv: $(in2csv workshop.xlsx)"
  python -c 'import pandas; print("pandas:", *pandas.read_excel("workshop.xlsx", engine="openpyxl").columns)'
)
expect "$seen" <<'END'
LibreOffice: people
in2csv: answers
pandas: people
END

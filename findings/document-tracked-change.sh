#!/usr/bin/env bash
# One tracked change in a .docx, "four" replaced by "six", and three readers give three sentences. pandoc takes the
# change: "We open six days a week." LibreOffice's conversion to text gives both words, run together: "foursix".
# python-docx's paragraph text gives neither: "We open  days a week.", since runs inside w:ins are not its runs.
#
# pandoc 2.17.1.1, libreoffice-writer-nogui 7.4.7 (Debian 12), python-docx 1.2.0. It matters to whoever takes text out
# of drafts that were commented on and sent back: decide about the changes first, or read with pandoc.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
debian pandoc=2.17.1.1-2~deb12u1 libreoffice-writer-nogui=4:7.4.7-1+deb12u14
pypi python-docx==1.2.0
python - <<'END'
import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

document = docx.Document()
paragraph = document.add_paragraph("We open ")
stamp = 'w:author="A. Reader" w:date="2026-03-02T09:00:00Z"'
for change in (f'<w:del w:id="1" {stamp}><w:r><w:delText>four</w:delText></w:r></w:del>',
               f'<w:ins w:id="2" {stamp}><w:r><w:t>six</w:t></w:r></w:ins>'):
    paragraph._p.append(parse_xml(change.replace(" w:id", f" {nsdecls('w')} w:id", 1)))
paragraph.add_run(" days a week.")
document.save("draft.docx")
END
office txt:Text draft.docx
seen=$(
  echo "pandoc: $(pandoc --to plain draft.docx)"
  echo "LibreOffice: $(sed 's/^\xef\xbb\xbf//' draft.txt)"
  python -c 'import docx; print("python-docx:", docx.Document("draft.docx").paragraphs[0].text)'
)
expect "$seen" <<'END'
pandoc: We open six days a week.
LibreOffice: We open foursix days a week.
python-docx: We open  days a week.
END

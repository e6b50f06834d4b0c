#!/usr/bin/env bash
# What people filled in disappears on the way through OpenDocument. LibreOffice saves a Word content control as a
# text:text-input field, and pandoc's reader of .odt leaves such fields out with what is in them: "Name: Kari Vik"
# becomes "Name:". pandoc reads the same form rightly from .docx, and LibreOffice shows it rightly in both.
#
# libreoffice-writer-nogui 7.4.7 and pandoc 2.17.1.1 (Debian 12), python-docx 1.2.0, which loses it from the .docx too.
# It matters to chains that turn every office file into .odt first: convert to .docx or HTML instead.
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
document.add_paragraph("Name: ")._p.append(parse_xml(
    f"<w:sdt {nsdecls('w')}><w:sdtPr><w:text/></w:sdtPr>"
    "<w:sdtContent><w:r><w:t>Kari Vik</w:t></w:r></w:sdtContent></w:sdt>"))
document.save("form.docx")
END
office odt form.docx
office txt:Text form.odt
seen=$(
  echo "pandoc, .docx: $(pandoc --to plain form.docx)"
  echo "pandoc, .odt: $(pandoc --to plain form.odt)"
  echo "LibreOffice, .odt: $(sed 's/^\xef\xbb\xbf//' form.txt)"
  python -c 'import docx; print("python-docx, .docx:", docx.Document("form.docx").paragraphs[0].text.strip())'
)
expect "$seen" <<'END'
pandoc, .docx: Name: Kari Vik
pandoc, .odt: Name:
LibreOffice, .odt: Name: Kari Vik
python-docx, .docx: Name:
END

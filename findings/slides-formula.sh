#!/usr/bin/env bash
# One formula anywhere in the text of a slide, and python-pptx sees no text on it but the title. pandoc wraps the whole
# text box in mc:AlternateContent then, with no fallback, and python-pptx looks for shapes only beside such a wrapper.
# LibreOffice shows the text, without the formula: "The area is".
#
# pandoc 2.17.1.1 and libreoffice-impress-nogui 7.4.7 (Debian 12), python-pptx 1.0.2. It matters to whoever checks or
# searches slides with python-pptx: a text without dollar signs (`--from markdown-tex_math_dollars`) has no such box.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
debian pandoc=2.17.1.1-2~deb12u1 libreoffice-impress-nogui=4:7.4.7-1+deb12u14 poppler-utils=22.12.0-2+deb12u3
pypi python-pptx==1.0.2
cat >slides.md <<'END'
# Budget

- Posters come first
- The area is $a^2$
END
seen=$(
  for format in markdown markdown-tex_math_dollars; do
    pandoc --from "$format" slides.md --output slides.pptx
    python - <<'END'
from pptx import Presentation

slide = Presentation("slides.pptx").slides[0]
print("python-pptx:", [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame])
END
    office pdf slides.pptx
    echo "LibreOffice: $(pdftotext slides.pdf - | grep -v '^.\?$' | paste --serial --delimiters '/')"
  done
)
expect "$seen" <<'END'
python-pptx: ['Budget']
LibreOffice: Budget/• Posters come first/• The area is
python-pptx: ['Budget', 'Posters come first\nThe area is $a^2$']
LibreOffice: Budget/• Posters come first/• The area is $a^2$
END

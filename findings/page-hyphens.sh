#!/usr/bin/env bash
# WeasyPrint passes over `hyphens: auto` without a word where it has no patterns for the page's language. From PyPI it
# has none for Finnish, the language of the longest words, and none for `no` beside `nb`. As Debian's package it has
# those that are installed, English ones by default (as here): one page has hyphens here, and words that leave
# their column there.
#
# WeasyPrint 70.0 on Pyphen 0.18.1 (PyPI), weasyprint 57.2 (Debian 12). It matters to PDFs with narrow columns: write
# soft hyphens for Finnish, `nb` for Norwegian, and with Debian's package install hyphen-no, hyphen-da, hyphen-nl.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
debian weasyprint=57.2-1 poppler-utils=22.12.0-2+deb12u3
pypi weasyprint==70.0 pyphen==0.18.1
page() {
  printf '<!DOCTYPE html><html lang="%s"><style>p { width: 4em; hyphens: auto }</style><p>%s</p>' "$1" "$2"
}
hyphenates() {
  page "$2" "$3" | "$1" - page.pdf 2>/dev/null
  if (($(pdftotext page.pdf - | grep -c '[[:alpha:]]') > 1)); then echo yes; else echo no; fi
}
seen=$(
  for language in en nb no da nl 'fi'; do
    case $language in
      en) word=communication ;;
      nb | no | da) word=kommunikation ;;
      nl) word=communicatieplan ;;
      *) word=viestintäsuunnitelma ;;
    esac
    echo "$language: PyPI $(hyphenates weasyprint "$language" "$word")," \
      "Debian $(hyphenates /usr/bin/weasyprint "$language" "$word")"
  done
)
expect "$seen" <<'END'
en: PyPI yes, Debian yes
nb: PyPI yes, Debian no
no: PyPI no, Debian no
da: PyPI yes, Debian no
nl: PyPI yes, Debian no
fi: PyPI no, Debian no
END

#!/usr/bin/env bash
# espeak-ng has no word for <, >, ≤ and ≥ in Norwegian, Danish, Dutch and Finnish: a target of "≥ 5", one of "< 5" and
# one of "5" are heard alike, while ≠ and ± are said in English. The Dutch voice also leaves the decimal point out:
# "4.3" is heard as "4:3" and "4 3" are, though "4,3" is right.
#
# espeak-ng 1.51 (Debian 12). It matters to targets and tolerances that are read aloud: write "at least",
# "under" and the decimal mark of the language before the text goes to a voice.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
debian espeak-ng=1.51+dfsg-10+deb12u2
said() { espeak-ng -q --ipa -v "$1" -- "$2" | tr -d ' \n'; }
seen=$(
  for voice in nb da nl 'fi'; do
    for text in '< 5' '> 5' '≤ 5' '≥ 5'; do
      if [[ $(said "$voice" "$text") == "$(said "$voice" 5)" ]]; then echo "$voice: $text is heard as 5"; fi
    done
    for pair in '4.3/4:3' '4,3/4:3'; do
      if [[ $(said "$voice" "${pair%/*}") == "$(said "$voice" "${pair#*/}")" ]]; then
        echo "$voice: ${pair%/*} is heard as ${pair#*/}"
      fi
    done
  done
  said nb '≠ 5'
)
expect "$seen" <<'END'
nb: < 5 is heard as 5
nb: > 5 is heard as 5
nb: ≤ 5 is heard as 5
nb: ≥ 5 is heard as 5
da: < 5 is heard as 5
da: > 5 is heard as 5
da: ≤ 5 is heard as 5
da: ≥ 5 is heard as 5
nl: < 5 is heard as 5
nl: > 5 is heard as 5
nl: ≤ 5 is heard as 5
nl: ≥ 5 is heard as 5
nl: 4.3 is heard as 4:3
fi: < 5 is heard as 5
fi: > 5 is heard as 5
fi: ≤ 5 is heard as 5
fi: ≥ 5 is heard as 5
(en)nˌɒtˈiːkwəltʊ(no)fˈɛm
END

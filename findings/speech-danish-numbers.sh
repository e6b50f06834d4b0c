#!/usr/bin/env bash
# espeak-ng's Danish voice leaves the hyphen before a number out: "-5" is five, as "5" is, while Norwegian, Dutch
# and Finnish say minus. And it reads Roman numerals as ordinals, also where they are none: "XL" is "the
# fortieth" and "fase II" is "phase second". Norwegian, Dutch and Finnish read the letters.
#
# espeak-ng 1.51 (Debian 12). It matters to everything that is read aloud from figures: results, changes, sizes. Write
# "minus 5" in words for Danish; U+2212 is no way out, it is read in English.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
debian espeak-ng=1.51+dfsg-10+deb12u2
seen=$(
  for text in 5 -5 'fase II' XL; do
    for voice in da nb nl 'fi'; do
      printf '%s, %s:%s\n' "$text" "$voice" "$(espeak-ng -q --ipa -v "$voice" -- "$text")"
    done
  done
)
expect "$seen" <<'END'
5, da:fˈεm
5, nb:fˈɛm
5, nl:vˈɛɪf
5, fi:vˈiːsi
-5, da:fˈεm
-5, nb:mˈiːnʉːs fˈɛm
-5, nl:mˈɪn vˈɛɪf
-5, fi:mˈiːnus vˈiːsi
fase II, da:fˈasə ˈanən
fase II, nb:fˈasa ˌiːˈiː
fase II, nl:fˈaːsə ˌiːˈiː
fase II, fi:fˈase ˈiːˌiː
XL, da:fˌœʌtˈyʋənə
XL, nb:ˌɛksˈɛl
XL, nl:ˌɪksˈɛl
XL, fi:ˈæksˌæl
END

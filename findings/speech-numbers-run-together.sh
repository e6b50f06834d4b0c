#!/usr/bin/env bash
# A space between two numbers groups digits for espeak-ng whenever three of them follow: "i 2026 250 svar" (in 2026,
# 250 answers) is two million twenty-six thousand two hundred and fifty in Norwegian, Dutch and Finnish. In
# Danish, where it is right here, "1 000 000" is "one zero zero zero zero zero zero".
#
# espeak-ng 1.51 (Debian 12). It matters to lines made for the ear out of cells, years and counts: put a comma or a word
# between two numbers, and write large ones without spaces (and never with U+00A0).
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
debian espeak-ng=1.51+dfsg-10+deb12u2
seen=$(
  for text in 'i 2026 250' 'i 2026, 250' '1 000 000' '1000000'; do
    for voice in nb nl 'fi' da; do
      printf '%s, %s:%s\n' "$text" "$voice" "$(espeak-ng -q --ipa -v "$voice" -- "$text" | tr '\n' ' ' | sed 's/ *$//')"
    done
  done
)
expect "$seen" <<'END'
i 2026 250, nb:iː tˈuː mˈɪlliːˌuːnər uːɡ ʂˈʉːasˈɛks tˈʉːsən tˈuːhˈʉndrauːɡ fˈɛmtiː
i 2026 250, nl:ˈiː tʋˈeː mˌiljun zˌɛsɛntʋˌɪntəx dˌœyzɛnt tʋˈeːhˌɔndərt vˌɛɪftəx
i 2026 250, fi:ˈiː kˈaksi mˌiljoːnˌaː kaksikymmentækˈuːsi tˌuhatːa kˈaksisˌataː vˌiːsikymmentæ
i 2026 250, da:i tˈo tˈʔusən ʌ sˈεɡsʌtˈyːʔu tˈohˈunʁʌðˌʌ haltɾˈεs
i 2026, 250, nb:iː tˈuː tˈʉːsən uːɡ ʂˈʉːasˈɛks tˈuːhˈʉndrauːɡ fˈɛmtiː
i 2026, 250, nl:ˈiː tʋˈeː dˌœyzɛnt zˌɛsɛntʋˌɪntəx tʋˈeːhˌɔndərt vˌɛɪftəx
i 2026, 250, fi:ˈiː kˈaksi tˌuhatːa kˌaksikymmentækˈuːsi kˈaksisˌataː vˌiːsikymmentæ
i 2026, 250, da:i tˈo tˈʔusən ʌ sˈεɡsʌtˈyːʔu tˈohˈunʁʌðˌʌ haltɾˈεs
1 000 000, nb:ˈeːn mˈɪlliːˌuːn
1 000 000, nl: ˈeːn mˌiljun
1 000 000, fi:mˈiljoːna
1 000 000, da:ˈeːn nˈɒlnˈɒl nˈɒl nˈɒlnˈɒl nˈɒl
1000000, nb:ˈeːn mˈɪlliːˌuːn
1000000, nl: ˈeːn mˌiljun
1000000, fi:mˈiljoːna
1000000, da:ˈeːn milijˈoːn
END

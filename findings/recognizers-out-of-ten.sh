#!/usr/bin/env bash
# Microsoft's number recognisers on a pain answer of the commonest shape.
# Runs:    npm @microsoft/recognizers-text-number 1.3.1, recognizeNumber, English and French.
# Guessed: "7 out of 10" gives 7 and 10, "7 sur 10" the same.
# Assumed: "six et demi" gives 6.5 as "six and a half" does; a value that can't be had is missing, not a word.
# Seen:    "out of" and "sur" make a fraction: words give 1 or 0,6, but English digits give the string "NAN" without an error;
#          "six et demi" is multiplied, 6 × ½ = 3; French values come back with a decimal comma, so Number() makes NaN of them.
# For us:  a score of 7 turns into nothing, or a French six and a half into a mild three.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --loglevel=error --no-update-notifier --no-audit --no-fund @microsoft/recognizers-text-number@1.3.1 >/dev/null
cat >read.cjs <<'JS'
const { recognizeNumber } = require('@microsoft/recognizers-text-number');
const answers = {
  'en-us': ['6', '7 out of 10', 'ten out of ten', 'six and a half', '8am'],
  'fr-fr': ['7 sur 10', 'six sur dix', 'six et demi', 'six virgule cinq', 'un peu mal'],
};
for (const [culture, texts] of Object.entries(answers))
  for (const text of texts)
    console.log(`${text}:`, recognizeNumber(text, culture).map((found) => `${found.text} = ${found.resolution.value}`).join('; ') || 'no number');
JS
node read.cjs >seen
cat >expected <<'EOF'
6: 6 = 6
7 out of 10: 7 out of 10 = NAN
ten out of ten: ten out of ten = 1
six and a half: six and a half = 6.5
8am: no number
7 sur 10: 7 sur 10 = 0,7
six sur dix: six sur dix = 0,6
six et demi: six et demi = 3
six virgule cinq: six virgule cinq = 6,5
un peu mal: un = 1
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }

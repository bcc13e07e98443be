#!/usr/bin/env bash
# Three small libraries that turn number words into digits, on the words of pain answers.
# Runs:    PyPI word2number 1.1, PyPI text2num 3.1.0, npm words-to-numbers 1.5.1.
# Guessed: words-to-numbers leaves "too tired" alone; text2num makes a 9 of "neuf" wherever it stands.
# Assumed: of two numbers the first is taken, or neither; "zero" becomes 0 as "six" becomes 6.
# Seen:    word2number adds all it meets: "six or seven" is 13, "ten out of ten" is 20, yesterday's four is added to today's six.
#          text2num turns "six" into 6 but leaves a lone "zero" (and "zéro") as a word.
#          words-to-numbers, with `fuzzy`, reads "none" as 9, "often" as 14 and "too tired" as "2 3".
# For us:  a range becomes a score above the scale, a painless day is the one that is not read.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
pip install --quiet --disable-pip-version-check --root-user-action=ignore --target lib word2number==1.1 text2num==3.1.0
npm install --loglevel=error --no-update-notifier --no-audit --no-fund words-to-numbers@1.5.1 >/dev/null
cat >read.py <<'PY'
from text_to_num import alpha2digit
from word2number.w2n import word_to_num

for text in ['six or seven', 'ten out of ten', 'six today four yesterday', 'six and a half']:
    print(f'word2number  {text}: {word_to_num(text)}')
for text, language in [('six', 'en'), ('zero', 'en'), ('six', 'fr'), ('zéro', 'fr'), ('six et demi', 'fr'), ('un sept', 'fr')]:
    print(f'text2num {language}  {text}: {alpha2digit(text, language)}')
PY
cat >read.cjs <<'JS'
const { wordsToNumbers } = require('words-to-numbers');
for (const text of ['six or seven', 'none', 'often', 'too tired'])
  console.log(`words-to-numbers  ${text}: ${wordsToNumbers(text)}; fuzzy: ${wordsToNumbers(text, { fuzzy: true })}`);
JS
{ PYTHONPATH=lib python3 read.py; node read.cjs; } >seen
cat >expected <<'EOF'
word2number  six or seven: 13
word2number  ten out of ten: 20
word2number  six today four yesterday: 10
word2number  six and a half: 6
text2num en  six: 6
text2num en  zero: zero
text2num fr  six: 6
text2num fr  zéro: zéro
text2num fr  six et demi: 6 et demi
text2num fr  un sept: 1 7
words-to-numbers  six or seven: 6 or 7; fuzzy: 6 47
words-to-numbers  none: none; fuzzy: 9
words-to-numbers  often: often; fuzzy: 14
words-to-numbers  too tired: too tired; fuzzy: 2 3
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }

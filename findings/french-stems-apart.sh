#!/usr/bin/env bash
# Two Snowball stemmers for French over a whole dictionary: an index made by one, a query stemmed by the other.
# Runs:    PyPI PyStemmer 3.1.0 and npm snowball-stemmers 0.6.0 on every form of npm an-array-of-french-words 2.0.0 (336,524 words).
# Guessed: "Snowball French" is one published algorithm, so both stem every word alike; genou and genoux (knee, knees) share a stem,
#          so do mauvais and mauvaise (bad).
# Seen:    277 words differ, common ones among them: the algorithm itself changed in Snowball 3, and the npm port never followed. Genoux
#          is "genou" to one and "genoux" to the other; the npm one tears mauvais ("mauv") from mauvaise ("mauvais"), palais becomes "pal".
# For us:  stems must come from one library at one version; a search that works for one knee finds nothing for two.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
pip install --quiet --disable-pip-version-check --root-user-action=ignore --target lib PyStemmer==3.1.0
npm install --loglevel=error --no-update-notifier --no-audit --no-fund snowball-stemmers@0.6.0 an-array-of-french-words@2.0.0 >/dev/null
cat >stem.cjs <<'JS'
const { writeFileSync } = require('node:fs');
const words = require('an-array-of-french-words/index.json');
const stemmer = require('snowball-stemmers').newStemmer('french');
writeFileSync('npm.json', JSON.stringify(words.map((word) => [word, stemmer.stem(word)])));
JS
cat >compare.py <<'PY'
import json

import Stemmer

stemmer = Stemmer.Stemmer('french')
pairs = json.load(open('npm.json'))
differing = [word for word, stem in pairs if stemmer.stemWord(word) != stem]
print(f'{len(pairs)} words, {len(differing)} stemmed differently')
npm = dict(pairs)
for word in 'genou genoux mal malaise mauvais mauvaise français française palais douleur douleurs'.split():
    print(f'{word}: PyPI {stemmer.stemWord(word)}, npm {npm.get(word, "(not in the list)")}')
PY
node stem.cjs
PYTHONPATH=lib python3 compare.py >seen
cat >expected <<'EOF'
336524 words, 277 stemmed differently
genou: PyPI genou, npm genou
genoux: PyPI genou, npm genoux
mal: PyPI mal, npm mal
malaise: PyPI malais, npm malais
mauvais: PyPI mauvais, npm mauv
mauvaise: PyPI mauvais, npm mauvais
français: PyPI franc, npm franc
française: PyPI franc, npm français
palais: PyPI palais, npm pal
douleur: PyPI douleur, npm douleur
douleurs: PyPI douleur, npm douleur
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }

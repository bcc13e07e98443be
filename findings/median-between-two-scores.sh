#!/usr/bin/env bash
# Of a hundred people 49 have no pain (0) and 51 say 6; of another hundred 10 say 4, 30 say 5, 35 say 6 and 25 say 7. The median is 6 in both.
# Runs:    npm tdigest 0.1.3; PyPI tdigest 0.5.2.2, pytdigest 0.1.4, crick 0.0.8, duckdb 2.0.1 (approx_quantile): the usual sketches
#          of a median, each as it comes.
# Guessed: 6 by all: a hundred whole numbers are no great many, and a sketch's median is a score that somebody gave.
# Seen:    three say 3.06 and 5.77, which nobody said and which sit on the other side of a limit at 5 or 6: equal scores are held as one
#          point, and the sketch draws a line from one point to the next. crick and DuckDB say 6, as npm's does when told that scores are
#          whole, new TDigest(false). (The second hundred's 5.77 was seen in a first trial; the first hundred was tried afterwards.)
# For us:  the median of scores from 0 to 10 can be counted from eleven tallies, which is exact and smaller than any sketch.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm i --silent --no-audit --no-fund tdigest@0.1.3
python3 -m venv python
python/bin/pip -q --disable-pip-version-check install tdigest==0.5.2.2 pytdigest==0.1.4 crick==0.0.8 duckdb==2.0.1 numpy==2.4.6 pandas==2.3.3
cat >median.py <<'PY'
import json

import crick
import duckdb
import numpy
import pytdigest
import tdigest

groups = [{0: 49, 6: 51}, {4: 10, 5: 30, 6: 35, 7: 25}]
people = [[score for score, many in group.items() for _ in range(many)] for group in groups]
json.dump(people, open('people.json', 'w'))


def by_tdigest(scores):
    sketch = tdigest.TDigest()
    sketch.batch_update(scores)
    return sketch.percentile(50)


def by_crick(scores):
    sketch = crick.TDigest()
    sketch.update(numpy.array(scores, float))
    return sketch.quantile(0.5)


def by_duckdb(scores):
    return duckdb.sql('select approx_quantile(score, 0.5) from (select unnest($1) as score)', params=[scores]).fetchall()[0][0]


for name, median in {
    'counted': numpy.median,
    'tdigest (PyPI)': by_tdigest,
    'pytdigest': lambda scores: pytdigest.TDigest.compute(numpy.array(scores, float)).inverse_cdf(0.5),
    'crick': by_crick,
    'DuckDB': by_duckdb,
}.items():
    print(f'{name}:', *(round(float(median(scores)), 3) for scores in people))
PY
cat >median.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { TDigest } = createRequire(import.meta.url)('tdigest');
for (const [name, made] of [
  ['tdigest (npm)', () => new TDigest()],
  ['tdigest (npm), told that scores are whole', () => new TDigest(false)],
]) {
  const medians = JSON.parse(readFileSync('people.json', 'utf8')).map((scores) => {
    const sketch = made();
    for (const score of scores) sketch.push(score);
    sketch.compress();
    return Number(sketch.percentile(0.5).toFixed(3));
  });
  console.log(`${name}:`, ...medians);
}
JS
{ python/bin/python median.py; node median.mjs; } >seen
cat >expected <<'SEEN'
counted: 6.0 6.0
tdigest (PyPI): 3.06 5.769
pytdigest: 3.06 5.769
crick: 6.0 6.0
DuckDB: 6.0 6.0
tdigest (npm): 3.06 5.769
tdigest (npm), told that scores are whole: 6 6
SEEN
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }

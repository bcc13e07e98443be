#!/usr/bin/env bash
# Eleven people in a research table: five in their sixties, five in their seventies, one whose age is not known. Is everybody one of five?
# Runs:    PyPI pycanon 1.3.5 (with pandas 2.3.3, numpy 2.0.2): k-anonymity and l-diversity of a table.
# Guessed: the one without an age is a group of one, so k is 1, however many columns are named as quasi-identifiers.
# Seen:    k is 5, and l 5, where age is the only quasi-identifier: who has no age is not counted at all. Beside a second column that is
#          the same for everybody k is 1 and l is 1; likewise with the missing age written as "unknown".
# For us:  who checks a research export for k by this library writes missing values out first, or reads a k that is too good.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv python && python/bin/pip -q --disable-pip-version-check install pycanon==1.3.5 pandas==2.3.3 numpy==2.0.2 2>/dev/null
cat >count.py <<'PY'
import pandas
from pycanon import anonymity

for missing in (None, 'unknown'):
    people = [(age, 'north', score) for age in ('60-69', '70-79') for score in range(5)] + [(missing, 'north', 9)]
    table = pandas.DataFrame(people, columns=['age', 'region', 'score'])
    for columns in (['age'], ['age', 'region']):
        k = anonymity.k_anonymity(table, columns)
        diversity = anonymity.l_diversity(table, columns, ['score'])
        print(f'age missing as {missing}, by {" and ".join(columns)}: k {k}, l {diversity}')
PY
python/bin/python count.py >seen
cat >expected <<'SEEN'
age missing as None, by age: k 5, l 5
age missing as None, by age and region: k 1, l 1
age missing as unknown, by age: k 1, l 1
age missing as unknown, by age and region: k 1, l 1
SEEN
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }

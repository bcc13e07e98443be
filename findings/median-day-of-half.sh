#!/usr/bin/env bash
# People whose pain halves on the days 1, 2, 3 … n, nobody lost: on which day has it halved for half of them?
# Runs:    PyPI lifelines 0.30.3, statsmodels 0.15.0; beside them a count of whole people.
# Guessed: with n even the curve is one half on day n/2, and both say that day, for every n.
# Seen:    the curve is made of fractions that are multiplied, and half of six people is 0.5000000000000001: lifelines says day 4 of 6,
#          11 of 20 and 31 of 60, but 2 of 4 and 5 of 10; eight sizes of the thirty up to 60. statsmodels wants the curve below one half:
#          it says the day after, but for the five sizes at which rounding brings it below already.
# For us:  a median in days is counted from whole people, and says which day it takes where the curve is flat at one half.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv python
python/bin/pip -q --disable-pip-version-check install lifelines==0.30.3 statsmodels==0.15.0 numpy==2.4.6 pandas==2.3.3 scipy==1.17.1
cat >median.py <<'PY'
import numpy
from lifelines import KaplanMeierFitter
from statsmodels.duration.survfunc import SurvfuncRight

sizes = range(2, 61, 2)
lifelines = {n: int(KaplanMeierFitter().fit(numpy.arange(1, n + 1)).median_survival_time_) for n in sizes}
statsmodels = {n: int(SurvfuncRight(numpy.arange(1.0, n + 1), numpy.ones(n)).quantile(0.5)) for n in sizes}
for name, said in (('lifelines', lifelines), ('statsmodels', statsmodels)):
    counted = [n for n in sizes if said[n] == n // 2]
    after = [n for n in sizes if said[n] == n // 2 + 1]
    print(f'{name}: the day on which half are through for {len(counted)} sizes, the day after for {len(after)}, another for {30 - len(counted) - len(after)}')
print(f'4, 6, 10, 20 and 60 people: lifelines {[lifelines[n] for n in (4, 6, 10, 20, 60)]}, statsmodels {[statsmodels[n] for n in (4, 6, 10, 20, 60)]}')
PY
python/bin/python median.py >seen
cat >expected <<'SEEN'
lifelines: the day on which half are through for 22 sizes, the day after for 8, another for 0
statsmodels: the day on which half are through for 5 sizes, the day after for 25, another for 0
4, 6, 10, 20 and 60 people: lifelines [2, 4, 5, 11, 31], statsmodels [3, 4, 6, 11, 30]
SEEN
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }

#!/usr/bin/env bash
# A month's median pain over a thousand people, made private with epsilon 1 by two libraries; scores are whole points from 0 to 10.
# Runs:    PyPI diffprivlib 0.6.6 (with scikit-learn 1.5.2), opendp 0.16.0; 1,000 draws each.
# Assumed: a thousand people who all say 6 have a private median of 6, or one very near; a spread of none stays near none.
# Seen:    diffprivlib's median is drawn evenly from 0 to 10 and is never 6: it weighs the gaps between neighbouring scores by
#          their width, and a gap between equals has none. With 600 sixes amid 200 fives and 200 sevens it lies anywhere between 5 and 7.
#          opendp, given the eleven scores as candidates, says 6 each time. diffprivlib's mean of five sixes is exactly 0 or 10
#          about one time in ten, since what falls outside is put on the bound.
# For us:  a private figure of scores is drawn from the eleven scores, never from the numbers between them.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv python && python/bin/pip -q --disable-pip-version-check install diffprivlib==0.6.6 scikit-learn==1.5.2 opendp==0.16.0
cat >medians.py <<'PY'
import warnings

import diffprivlib.tools as private
import opendp.prelude as dp

warnings.simplefilter('ignore')
dp.enable_features('contrib')
draws = 1000
scores = {'all 6': [6] * 1000, 'mostly 6': [5] * 200 + [6] * 600 + [7] * 200}
space = dp.vector_domain(dp.atom_domain(T=float, nan=False)), dp.symmetric_distance()
quantile = dp.m.make_private_quantile(*space, dp.max_divergence(), [float(score) for score in range(11)], 0.5, scale=2.0)
assert quantile.map(1) <= 1.0
for name, month in scores.items():
    medians = [float(private.median(month, epsilon=1, bounds=(0, 10))) for _ in range(draws)]
    lowest, highest = min(medians), max(medians)
    far = sum(abs(median - 6) > 1 for median in medians) / draws
    print(f'diffprivlib, {name}: exactly 6 {medians.count(6.0)} times, from {lowest:.0f} to {highest:.0f}, more than a point off {round(far, 1)} of the time')
    print(f'opendp, {name}: exactly 6 {sum(quantile([float(score) for score in month]) == 6 for _ in range(draws))} times')
means = [float(private.mean([6] * 5, epsilon=1, bounds=(0, 10))) for _ in range(draws)]
bound = sum(mean in (0, 10) for mean in means) / draws
print(f'diffprivlib, mean of five sixes: on a bound {"5 to 15 % of the time" if 0.05 < bound < 0.15 else bound}')
PY
python/bin/python medians.py >seen
cat >expected <<'EOF'
diffprivlib, all 6: exactly 6 0 times, from 0 to 10, more than a point off 0.8 of the time
opendp, all 6: exactly 6 1000 times
diffprivlib, mostly 6: exactly 6 0 times, from 5 to 7, more than a point off 0.0 of the time
opendp, mostly 6: exactly 6 1000 times
diffprivlib, mean of five sixes: on a bound 5 to 15 % of the time
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }

#!/usr/bin/env bash
# Two readers' scores of the same notes, 0 to 10, and how far they agree: weighted kappa, which forgives a near miss.
# Runs:    PyPI scikit-learn 1.9.1, krippendorff 0.9.0; beside them Cohen's formula written out over points.
# Assumed: the weight of a disagreement is its distance in points; a score that nobody gave changes nothing.
# Seen:    scikit-learn weighs by place among the scores that occur: where only 0, 1 and 10 were given, a 10 read as 1 counts as much as a
#          1 read as 0, and two pairs of readers, one a point apart, one nine, get the same kappa. Given `labels=range(11)` it weighs by points.
# For us:  agreement between our reading of a text and a person's is counted with all eleven labels.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv python && python/bin/pip -q --disable-pip-version-check install scikit-learn==1.9.1 krippendorff==0.9.0
cat >kappa.py <<'PY'
import krippendorff
from sklearn.metrics import cohen_kappa_score


def by_points(first, second):
    observed = sum((a - b) ** 2 for a, b in zip(first, second)) / len(first)
    expected = sum((a - b) ** 2 for a in first for b in second) / len(first) ** 2
    return 1 - observed / expected


first = [0] * 4 + [1] * 4 + [10] * 4
for name, second in (('a point apart', [0, 0, 0, 1, 1, 1, 1, 0] + [10] * 4), ('nine points apart', [0] * 4 + [1, 1, 1, 10, 10, 10, 10, 1])):
    kappa = cohen_kappa_score(first, second, weights='quadratic')
    labelled = cohen_kappa_score(first, second, weights='quadratic', labels=range(11))
    alpha = krippendorff.alpha([first, second], level_of_measurement='interval')
    print(f'{name}: scikit-learn {kappa:.3f}, with all labels {labelled:.3f}, by points {by_points(first, second):.3f}, Krippendorff {alpha:.3f}')
PY
python/bin/python kappa.py >seen
cat >expected <<'EOF'
a point apart: scikit-learn 0.875, with all labels 0.996, by points 0.996, Krippendorff 0.996
nine points apart: scikit-learn 0.875, with all labels 0.666, by points 0.666, Krippendorff 0.680
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }

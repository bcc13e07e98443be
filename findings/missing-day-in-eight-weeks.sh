#!/usr/bin/env bash
# Eight weeks of daily scores with a weekly pattern, of which one day is missing: as NaN, or left out.
# Runs:    PyPI statsmodels 0.15.0: STL, MSTL, seasonal_decompose and LOWESS.
# Guessed: a NaN is refused by all, as seasonal_decompose does.
# Assumed: with dates as its index a decomposition knows which rows are Mondays, also after a day left out.
# Seen:    seasonal_decompose refuses a NaN, LOWESS leaves its day out, but STL and MSTL answer 56 days of NaN without a word. With the day
#          left out of a dated series all of them count rows by sevens from the first: for seasonal_decompose Monday's +1.7
#          becomes +0.6, and from then on each Tuesday is worse by as much; STL makes it +2.1. No warning either.
# For us:  a diary has holes: "Mondays are worse" is counted by the weekday of each score, never by its place in a list.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv python && python/bin/pip -q --disable-pip-version-check install statsmodels==0.15.0
cat >weeks.py <<'PY'
import warnings

import numpy as np
import pandas as pd
from statsmodels.nonparametric.smoothers_lowess import lowess
from statsmodels.tsa.seasonal import MSTL, STL, seasonal_decompose

warnings.simplefilter('error')
days = pd.date_range('2026-09-07', periods=56)
scores = pd.Series([5.0 + 2 * (day.day_of_week == 0) + index % 3 * 0.1 for index, day in enumerate(days)], days)
with_nan = scores.copy()
with_nan.iloc[24] = np.nan
left_out = scores.drop(days[24])
methods = {
    'STL': lambda series: STL(series, period=7).fit().trend,
    'MSTL': lambda series: MSTL(series, periods=7).fit().trend,
    'seasonal_decompose': lambda series: seasonal_decompose(series, period=7).trend,
    'LOWESS': lambda series: pd.Series(lowess(series, np.arange(len(series)), return_sorted=False)),
}
for name, fit in methods.items():
    try:
        values = fit(with_nan)
        print(f'{name}, a day as NaN: {int(values.notna().sum())} of {len(values)} days have a value')
    except Exception as error:
        print(f'{name}, a day as NaN: {type(error).__name__}: {error}')
for name, fit in (('STL', lambda s: STL(s, period=7).fit().seasonal), ('seasonal_decompose', lambda s: seasonal_decompose(s, period=7).seasonal)):
    for kind, series in (('whole', scores), ('a day left out', left_out)):
        try:
            seasonal = fit(series)
            mondays = [f'{day:%m-%d} {seasonal[day]:+.1f} (Tuesday {seasonal[day + pd.Timedelta(days=1)]:+.1f})' for day in (days[0], days[49])]
            print(f'{name}, {kind}: Mondays', *mondays)
        except Exception as error:
            print(f'{name}, {kind}: {type(error).__name__}: {error}')
PY
python/bin/python weeks.py >seen
cat >expected <<'EOF'
STL, a day as NaN: 0 of 56 days have a value
MSTL, a day as NaN: 0 of 56 days have a value
seasonal_decompose, a day as NaN: ValueError: This function does not handle missing values
LOWESS, a day as NaN: 55 of 56 days have a value
STL, whole: Mondays 09-07 +1.7 (Tuesday -0.3) 10-26 +1.7 (Tuesday -0.2)
STL, a day left out: Mondays 09-07 +2.1 (Tuesday -0.1) 10-26 +2.0 (Tuesday -0.5)
seasonal_decompose, whole: Mondays 09-07 +1.7 (Tuesday -0.3) 10-26 +1.7 (Tuesday -0.3)
seasonal_decompose, a day left out: Mondays 09-07 +0.6 (Tuesday -0.3) 10-26 +0.9 (Tuesday +0.6)
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }

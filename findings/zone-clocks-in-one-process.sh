#!/usr/bin/env bash
# One Python process, one instant, one zone name, two wall clocks.
# Runs:    PyPI polars 2.1.0, duckdb 2.0.1 and Python's zoneinfo with tzdata 2026.6 (2026f): every zone, every day at 00:00 UTC for two years
#          from 1 December 2026 (about 435,000 instants).
# Guessed: all three follow the tzdata that is installed, or were released late enough in 2026 to know that Manitoba, British Columbia
#          and Alberta gave up changing their clocks; no zone differs.
# Seen:    DuckDB agrees everywhere. Polars compiles an older table in and heeds no installed tzdata: 15 zone names are an hour out on some days,
#          Winnipeg, Vancouver and Edmonton the whole winter, Casablanca nearly always, Havana and Chişinău on some days.
# For us:  a report made with Polars puts a winter diary entry an hour early, near midnight on another day; no package pin shows it.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
pip install --quiet --disable-pip-version-check --root-user-action=ignore --target lib polars==2.1.0 duckdb==2.0.1 tzdata==2026.6
cat >clocks.py <<'PY'
import datetime as dt
import zoneinfo

import duckdb
import polars as pl

zoneinfo.reset_tzpath(())  # the tzdata package alone, not the machine's
days = [dt.datetime(2026, 12, 1, tzinfo=dt.timezone.utc) + dt.timedelta(days=n) for n in range(730)]
series = pl.Series(days)
database = duckdb.connect()
zones = [zone for zone in sorted(zoneinfo.available_timezones()) if zone != 'Factory']
polars_out, duckdb_out = {}, {}
for zone in zones:
    ours = [day.astimezone(zoneinfo.ZoneInfo(zone)).strftime('%F %T') for day in days]
    theirs = series.dt.convert_time_zone(zone).dt.strftime('%F %T').to_list()
    database.execute(f"set timezone = '{zone}'")
    query = "select strftime(t, '%Y-%m-%d %H:%M:%S') from range(timestamptz '2026-12-01 00:00+00', timestamptz '2028-11-30 00:00+00', interval 24 hour) r(t)"
    third = [row[0] for row in database.execute(query).fetchall()]
    polars_out[zone] = sum(a != b for a, b in zip(ours, theirs, strict=True))
    duckdb_out[zone] = sum(a != b for a, b in zip(ours, third, strict=True))
print('polars differs in', {zone: count for zone, count in polars_out.items() if count})
print('duckdb differs in', {zone: count for zone, count in duckdb_out.items() if count})
noon = dt.datetime(2027, 1, 15, 12, tzinfo=dt.timezone.utc)
print('zoneinfo, Winnipeg:', noon.astimezone(zoneinfo.ZoneInfo('America/Winnipeg')).strftime('%H:%M'))
print('polars, Winnipeg:  ', pl.Series([noon]).dt.convert_time_zone('America/Winnipeg').dt.strftime('%H:%M')[0])
PY
PYTHONPATH=lib python3 clocks.py >seen
cat >expected <<'EOF'
polars differs in {'Africa/Casablanca': 653, 'Africa/El_Aaiun': 653, 'America/Edmonton': 254, 'America/Havana': 104, 'America/Inuvik': 254, 'America/Rainy_River': 254, 'America/Vancouver': 254, 'America/Winnipeg': 254, 'America/Yellowknife': 254, 'Canada/Central': 254, 'Canada/Mountain': 254, 'Canada/Pacific': 254, 'Cuba': 104, 'Europe/Chisinau': 4, 'Europe/Tiraspol': 4}
duckdb differs in {}
zoneinfo, Winnipeg: 07:00
polars, Winnipeg:   06:00
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }

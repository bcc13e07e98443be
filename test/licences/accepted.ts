/**
 * Licences that a dependency may have, by their SPDX names. All let a clinic use, change and pass on what is deployed with
 * no more than a notice; nothing here asks for the source of what is beside it.
 */
const permissive = [
  '0BSD',
  'Apache-2.0',
  // DejaVu's fonts: may be embedded and passed on; a changed font has another name.
  'Bitstream-Vera',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  // Fonts: may be embedded in any document, and passed on with their licence (SIL Open Font License, 1.2 and its FAQ 1.15).
  'OFL-1.1',
] as const;

/** What a tool may have that builds or tests, and of which nothing is deployed. */
const ofTools = [
  ...permissive,
  // Data, to be named where it is shown: the names of licences (spdx-exceptions), the browsers' tables (caniuse-lite).
  'CC-BY-3.0',
  'CC-BY-4.0',
  // Changes to its own files stay open (lightningcss): we make none.
  'MPL-2.0',
  // Python's own, permissive (argparse, typescript's helpers).
  'PSF-2.0',
  'Python-2.0',
] as const;

export const accepted = { deployed: permissive, tool: ofTools } as const;

/** Packages whose licence is no SPDX expression, with the version that somebody has read, and what it is. */
export const read: ReadonlyMap<string, string> = new Map([
  // "MIT (http://mootools.net/license.txt)": npm's list leaves it blank.
  ['slick@1.12.2', 'MIT'],
  // No word in its package.json, the text of MIT in its LICENSE.
  ['png-js@2.0.0', 'MIT'],
  // "SEE LICENSE IN README.md AND LICENSE": Bitstream's for what Vera had, Tavmjong Bah's of the same words, the rest public domain.
  ['dejavu-fonts-ttf@2.37.3', 'Bitstream-Vera'],
]);

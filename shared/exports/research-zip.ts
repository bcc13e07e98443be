import { strToU8, zipSync } from 'fflate';
import type { ResearchRelease } from '../domain/desk/research-release.ts';
import { researchFiles } from './research-files.ts';

/** A ZIP knows no earlier day. When an export was made is nobody's to learn from it. */
const noDay = '1980-01-01T12:00:00';

/** All files of a release in one: codes are drawn for an export, so that its files belong together. */
export const researchZip = (release: ResearchRelease): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    zipSync(Object.fromEntries(researchFiles(release).map(({ name, text }) => [name, strToU8(text)])), {
      mtime: noDay,
    }),
  );

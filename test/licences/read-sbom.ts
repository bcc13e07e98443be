import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import satisfies from 'spdx-satisfies';
import * as z from 'zod';
import { accepted, read } from './accepted.ts';

const licence = z.union([
  z.object({ license: z.object({ id: z.string() }).transform(({ id }) => id) }).transform(({ license }) => license),
  z.object({ license: z.object({ name: z.string() }) }).transform(({ license }) => license.name),
  z.object({ expression: z.string() }).transform(({ expression }) => expression),
]);
const sbomSchema = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z
    .array(
      z.object({
        name: z.string(),
        version: z.string(),
        licenses: z.array(licence).default([]),
        properties: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
      }),
    )
    .default([]),
});
export type Component = z.infer<typeof sbomSchema>['components'][number];

const largest = 64 * 1024 * 1024;

const isTool = ({ properties }: Component): boolean =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');

/** What may come into a bundle. Not `--omit=dev`: that leaves out hono and zod, which tools want too (npm 11.19). */
export const deployedOf = (components: readonly Component[]): readonly Component[] =>
  components.filter((component) => !isTool(component));

/** What a folder's lock file holds, as `npm sbom` lists it: by the lock file alone, whatever is installed. */
export const readSbom = async (folder: string): Promise<readonly Component[]> => {
  const { stdout } = await promisify(execFile)('npm', ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], {
    cwd: folder,
    maxBuffer: largest,
  });
  return sbomSchema.parse(JSON.parse(stdout)).components;
};

const isAccepted = (expression: string, list: readonly string[]): boolean => {
  try {
    return satisfies(expression, [...list]);
  } catch {
    // Not SPDX: "SEE LICENSE IN …", "UNLICENSED", somebody's own words.
    return false;
  }
};

/** Components that may not be there: each with its licence as it states it. */
export const refused = (components: readonly Component[], use: keyof typeof accepted): readonly string[] =>
  components.flatMap(({ name, version, licenses }) => {
    const known = read.get(`${name}@${version}`);
    const stated = known === undefined ? licenses : [known];
    // Several entries are several licences at once.
    const isFine = stated.length > 0 && stated.every((expression) => isAccepted(expression, accepted[use]));
    return isFine ? [] : [`${name}@${version}: ${stated.join(', ') || 'no licence that SPDX knows'}`];
  });

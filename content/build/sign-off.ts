import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ContentProblemsError } from './problem.ts';
import { readYaml } from './yaml-source.ts';

const schema = z.strictObject({
  name: z.string().min(2).nullable(),
  date: z.iso.date().nullable(),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});

/** A clinician's sign-off of what answers red flags; its fields are null until somebody gives it. */
export type SignOff = z.infer<typeof schema>;

/** Whether a sign-off holds for content of this hash, and if not, why. */
export type SignOffState = 'valid' | 'missing' | 'outdated';

const root = join(import.meta.dirname, '..');

/**
 * The lexicon files that the signature covers. Cues are among them although other subjects read them too, because they
 * decide what is denied.
 */
const lexiconFiles = (language: string): readonly string[] =>
  readdirSync(join(root, language, 'lexicon'))
    .sort()
    .map((file) => `content/${language}/lexicon/${file}`);

const ruleFolder = 'shared/domain/reading/safety';

/** Every file that decides whether and how a red flag is answered, from the root of the repository. */
export const signedFiles = (): readonly string[] => [
  'content/helplines.yaml',
  'content/safety-answers.yaml',
  'content/second-opinion.json',
  ...lexiconFiles('en'),
  ...lexiconFiles('fr'),
  ...readdirSync(join(root, '..', ruleFolder))
    .sort()
    .map((file) => `${ruleFolder}/${file}`),
];

/** SHA-256 over the names and texts of files, in hex. */
export const hashOf = (files: readonly (readonly [name: string, text: string])[]): string => {
  const hash = createHash('sha256');
  for (const [name, text] of files) hash.update(name).update('\0').update(text).update('\0');
  return hash.digest('hex');
};

/** The hash of what answers red flags as it stands. */
export const hashOfSafetyContent = (): string =>
  hashOf(signedFiles().map((file) => [file, readFileSync(join(root, '..', file), 'utf8')] as const));

/** Whether a sign-off is for this very content. */
export const signOffState = ({ name, date, hash }: SignOff, contentHash: string): SignOffState => {
  if (name === null || date === null || hash === null) return 'missing';
  return hash === contentHash ? 'valid' : 'outdated';
};

/**
 * Reads content/sign-off.yaml.
 * @throws ContentProblemsError if it is not what a sign-off looks like
 */
export const readSignOff = (text: string = readFileSync(join(root, 'sign-off.yaml'), 'utf8')): SignOff => {
  const { value, problems } = readYaml('content/sign-off.yaml', text, schema);
  if (value === undefined) throw new ContentProblemsError(problems);
  return value;
};

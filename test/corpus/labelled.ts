import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

export const subjects = ['scores', 'opt-outs', 'safety', 'talk'] as const;
export type Subject = (typeof subjects)[number];

const labelled = z.object({
  text: z.string(),
  lang: z.enum(['en', 'fr']),
  label: z.string(),
  value: z.number().optional(),
  reason: z.string(),
  contestable: z.boolean().optional(),
});

/** A text of a corpus: what a careful reader would make of it, and why; `contestable` where two might differ. */
export type Labelled = z.infer<typeof labelled>;

/** The texts of one writer about one subject; none if they wrote of other subjects only. */
export const textsOf = (subject: Subject, voice: string): readonly Labelled[] => {
  const file = join(import.meta.dirname, subject, `${voice}.jsonl`);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => labelled.parse(JSON.parse(line)));
};

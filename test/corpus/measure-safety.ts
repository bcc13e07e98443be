import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { compileLexicon } from '../../content/build/compile-lexicon.ts';
import { readWords } from '../../shared/domain/reading/read-words.ts';
import { findSafetyRule } from '../../shared/domain/reading/safety/find-safety.ts';

// Counts what the safety rules make of the corpora:
//   npx node test/corpus/measure-safety.ts [--misses] [--folder test/corpus/safety] voice...
// A folder holds <voice>/{safety,scores,talk,opt-outs}.jsonl. Without --misses nothing of the texts is printed, so that
// voices left out can be measured too.

const rowSchema = z.object({
  text: z.string(),
  lang: z.string().default('en'),
  label: z.string(),
  contestable: z.boolean().optional(),
});
type Row = z.infer<typeof rowSchema>;

const flags = ['now', 'today', 'crisis', 'violence', 'none'] as const;

const content = join(import.meta.dirname, '../../content');
const read = readWords({ en: compileLexicon(content, 'en'), fr: compileLexicon(content, 'fr') });

const args = process.argv.slice(2);
const printsMisses = args.includes('--misses');
const folderAt = args.indexOf('--folder');
const folder = folderAt < 0 ? '/work/corpus' : (args[folderAt + 1] ?? '');
const voices = args.filter((arg, at) => !arg.startsWith('--') && at !== folderAt + 1 - (folderAt < 0 ? -1000 : 0));

const rowsOf = (voice: string, set: string): readonly Row[] => {
  const path = join(folder, voice, `${set}.jsonl`);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => rowSchema.parse(JSON.parse(line)));
};

const percent = (part: number, whole: number): string =>
  `${part}/${whole} ${whole ? ((100 * part) / whole).toFixed(1) : '-'}%`;

const totals = new Map<string, { found: number; exact: number; all: number }>();
const falseAlarms = { harmless: 0, all: 0, other: 0, otherAll: 0 };

for (const voice of voices) {
  const line: string[] = [];
  for (const label of flags) {
    const rows = rowsOf(voice, 'safety').filter((row) => row.label === label);
    const read_ = rows.map((row) => ({ row, rule: findSafetyRule(read(row.text)) }));
    const found = read_.filter(({ rule }) => rule !== undefined).length;
    const exact = read_.filter(({ rule }) => (rule?.flag ?? 'none') === label).length;
    const total = totals.get(label) ?? { found: 0, exact: 0, all: 0 };
    totals.set(label, { found: total.found + found, exact: total.exact + exact, all: total.all + rows.length });
    line.push(`${label} ${found}/${rows.length} (exact ${exact})`);
    if (label === 'none') {
      falseAlarms.harmless += found;
      falseAlarms.all += rows.length;
    }
    if (printsMisses)
      for (const { row, rule } of read_)
        if ((rule?.flag ?? 'none') !== label)
          console.log(
            `${row.contestable ? '?' : ' '} ${label} -> ${rule?.flag ?? 'none'} ${rule?.id ?? ''} | ${row.text.replaceAll('\n', ' / ')}`,
          );
  }
  for (const set of ['scores', 'talk', 'opt-outs']) {
    const rows = rowsOf(voice, set);
    const alarms = rows.map((row) => ({ row, rule: findSafetyRule(read(row.text)) })).filter(({ rule }) => rule);
    falseAlarms.other += alarms.length;
    falseAlarms.otherAll += rows.length;
    line.push(`${set} ${alarms.length}/${rows.length}`);
    if (printsMisses)
      for (const { row, rule } of alarms)
        console.log(`  ${set} -> ${rule?.flag} ${rule?.id} | ${row.text.replaceAll('\n', ' / ')}`);
  }
  console.log(`${voice}: ${line.join(', ')}`);
}
const red = [...totals].filter(([label]) => label !== 'none').map(([, total]) => total);
const sum = (of: (total: { found: number; exact: number; all: number }) => number): number =>
  red.reduce((all, total) => all + of(total), 0);
for (const [label, { found, exact, all }] of totals)
  console.log(label, 'answered', percent(found, all), 'exact', percent(exact, all));
console.log(
  'red flags answered',
  percent(
    sum((t) => t.found),
    sum((t) => t.all),
  ),
);
console.log('false alarms, hard negatives', percent(falseAlarms.harmless, falseAlarms.all));
console.log('false alarms, scores, talk and opt-outs', percent(falseAlarms.other, falseAlarms.otherAll));

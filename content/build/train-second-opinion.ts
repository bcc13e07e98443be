import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { readWords } from '../../shared/domain/reading/read-words.ts';
import { findSafetyRule } from '../../shared/domain/reading/safety/find-safety.ts';
import type { Check } from '../../shared/domain/reading/second-opinion/checks.ts';
import { bareFeaturesOf, featuresOf, type Looked } from '../../shared/domain/reading/second-opinion/features.ts';
import { languageOfText } from '../../shared/domain/reading/second-opinion/language-of-text.ts';
import { compileLexicon } from './compile-lexicon.ts';
import type { TrainedOpinions } from './compile-models.ts';
import { type ModelSize, modelFor, type Sample } from './linear-model.ts';

// Trains the second opinion on the safety rules from the corpora and writes content/second-opinion.json:
//   npx node content/build/train-second-opinion.ts test/corpus
// The concepts of the lexicons are among the features, so that it is trained anew when these change much; a concept that
// came later weighs nothing. Nothing in it is random: the same texts give the same model.

const rowSchema = z.object({ text: z.string(), label: z.string() });

type Model = keyof TrainedOpinions;
/**
 * The share of harmless texts, hard or plain, for which each model may ask, and for which it may be as sure as a rule.
 * Set by language, by what voices left out by turns lose and gain: an English sign that the rules miss is found with
 * half the needless questions of a French one, of which the rules miss more. Despair may ask about more plain texts
 * than its aim of 1 %, because a cry for help that nobody hears weighs more than a helpline's number too many; and about
 * one in nine of the hard ones, many of which were written as the likeness of a cry for help, word for word.
 */
const sizes: Readonly<Record<Model, ModelSize>> = {
  signs: {
    weights: 13_000,
    en: { asking: { hard: 0.05, plain: 0.013 }, sure: { hard: 0, plain: 0 } },
    fr: { asking: { hard: 0.06, plain: 0.016 }, sure: { hard: 0, plain: 0 } },
  },
  hopeless: {
    weights: 17_000,
    en: { asking: { hard: 0.11, plain: 0.02 }, sure: { hard: 0.012, plain: 0.0012 } },
    fr: { asking: { hard: 0.11, plain: 0.02 }, sure: { hard: 0.012, plain: 0.0012 } },
  },
  hurt: {
    weights: 4500,
    en: { asking: { hard: 0.05, plain: 0.004 }, sure: { hard: 0.002, plain: 0.0001 } },
    fr: { asking: { hard: 0.05, plain: 0.006 }, sure: { hard: 0.002, plain: 0.0001 } },
  },
  // Hard texts are from people who stay, in the words of people who leave. Whoever is wrongly taken for a leaver hears
  // from us no more.
  leaving: {
    weights: 6500,
    en: { asking: { hard: 0.09, plain: 0.02 }, sure: { hard: 0.002, plain: 0.0002 } },
    fr: { asking: { hard: 0.07, plain: 0.015 }, sure: { hard: 0.002, plain: 0.0002 } },
  },
};
/**
 * A text with what it says of a wish to be left alone: `stop`, `keep`, `ask`, or `none` where it says nothing of it.
 */
export interface TrainingSample extends Sample {
  readonly wish: string;
}

const labels: Readonly<Record<Check, readonly string[]>> = {
  signs: ['now', 'today'],
  hopeless: ['crisis'],
  hurt: ['violence'],
};

/**
 * A text as a sample for the model of wishes to be left alone; none where two careful readers might differ. A cry for
 * help is answered as one, so it teaches this model and sets no threshold.
 */
const asWish = (sample: TrainingSample): readonly Sample[] => {
  const { wish, label } = sample;
  if (wish === 'ask') return [];
  return [{ ...sample, label: wish === 'none' ? label : wish, isHard: wish === 'keep', isRuled: false }];
};

/** Trains all models from the same texts. */
export const modelsFor = (
  samples: readonly TrainingSample[],
  most: Readonly<Record<Model, ModelSize>> = sizes,
): TrainedOpinions => {
  const of = (check: Check) => modelFor(samples, ({ label }) => labels[check].includes(label), most[check]);
  return {
    ...{ signs: of('signs'), hopeless: of('hopeless'), hurt: of('hurt') },
    leaving: modelFor(samples.flatMap(asWish), ({ label }) => label === 'stop', most.leaving),
  };
};

const sets = ['safety', 'scores', 'talk', 'opt-outs'] as const;
/** Voices in which every line is a different person's: they are left out by turns in parts. */
const ofMany = /^many/;
const parts = 8;

/** The features of a text twice: with the lexicons' concepts and the rules' findings, and without them. */
const featuresBothWays = (words: Looked): Pick<Sample, 'language' | 'features' | 'bare' | 'isRuled'> => {
  const rule = findSafetyRule(words);
  const ruled = rule && { rule: rule.id, flag: rule.flag };
  return {
    language: languageOfText(words.tokens),
    features: Uint16Array.from(featuresOf({ ...words, ruled })),
    ...(words.mentions.length === 0 ? {} : { bare: Uint16Array.from(bareFeaturesOf(words)) }),
    isRuled: ruled !== undefined,
  };
};

/**
 * The texts of every voice that wrote of safety or of leaving, in `<folder>/<set>/<voice>.jsonl`, except those left out for
 * measuring; outside `safety` all count as harmless.
 */
export const samplesIn = (folder: string, leftOut: readonly string[]): readonly TrainingSample[] => {
  const root = join(import.meta.dirname, '..');
  const words = readWords({ en: compileLexicon(root, 'en'), fr: compileLexicon(root, 'fr') });
  const files = ['safety', 'opt-outs'].flatMap((set) => readdirSync(join(folder, set)));
  const voices = [...new Set(files)]
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => file.slice(0, -'.jsonl'.length))
    .filter((voice) => !leftOut.includes(voice))
    .sort();
  return voices.flatMap((voice) =>
    sets.flatMap((set) => {
      const file = join(folder, set, `${voice}.jsonl`);
      if (!existsSync(file)) return [];
      return readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => rowSchema.parse(JSON.parse(line)))
        .map(({ text, label }, at) => ({
          voice: ofMany.test(voice) ? `${voice} ${at % parts}` : voice,
          ...featuresBothWays(words(text)),
          label: set === 'safety' ? label : 'none',
          wish: set === 'opt-outs' ? label : 'none',
          isHard: set === 'safety' && label === 'none',
        }));
    }),
  );
};

// node content/build/train-second-opinion.ts test/corpus gwen thierry: the folder, and who is left out.
const [, script, folder, ...leftOut] = process.argv;
if (script === import.meta.filename && folder !== undefined)
  writeFileSync(
    join(import.meta.dirname, '../second-opinion.json'),
    `${JSON.stringify(modelsFor(samplesIn(folder, leftOut)), undefined, 1)}\n`,
  );

import type { TipExplanation } from '../../../shared/domain/tips/explain-day.ts';
import { fill, type PageTexts } from './texts/page-texts.ts';

// How a page describes one of somebody's tips: what became of it, which it was, and why.

interface Words {
  readonly texts: PageTexts;
  /** The title of each tip, by its id. */
  readonly names: ReadonlyMap<string, string>;
  /** Names an instant by their own clock. */
  readonly time: (at: number) => string;
}

const fateOf = ({ texts: { told, settings }, time }: Words, tip: TipExplanation): string => {
  switch (tip.decision) {
    case 'none':
    case 'skipped':
      return told.noTip;
    case 'to-come':
      return fill(told.toCome, { time: time(tip.at) });
    case 'due':
    case 'claimed':
      return told.states.accepted;
    default:
      return `${tip.channel ? `${settings.by[tip.channel]}, ` : ''}${told.states[tip.decision]}`;
  }
};

const whatOf = ({ texts: { told }, names }: Words, tip: TipExplanation): string | undefined => {
  if (tip.decision === 'none' || tip.decision === 'skipped') return undefined;
  if (tip.prompt) return told.prompts[tip.prompt];
  const name = tip.tip && names.get(tip.tip);
  return name ? fill(told.named, { name }) : undefined;
};

const whyOf = ({ texts: { told } }: Words, tip: TipExplanation): string | undefined => {
  if (tip.decision === 'none' || tip.decision === 'skipped') return told.reasons[tip.reason];
  // A message in the place of a tip says itself why it comes.
  return 'why' in tip && tip.why && !tip.prompt ? told.whys[tip.why] : undefined;
};

/** Describes a tip: “by text, delivered: “Walk more”. Why: the next in the programme”; “no tip. Why: a break”. */
export const sayTip = (words: Words, tip: TipExplanation): string => {
  const { told } = words.texts;
  const [fate, what, why] = [fateOf(words, tip), whatOf(words, tip), whyOf(words, tip)];
  if (what && why) return fill(told.whatAndWhy, { fate, what, why });
  if (what) return fill(told.what, { fate, what });
  return why ? fill(told.why, { fate, why }) : fate;
};

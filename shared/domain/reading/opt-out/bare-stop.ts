import type { Concept } from '../lexicon/concept.ts';
import type { Span } from '../said.ts';
import type { OptOutView } from './opt-out-view.ts';

/** The words that are a bare stop. */
export const bareStops: readonly Concept[] = ['stop-word', 'opt-out-word', 'our-print', 'bare-refusal'];

/** What may surround a bare stop: courtesy, insistence, swearing, a score, another stop. */
const around: readonly Concept[] = [
  'asking',
  'trailing',
  'insult',
  'any-longer',
  'insists',
  'farewell',
  'too-many',
  'stop-word',
  'opt-out-word',
  'our-print',
];

/** Forms that report an end rather than order one: "stopped at 4", "arrêtée à 4". */
const told = /^(?:stopped|ended|cancelled|canceled|arretees?|finished)$/;
const isTold = ({ said }: OptOutView, { from }: Span): boolean => told.test(said.tokens[from]?.text ?? '');

/** The runs of tokens that share a sentence, and those that share a clause. */
const stretches = (view: OptOutView): readonly Span[] => {
  const { tokens } = view.said;
  const starts = (same: 'sentence' | 'clause'): readonly Span[] => {
    const spans: { from: number; to: number }[] = [];
    tokens.forEach((token, at) => {
      const last = spans.at(-1);
      if (last !== undefined && tokens[last.from]?.[same] === token[same]) last.to = at + 1;
      else spans.push({ from: at, to: at + 1 });
    });
    return spans;
  };
  return [...starts('sentence'), ...starts('clause')];
};

/**
 * Whether a stop is an order. Words before it that are not covered make it something else: "the end", "a stop", "make it
 * stop".
 */
const isOrder = (stop: Span, stretch: Span, covered: readonly boolean[]): boolean => {
  for (let at = stretch.from; at < stop.from; at += 1) if (!covered[at]) return false;
  return true;
};

const isCoveredTo = (from: number, to: number, covered: readonly boolean[]): boolean => {
  for (let at = from; at < to; at += 1) if (!covered[at]) return false;
  return true;
};

/**
 * Words that are said of pain as well as of us. Where pain is spoken of they are no opt-out: "j'en ai assez de ce dos,
 * vraiment assez".
 */
export const ofPainToo =
  /^(?:(?:vraiment )?assez|plus rien|plu rien|pus rien|no more|ca suffit|enough.{0,9}|that will do|(?:c est )?(?:fini|termine).{0,9})[.,;:!?]?$/;
const isOfPain = ({ said }: OptOutView, { from, to }: Span): boolean =>
  said.has('pain-or-back') &&
  !said.has('our-messages') &&
  ofPainToo.test(
    said.tokens
      .slice(from, to)
      .map(({ text }) => text)
      .join(' '),
  );

/**
 * Whether a sentence or clause says nothing but that it is to stop, however politely or rudely. It may go on with what
 * happens otherwise ("stop or I call a lawyer"), whom it is said to ("stop you fools") or why ("stop I hate this").
 */
export const saysBareStop = (view: OptOutView): boolean => {
  const stops = view.meant(...bareStops).filter((stop) => !isOfPain(view, stop) && !isTold(view, stop));
  if (stops.length === 0) return false;
  const before = view.said.covered(around);
  const behind = view.said.covered([...around, 'me-or-mine', 'or-else']);
  const ties = view.said.all('or-else');
  return stretches(view).some((stretch) =>
    stops.some((stop) => {
      if (stop.from < stretch.from || stop.to > stretch.to || !isOrder(stop, stretch, before)) return false;
      if (isCoveredTo(stop.to, stretch.to, behind)) return true;
      return ties.some((tie) => tie.from >= stop.to && isCoveredTo(stop.to, tie.from, behind));
    }),
  );
};

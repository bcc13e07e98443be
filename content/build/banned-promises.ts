/** Wording that a tip may not use, and why: it goes to people in pain, who would believe it. */
interface BannedWording {
  readonly pattern: RegExp;
  readonly why: string;
}

const noPromise = 'nobody can promise relief: say "may help" or "can ease"';
const noAbsolute = 'no treatment is without risk or works for all: say whom it suits and whom not';
const noHype = 'a frightened reader deserves plain words: say what the evidence is';

const english: readonly BannedWording[] = [
  { pattern: /\b(?:cure[sd]?|curing|heals?|healed)\b/giu, why: noPromise },
  {
    pattern:
      /\b(?:will|is going to|is sure to)\s+(?!not\b)(?:\w+\s+){0,2}?(?:ease|relieve|reduce|remove|stop|end|help|improve|mend|work|feel better|hurt less)\b/giu,
    why: noPromise,
  },
  { pattern: /\b(?:eliminat|eradicat|banish)\w*/giu, why: noPromise },
  { pattern: /\bfix(?:es|ed|ing)?\s+(?:your|the|a|back)\s+(?:back|spine|pain|problem)\b/giu, why: noPromise },
  { pattern: /\b(?:get rid of|say goodbye to|wipe out)\s+(?:\w+\s+){0,2}?pain\b/giu, why: noPromise },
  { pattern: /\bpain[- ]free\b/giu, why: 'no pain at all is a bar that many cannot reach: name what a person can do' },
  { pattern: /\b(?:guarantee|permanent)\w*/giu, why: noPromise },
  { pattern: /\b(?:miracl|magic|breakthrough|secret|amazing|revolution)\w*/giu, why: noHype },
  { pattern: /\binstant(?:ly)?\b|\bimmediate relief\b/giu, why: noHype },
  { pattern: /\b(?:clinically|scientifically)\s+prove[nd]\b|\bproven\s+to\b/giu, why: noHype },
  { pattern: /!/gu, why: 'no exclamation marks: a calm voice is easier to trust' },
  { pattern: /\b100\s?%|(?<!\bnot )\balways\s+(?:works?|helps?)\b|\bworks for everyone\b/giu, why: noAbsolute },
  { pattern: /\b(?:completely|totally|perfectly|entirely)\s+safe\b|\brisk[- ]free\b/giu, why: noAbsolute },
  { pattern: /\b(?:no|without|free of)\s+(?:any\s+)?side[- ]effects?\b/giu, why: noAbsolute },
  {
    pattern: /(?<!\b(?:not|never) )\bstop\s+taking\b/giu,
    why: 'never tell anyone to leave off a medicine: say "ask your doctor"',
  },
  {
    pattern: /\byou\s+have\s+(?:a\s+)?(?:slipped|herniated|bulging|trapped|pinched)\b/giu,
    why: 'a text cannot diagnose: say "get checked"',
  },
];

const french: readonly BannedWording[] = [
  { pattern: /(?<!\p{L})gu[ée]ri\p{L}*/giu, why: noPromise },
  { pattern: /(?<!\p{L})(?:[ée]limin|garanti|d[ée]finiti)\p{L}*/giu, why: noPromise },
  { pattern: /(?<!\p{L})(?:soulagera|supprimera|fera dispara[iî]tre|va soulager)(?!\p{L})/giu, why: noPromise },
  { pattern: /(?<!\p{L})(?:miracl|magi(?:e|que)|instantan|r[ée]volution)\p{L}*/giu, why: noHype },
  { pattern: /!/gu, why: 'no exclamation marks: a calm voice is easier to trust' },
  { pattern: /(?<!\p{L})sans\s+(?:aucun\s+)?(?:risque|danger|effets?\s+secondaires?)(?!\p{L})/giu, why: noAbsolute },
  { pattern: /\b100\s?%/gu, why: noAbsolute },
];

const byLanguage: ReadonlyMap<string, readonly BannedWording[]> = new Map([
  ['en', english],
  ['fr', french],
]);

/** Every banned wording in a text of that language: where it begins, the words, and why not. */
export const bannedPromises = (
  language: string,
  text: string,
): readonly { readonly index: number; readonly words: string; readonly why: string }[] =>
  (byLanguage.get(language) ?? []).flatMap(({ pattern, why }) =>
    [...text.matchAll(pattern)].map((match) => ({ index: match.index, words: match[0].replace(/\s+/g, ' '), why })),
  );

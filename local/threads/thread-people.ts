import type { Language } from '../../shared/domain/people/subscriber.ts';

/** The texts of one person, by the number of days since they joined. */
export type SaidByDay = ReadonlyMap<number, readonly string[]>;

/** Somebody whose ninety days are played. */
export interface ThreadPerson {
  readonly name: string;
  /** What happens, in a sentence. */
  readonly story: string;
  readonly said: Readonly<Record<Language, SaidByDay>>;
}

type Words = readonly [english: string, french: string];

const said = (days: ReadonlyMap<number, readonly Words[]>): Readonly<Record<Language, SaidByDay>> => {
  const inLanguage = (at: 0 | 1): SaidByDay =>
    new Map([...days].map(([day, words]) => [day, words.map((twins) => twins[at])] as const));
  return { en: inLanguage(0), fr: inLanguage(1) };
};

const pain = (score: number, note: Words = ['', '']): Words => [
  `PAIN ${score} ${note[0]}`.trim(),
  `DOULEUR ${score} ${note[1]}`.trim(),
];

/** Day by day from the first: a score, or nothing. */
const scores = (list: readonly (number | undefined)[]): Map<number, readonly Words[]> =>
  new Map(list.flatMap((score, index) => (score === undefined ? [] : [[index + 1, [pain(score)]] as const])));

const none = undefined;
const flare = [2, 3, none, 2, 3, 2, 3, 8, 9, 9, 10, 8, 7, 7, 6, 5, 5, none, 4, 4, 3, 3, none, 3, 2, 3];
const steady = Array.from({ length: 64 }, (_, index) => (index % 3 === 2 ? none : 2 + (index % 2)));

const all: Words = ['ALL', 'TOUJOURS'];
const some: Words = ['SOME', 'PARFOIS'];
const no: Words = ['NONE', 'JAMAIS'];

const afterGarden = scores([...flare, ...steady]);
afterGarden.set(7, [pain(3), some]);
afterGarden.set(15, [pain(7), no]);
afterGarden.set(22, [pain(3), some]);
afterGarden.set(8, [pain(8, ['after the garden', 'après le jardin']), ['NONE', 'AUCUN']]);
afterGarden.set(9, [pain(9), ['MORE', 'PLUS']]);
afterGarden.set(11, [pain(10), ['LESS', 'MOINS']]);
afterGarden.set(41, [pain(2), ['WEEKLY', 'HEBDO']]);
afterGarden.set(17, [pain(5), ['DAILY', 'QUOTIDIEN']]);

const quiet = scores([5, 6, 5, 6]);
quiet.set(72, [['hello, still here', 'bonjour, toujours là']]);
quiet.set(73, [pain(4)]);

const keen = scores(Array.from({ length: 90 }, (_, index) => Math.max(2, 6 - Math.floor(index / 12))));
keen.set(3, [pain(6), ['HELPED', 'UTILE']]);
keen.set(6, [pain(6), ['walked 10 minutes', 'marché 10 minutes']]);
keen.set(7, [pain(6), some]);
keen.set(10, [pain(6), ['GOAL walk to the shop and back', 'OBJECTIF aller au marché à pied et revenir']]);
keen.set(15, [pain(5), ['ACTIVITY gardening', 'ACTIVITE jardinage']]);
keen.set(14, [pain(5), some, ['not yet', 'pas encore']]);
keen.set(22, [pain(5), all, ['NOTYET', 'PASENCORE']]);
keen.set(28, [pain(4), all, ['DONE', 'FAIT']]);
keen.set(30, [pain(4), ['my goal is to dance at the wedding', 'mon objectif est de danser au mariage']]);
keen.set(9, [pain(6), ['NOTFORME', 'PASPOURMOI']]);
keen.set(13, [pain(5), ['SKIP', 'PASSE']]);
keen.set(20, [pain(5), ['walked 15 minutes today', "marché 15 minutes aujourd'hui"]]);
keen.set(27, [pain(4), ['HELPED', 'UTILE']]);
keen.set(40, [pain(3), ['MORE', 'PLUS']]);
keen.set(41, [pain(3), ['MORE', 'PLUS'], ['WALK', 'MARCHE']]);
keen.set(42, [pain(3), ['WALK 10', 'MARCHE 10']]);
keen.set(49, [pain(2), ['12 minutes', '12 minutes']]);
keen.set(56, [pain(2), ['WALK 13', 'MARCHE 13']]);
keen.set(60, [pain(2), ['HELPED', 'UTILE']]);
keen.set(63, [pain(2), ['9', '9'], ['WALK 14', 'MARCHE 14']]);
keen.set(70, [pain(2), ['WALK 16', 'MARCHE 16']]);
keen.set(77, [pain(2), ['about 15 minutes', 'environ 15 minutes']]);
keen.set(84, [pain(2), ['WALK 18', 'MARCHE 18']]);

/** The three whose threads stand in docs/threads.md. */
export const threadPeople: readonly ThreadPerson[] = [
  {
    name: 'A flare in week two',
    story:
      'Scores of 2 and 3, then 8 to 10 from day 8 on: gentle tips for ten days, and a question about signs; answers about some of the weeks; fewer tips for a week by LESS, DAILY after it; better by day 21.',
    said: said(afterGarden),
  },
  {
    name: 'Silent from day 5',
    story: 'Four scores, then not a word for more than two months; writes again on day 72.',
    said: said(quiet),
  },
  {
    name: 'Keen',
    story:
      'A score every day, walking more; says what helped and what did not; has had all tips by day 40, says each week how far the walking went; sets a goal, is asked about it, reaches it and sets another; then chooses the eight weeks of walking, and is asked for minutes once a week.',
    said: said(keen),
  },
];

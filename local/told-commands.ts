import { firstProgramme } from '../shared/content/programmes.ts';
import { type Reach, reaches } from '../shared/domain/diary/diary.ts';
import type { Language } from '../shared/domain/people/subscriber.ts';
import type { Command } from '../shared/domain/reading/command/keywords.ts';
import { programmesFrom } from '../shared/domain/tips/tip-programme.ts';

/**
 * The commands that people are told of. The type makes the list complete, so that a new keyword is refused until it
 * stands here.
 */
type Told = Exclude<Command, 'language'> | 'stop';

/** Each as somebody would send it, in the order in which a newcomer meets them: the simulator's chips and the README's table. */
const told: Readonly<Record<Told, Readonly<Record<Language, readonly string[]>>>> = {
  join: { en: ['JOIN', 'JOIN 7PM', 'JOIN KNEE7', 'START'], fr: ['INSCRIPTION'] },
  pain: { en: ['PAIN 6'], fr: ['DOULEUR 6,5'] },
  diary: { en: ['DIARY'], fr: ['JOURNAL'] },
  more: { en: ['MORE'], fr: ['PLUS'] },
  tip: { en: ['TIP'], fr: ['CONSEIL'] },
  fix: { en: ['FIX 5'], fr: ['CORRIGE 5'] },
  yesterday: { en: ['YDAY 6'], fr: ['HIER 6'] },
  undo: { en: ['UNDO'], fr: ['ANNULE'] },
  helped: { en: ['HELPED'], fr: ['UTILE'] },
  skip: { en: ['SKIP'], fr: ['PASSE'] },
  notforme: { en: ['NOTFORME'], fr: ['PASPOURMOI'] },
  time: { en: ['TIME 7:30pm'], fr: ['HEURE 19h30'] },
  zone: { en: ['ZONE Paris'], fr: ['FUSEAU Paris'] },
  less: { en: ['LESS'], fr: ['MOINS'] },
  weekly: { en: ['WEEKLY'], fr: ['HEBDO'] },
  daily: { en: ['DAILY'], fr: ['QUOTIDIEN'] },
  again: { en: ['AGAIN'], fr: ['ENCORE'] },
  goal: { en: ['GOAL walk to the shop'], fr: ['OBJECTIF aller au marché à pied'] },
  activity: { en: ['ACTIVITY gardening'], fr: ['ACTIVITE jardinage'] },
  done: { en: ['DONE'], fr: ['FAIT'] },
  notyet: { en: ['NOTYET'], fr: ['PASENCORE'] },
  change: { en: ['CHANGE'], fr: ['CHANGER'] },
  pause: { en: ['PAUSE 7'], fr: ['PAUSE 7'] },
  resume: { en: ['RESUME'], fr: ['REPRENDRE'] },
  email: { en: ['EMAIL jo@example.org'], fr: ['COURRIEL jo@example.org'] },
  sms: { en: ['SMS'], fr: ['SMS'] },
  share: { en: ['SHARE'], fr: ['PARTAGER'] },
  unshare: { en: ['UNSHARE'], fr: ['NE PLUS PARTAGER'] },
  export: { en: ['EXPORT'], fr: ['EXPORTER'] },
  clinic: { en: ['CLINIC YES', 'CLINIC NO'], fr: ['CLINIQUE OUI', 'CLINIQUE NON'] },
  research: { en: ['RESEARCH YES', 'RESEARCH NO'], fr: ['RECHERCHE OUI', 'RECHERCHE NON'] },
  callMe: { en: ['CALL ME'], fr: ['RAPPELEZ-MOI'] },
  french: { en: ['FRANCAIS'], fr: [] },
  english: { en: [], fr: ['ENGLISH'] },
  help: { en: ['HELP'], fr: ['AIDE'] },
  erase: { en: ['ERASE'], fr: ['EFFACER'] },
  stop: { en: ['STOP'], fr: ['ARRET'] },
};

/** The answers to the weekly question; at another time they are no commands. */
const ofWeek: Readonly<Record<Reach, Readonly<Record<Language, string>>>> = {
  all: { en: 'ALL', fr: 'TOUJOURS' },
  some: { en: 'SOME', fr: 'PARFOIS' },
  none: { en: 'NONE', fr: 'JAMAIS' },
};

/** The words that answer the weekly question, with what each means. */
export const weekAnswers = (language: Language): readonly (readonly [words: string, reach: Reach])[] =>
  reaches.map((reach) => [ofWeek[reach][language], reach]);

/** The words that choose a programme at the end of another; each programme has its own. */
export const programmeWords = (language: Language): readonly string[] =>
  programmesFrom(firstProgramme()).flatMap(({ choice }) => choice?.[language].word ?? []);

/** All words of a language: first the commands, of which STOP is the last, then the answers to our questions. */
export const commandsToSay = (language: Language): readonly string[] => [
  ...Object.values(told).flatMap((words) => words[language]),
  ...weekAnswers(language).map(([words]) => words),
  ...programmeWords(language),
];

/** Each with the command that it is to be read as. */
export const toldCommands = (language: Language): readonly (readonly [words: string, command: string])[] =>
  Object.entries(told).flatMap(([command, words]) => words[language].map((said) => [said, command] as const));

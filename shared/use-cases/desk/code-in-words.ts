import type { Language } from '../../domain/people/subscriber.ts';
import { begunBy, type TipProgramme } from '../../domain/tips/tip-programme.ts';
import type { KeptCode } from '../../store/code-store.ts';
import { languageInWords } from './language-in-words.ts';
import { minute } from './tip-in-words.ts';

interface CodeWords {
  readonly begins: (name: string) => string;
  readonly asEverybody: (name: string) => string;
  readonly gone: string;
  readonly languages: Readonly<Record<Language, string>>;
  readonly names: Readonly<Record<Row, string>>;
  readonly unlessNamed: (language: string) => string;
  readonly anyLanguage: string;
  readonly timeThere: (time: string) => string;
  readonly anyTime: string;
  readonly arm: (arm: string) => string;
  readonly untilEnded: string;
  readonly endedOn: (day: string) => string;
  readonly made: (when: string, by: string) => string;
}

type Row = 'code' | 'clinic' | 'contact' | 'programme' | 'language' | 'time' | 'arm' | 'ends' | 'made';

const words: Readonly<Record<Language, CodeWords>> = {
  en: {
    begins: (name) => `begins with ${name}`,
    asEverybody: (name) => `begins with ${name}, as everybody does`,
    gone: 'its programme is here no longer: begins as everybody does',
    languages: languageInWords.en,
    names: {
      code: 'code',
      clinic: 'clinic, as people are told',
      contact: 'whom they may ask',
      programme: 'programme',
      language: 'language',
      time: 'time',
      arm: 'arm of a study',
      ends: 'ends',
      made: 'made',
    },
    unlessNamed: (language) => `${language}, for whoever names no other`,
    anyLanguage: 'that of the word they join by: JOIN or INSCRIPTION',
    timeThere: (time) => `${time}, where they are`,
    anyTime: '09:00 where they are, unless they choose another',
    arm: (arm) => `${arm}, of which nobody is told`,
    untilEnded: 'when you end it',
    endedOn: (day) => `ended on ${day}`,
    made: (when, by) => `${when}, by ${by}`,
  },
  fr: {
    begins: (name) => `commence par ${name}`,
    asEverybody: (name) => `commence par ${name}, comme tout le monde`,
    gone: 'son programme n’est plus là : commence comme tout le monde',
    languages: languageInWords.fr,
    names: {
      code: 'code',
      clinic: 'clinique, sous le nom qui est dit',
      contact: 'à qui s’adresser',
      programme: 'programme',
      language: 'langue',
      time: 'heure',
      arm: 'bras d’une étude',
      ends: 'fin',
      made: 'créé',
    },
    unlessNamed: (language) => `${language}, pour qui n’en nomme pas d’autre`,
    anyLanguage: 'celle du mot d’inscription : JOIN ou INSCRIPTION',
    timeThere: (time) => `${time}, là où est la personne`,
    anyTime: '09:00 là où est la personne, sauf autre choix',
    arm: (arm) => `${arm}, dont rien n’est dit à personne`,
    untilEnded: 'quand vous y mettez fin',
    endedOn: (day) => `terminé le ${day}`,
    made: (when, by) => `${when}, par ${by}`,
  },
};

/**
 * The programme that a person who joins by this code begins with. Undefined if the code names none. `first` is the
 * programme that everybody else begins with.
 */
export const programmeInWords = (
  language: Language,
  code: { readonly programme?: number },
  first: TipProgramme,
): string | undefined => {
  if (code.programme === undefined) return undefined;
  const name = begunBy(code, first)?.choice?.[language].name;
  return name === undefined ? words[language].gone : words[language].begins(name);
};

/** All that is stored of a code, as named rows, so that a slip is seen before a card is printed. */
export const codeInWords = (
  language: Language,
  { code, clinic, contact, time, arm, endedAt, at, by, ...kept }: KeptCode,
  first: TipProgramme,
): readonly (readonly [name: string, value: string])[] => {
  const own = words[language];
  const { names } = own;
  const usual = own.asEverybody(first.choice?.[language].name ?? first.id);
  return [
    [names.code, code],
    [names.clinic, clinic],
    [names.contact, contact],
    [names.programme, programmeInWords(language, kept, first) ?? usual],
    [names.language, kept.language === undefined ? own.anyLanguage : own.unlessNamed(own.languages[kept.language])],
    [names.time, time === undefined ? own.anyTime : own.timeThere(time)],
    ...(arm === undefined ? [] : [[names.arm, own.arm(arm)] as const]),
    [names.ends, endedAt === undefined ? own.untilEnded : own.endedOn(new Date(endedAt).toISOString().slice(0, 10))],
    [names.made, own.made(minute(at), by)],
  ];
};

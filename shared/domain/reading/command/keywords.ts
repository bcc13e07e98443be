import type { Language } from '../../people/subscriber.ts';
import { isOneTypoApart } from '../lexicon/edit-distance.ts';

/** What a keyword asks for. */
export type Command =
  | 'join'
  | 'help'
  | 'pain'
  | 'fix'
  | 'yesterday'
  | 'undo'
  | 'diary'
  | 'more'
  | 'tip'
  | 'again'
  | 'daily'
  | 'less'
  | 'weekly'
  | 'helped'
  | 'skip'
  | 'notforme'
  | 'pause'
  | 'resume'
  | 'time'
  | 'zone'
  | 'email'
  | 'sms'
  | 'export'
  | 'share'
  | 'unshare'
  | 'erase'
  | 'french'
  | 'english'
  | 'language'
  | 'clinic'
  | 'research'
  | 'callMe'
  | 'goal'
  | 'activity'
  | 'done'
  | 'notyet'
  | 'change';

/** The keywords of each language, as matched: lower case, no accents. A new language is a new entry here. */
const keywords: Readonly<Record<Language, Readonly<Record<Command, string>>>> = {
  en: {
    join: 'join start subscribe unstop',
    help: 'help info',
    pain: 'pain',
    fix: 'fix correct correction',
    yesterday: 'yday yesterday',
    undo: 'undo',
    diary: 'diary',
    more: 'more',
    tip: 'tip tips',
    again: 'again',
    daily: 'daily',
    less: 'less',
    weekly: 'weekly',
    helped: 'helped',
    skip: 'skip',
    notforme: 'notforme',
    pause: 'pause',
    resume: 'resume unpause',
    time: 'time',
    zone: 'zone timezone',
    email: 'email mail',
    sms: 'sms text texts',
    export: 'export',
    share: 'share',
    unshare: 'unshare',
    erase: 'erase',
    french: 'french',
    english: 'english',
    language: 'lang',
    goal: 'goal',
    activity: 'activity',
    done: 'done',
    notyet: 'notyet',
    change: '',
    clinic: 'clinic',
    research: 'research',
    callMe: 'callme',
  },
  fr: {
    join: 'inscription debut',
    help: 'aide',
    pain: 'douleur douleurs mal',
    fix: 'corrige corriger',
    yesterday: 'hier',
    undo: 'annule annuler',
    diary: 'journal',
    more: 'plus',
    tip: 'conseil conseils',
    again: 'encore',
    daily: 'quotidien',
    less: 'moins',
    weekly: 'hebdo hebdomadaire',
    helped: 'utile',
    skip: 'passe',
    notforme: 'paspourmoi',
    pause: 'pause',
    resume: 'reprendre reprise',
    time: 'heure',
    zone: 'fuseau',
    email: 'courriel',
    sms: 'texto sms',
    export: 'exporter',
    share: 'partager partage partagez',
    unshare: '',
    erase: 'effacer',
    french: 'francais',
    english: 'anglais',
    language: 'langue',
    goal: '',
    activity: 'activite',
    done: 'fait',
    notyet: 'pasencore',
    change: '',
    clinic: 'clinique',
    research: 'recherche',
    callMe: 'rappelezmoi',
  },
};

/** Whole texts that ask for the same as a keyword alone. */
export const wordings: ReadonlyMap<string, Command> = new Map(
  (
    [
      ['join', 'sign me up|subscribe me|join backbeat|join tips|start tips|start again|rejoin|je m inscris'],
      ['help', 'help me|i need help|need help|more info|commands|aidez moi|aide moi'],
      ['undo', 'undo that|undo this|undo last|undo it|undo score|undo my last score'],
      ['diary', 'my diary|the diary|show diary|show my diary|show me my diary|see my diary|mon journal|le journal'],
      ['more', 'tell me more|more about this|more on this|en savoir plus'],
      ['tip', 'a tip|another tip|todays tip|give me a tip|send me a tip|send a tip|send tip|tip now|un conseil'],
      ['resume', 'resume tips|resume messages|resume texts'],
      ['daily', 'daily tips|tips daily|tips every day|a tip every day|a tip a day'],
      ['daily', 'conseils quotidiens|conseils tous les jours|conseils chaque jour'],
      ['weekly', 'weekly tips|tips weekly|a tip a week|tips once a week'],
      ['weekly', 'conseils chaque semaine|conseil hebdomadaire|conseils hebdomadaires'],
      ['helped', 'that tip helped|the tip helped|this tip helped|ce conseil m a aide|le conseil m a aide'],
      ['skip', 'skip this|skip this one|skip this tip|skip that one|passer ce conseil|passe celui ci'],
      [
        'notforme',
        'not for me|is not for me|isnt for me|pas pour moi|est pas pour moi|n est pas pour moi|c est pas pour moi',
      ],
      ['notforme', 'this is not for me|ce n est pas pour moi'],
      ['goal', 'my goal|what is my goal|whats my goal|what s my goal|objectif|mon objectif|quel est mon objectif'],
      [
        'done',
        'done it|goal done|goal reached|i reached my goal|c est fait|objectif atteint|j ai atteint mon objectif',
      ],
      ['notyet', 'not yet|not yet done|not quite yet|pas encore|pas encore fait|pas encore atteint'],
      ['change', 'change|change it|change goal|change my goal|another goal|new goal'],
      ['change', 'changer|changer d objectif|changer mon objectif|autre objectif|un autre objectif|nouvel objectif'],
      ['sms', 'text me|by text|by sms|tips by text|tips by sms|par sms|par texto'],
      ['export', 'export data|export my data|export diary|export my diary|exporter mes donnees'],
      [
        'share',
        'share my diary|share diary|share this|share it|share my page|partager mon journal|partager le journal',
      ],
      ['unshare', 'stop sharing|stop sharing my diary|end sharing|do not share|dont share|don t share|un share'],
      ['unshare', 'ne plus partager|ne partage plus|ne partagez plus|arreter de partager|arreter le partage'],
      ['french', 'in french|en francais|parlez francais'],
      ['english', 'in english|en anglais|speak english'],
      ['erase', 'erase data|erase my data|erase everything|erase all|erase all my data|erase me|erase my diary'],
      ['erase', 'delete my data|delete all my data|delete everything|tout effacer|effacer tout|effacer mes donnees'],
    ] satisfies [Command, string][]
  ).flatMap(([command, list]) => list.split('|').map((wording): [string, Command] => [wording, command])),
);

const isCommand = (word: string): word is Command => word in keywords.en;

const meaning = new Map<string, Command>();
const french = new Set<string>();
for (const table of [keywords.en, keywords.fr]) {
  for (const [command, list] of Object.entries(table)) {
    for (const word of list.split(' ').filter(Boolean)) {
      if (table === keywords.fr && !meaning.has(word)) french.add(word);
      if (isCommand(command)) meaning.set(word, command);
    }
  }
}

/** Ordinary words that are one typo away from a keyword or from STOP, and are never taken for it. */
export const ordinaryWords: ReadonlySet<string> = new Set(
  `paid pail pair pan pin pawn pays plain paint paints pains spain main pant pas pai
  jain joins joint joined coin loin john jon
  helper helpers heaped yelped whelped utiles futile util outil outils
  held hell helm hemp heap heal yelp helps hep hello kelp
  into inf undid unto
  mode mole move mire mare mote mope mere mora moral morse mores moore moe mort moor
  tile tide tire tine tome tame times timed timer tim tie toe
  bone tone gone none zones zoned ozone one
  test tent next texts taxi tex teat
  day days dairy
  plum plug plush pus pulse flux plums pls
  aid aides aids aime aile
  her heir hire hiver
  stars stare stark tart smart star starts stat strat startle
  cause pauses paused passe
  resumed resumes presume
  emails gmail mails mall mailed male mali mais maul
  eraser erased erases
  expert exports exported
  debt debuts debit
  heures heurt heureux
  couleur couleurs courrier
  clinics cliniques
  researcher researched researches rechercher recherches recherchee
  tipp trips ties tics tins taps tits tis tests texas texte here ease aside abide yay
  debug debout douceur annuel aider aidee plis plu francois francoise
  shared shares sharer shard shark sharp shape shame shade shave shake shore hare scare spare stare snare
  partages partagee partagea
  subscribed subscriber subscribers subscribes
  step stops shop spot top stoop strop atop stow slop strap sop tops`.split(/\s+/),
);

/** Keywords that are too close to many other words (lens, passé, dairy) and match only exactly. */
const withoutTypos: ReadonlySet<Command> = new Set([
  'language',
  'goal',
  'activity',
  'done',
  'notyet',
  'again',
  'daily',
  'less',
  'weekly',
  'skip',
  'notforme',
]);

/** The keywords that a typo is looked for in, by their first letter. */
const byFirstLetter: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  [...meaning.keys()].filter((keyword) => keyword.length >= 4),
  (keyword) => keyword.charAt(0),
);

/** The keywords that a word may stand for, all of one command. Empty if there is none, or if they are of different commands. */
const keywordsOf = (word: string): readonly string[] => {
  if (meaning.has(word)) return [word];
  if (word.length < 3 || word.length > 13 || ordinaryWords.has(word)) return [];
  const [first, second] = [word.charAt(0), word.charAt(1)];
  const swapped = first === second ? [] : (byFirstLetter.get(second) ?? []).filter((keyword) => keyword[1] === first);
  const meant = [...(byFirstLetter.get(first) ?? []), ...swapped].filter((keyword) => isOneTypoApart(keyword, word));
  const [command, ...others] = new Set(meant.map((keyword) => meaning.get(keyword)));
  return command === undefined || others.length > 0 || withoutTypos.has(command) ? [] : meant;
};

/**
 * The command that a word stands for, exactly or with one typo. A typo is allowed in words of four letters or more, never
 * in the first letter, where ordinary words crowd (sore and more, side and aide), and never where it is an ordinary word.
 */
export const commandOf = (word: string): Command | undefined => meaning.get(keywordsOf(word)[0] ?? '');

/** Whether a word stands for a keyword that exists in French and not in English. */
export const isFrenchKeyword = (word: string): boolean => {
  const meant = keywordsOf(word);
  return meant.length > 0 && meant.every((keyword) => french.has(keyword));
};

/** Keywords to which a number may be attached: PAIN6, FIX5, PAUSE7. */
export const numberTakers: ReadonlySet<string> = new Set(
  [...meaning].filter(([, c]) => ['pain', 'fix', 'yesterday', 'pause', 'time'].includes(c)).map(([word]) => word),
);

/** Numbers in letters. Those above ten are listed so that they are recognised as no score. */
export const keywordNumbers: ReadonlyMap<string, number> = new Map(
  [
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
    'zero - deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize - - - vingt',
  ]
    .flatMap((list) => list.split(' ').map((word, value): [string, number] => [word, value]))
    .concat([
      ['thirty', 30],
      ['trente', 30],
      ['forty', 40],
      ['fifty', 50],
      ['sixty', 60],
      ['seventy', 70],
      ['eighty', 80],
      ['ninety', 90],
      ['hundred', 100],
      ['cent', 100],
      ['thousand', 1000],
      ['mille', 1000],
    ])
    .filter(([word]) => word !== '-'),
);

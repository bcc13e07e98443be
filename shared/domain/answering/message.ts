/**
 * The longest day in words; a pause may put the next tip further off than tomorrow. Like all values below, it is the
 * longest in any language.
 */
const longestDate = 'Wednesday 30 September';
/** The longest time; tips go out every five minutes. */
const longestTime = '12:55 pm';
const longestPlace = 'heure de Ho Chi Minh City';
/** The longest name of a clinic has 40 letters (infra/config.ts); its hours have at most longestHoursInWords. */
const longestClinic = 'the physiotherapists of Some Clinic, Rye';
const longestHours = 'lun-mar, jeu, sam-dim 9h00-17h00, mer 9h00-12h30 (heure de Ho Chi Minh City)';
/**
 * The blank and the longest sentence that `hardDay` may be (`characters` below): what the answers that hold it leave of
 * a segment.
 */
const longestHardDay = 'x'.repeat(23);
/** The longest goal that a text repeats (goalInText). */
const longestGoal = 'x'.repeat(40);
/** The longest activity that a text repeats (activityInText). */
const longestActivity = 'x'.repeat(24);
/**
 * The longest word of a programme that may be chosen, and its longest description (content/build/programme-source.ts
 * enforces both).
 */
const longestWord = 'x'.repeat(12);
const longestChoice = 'x'.repeat(60);
/** The longest list of other programmes in the summary, with a comma and a blank before each word. */
const longestOthers = 'x'.repeat(14);
/** The longest list of programmes with their descriptions. */
const longestChoices = 'x'.repeat(150);
/** The longest of the messages that say how often messages come (`characters` below). */
const longestPace = 'x'.repeat(27);
/** Three tips, each as long as its segment allows. */
const longestTips = 'x'.repeat(3 * 126);
/**
 * These values are spelled out: a computed value would stay in every bundle, though only the content build needs it.
 */
const longestLink =
  'https://backbeat.some-clinic.example.org/diary/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx';

/**
 * Every text the service answers with: how many GSM-7 segments it may take, and the longest values its placeholders
 * can have; for what is said within other answers, its most `characters`. The content build renders each text with these and fails if it does not fit; the type of the values that
 * `renderMessage` takes comes from here too.
 */
export const messageSpecs = {
  tip: { segments: 1, sample: { tip: '' } },
  // A programme of three messages a week may begin some days on.
  welcome: { segments: 3, sample: { pace: longestPace, time: longestTime, place: longestPlace, first: longestDate } },
  welcomeMailbox: { segments: 3, sample: { pace: longestPace } },
  welcomeBack: {
    segments: 2,
    sample: { pace: longestPace, time: longestTime, place: longestPlace, first: longestDate },
  },
  joinTomorrow: { segments: 1, sample: {} },
  joinClosed: { segments: 2, sample: { contact: 'https://backbeat.some-clinic.example.org/terms' } },
  paceDaily: { segments: 1, characters: 27, sample: {} },
  paceLess: { segments: 1, characters: 27, sample: {} },
  paceThree: { segments: 1, characters: 27, sample: {} },
  paceWeekly: { segments: 1, characters: 27, sample: {} },
  joinedThrough: {
    segments: 1,
    sample: { clinic: longestClinic, contact: 'https://back-pain.some-clinic.example.org/contact' },
  },
  beginsWith: { segments: 1, sample: { name: longestChoice } },
  beginsInstead: { segments: 1, sample: { name: longestChoice, back: longestWord } },
  programmeOffered: { segments: 1, sample: { name: longestChoice, word: longestWord } },
  codeUnknown: { segments: 1, sample: { code: 'ABCDEFGHIJK7' } },
  alreadyJoined: { segments: 2, sample: { pace: longestPace, time: longestTime, place: longestPlace } },
  stopped: { segments: 1, sample: {} },
  wrongNumber: { segments: 1, sample: {} },
  notJoined: { segments: 1, sample: {} },
  help: { segments: 2, sample: { pace: longestPace, contact: 'https://backbeat.some-clinic.example.org/terms' } },
  languageSet: { segments: 1, sample: {} },
  languageUnclear: { segments: 1, sample: {} },
  scoreFirst: { segments: 1, sample: { score: '9.5', hardDay: longestHardDay } },
  scoreLogged: { segments: 1, sample: { score: '9.5', hardDay: longestHardDay, mean: '9.5', days: '7' } },
  scoreLoggedUp: { segments: 1, sample: { score: '9.5', hardDay: longestHardDay, mean: '9.5', points: '9.5' } },
  scoreLoggedDown: { segments: 1, sample: { score: '9.5', hardDay: longestHardDay, mean: '9.5', points: '9.5' } },
  scoreLoggedSame: { segments: 1, sample: { score: '9.5', hardDay: longestHardDay, mean: '9.5' } },
  hardDay: { segments: 1, characters: 22, sample: {} },
  scoreFlare: { segments: 1, sample: { score: '9.5', mean: '9.5', usual: '9.5' } },
  scoreUnclear: { segments: 1, sample: {} },
  scoreInDoubt: { segments: 1, sample: { score: '9.5' } },
  scoreInDoubtYesterday: { segments: 1, sample: { score: '9.5' } },
  scoreWhich: { segments: 1, sample: { first: '9.5', second: '9.5' } },
  scoreWhichUnkept: { segments: 1, sample: { first: '9.5', second: '9.5' } },
  scoreDropped: { segments: 1, sample: {} },
  earlierLogged: { segments: 1, sample: { score: '9.5', date: longestDate } },
  signsNone: { segments: 1, sample: {} },
  lastAnswer: { segments: 1, sample: {} },
  yesterdayLogged: { segments: 1, sample: { score: '9.5' } },
  fixed: { segments: 1, sample: { before: '9.5', score: '9.5' } },
  nothingToFix: { segments: 1, sample: { score: '9.5' } },
  undoneScore: { segments: 1, sample: { score: '9.5' } },
  undoneFix: { segments: 1, sample: { score: '9.5' } },
  undoneNote: { segments: 1, sample: {} },
  nothingToUndo: { segments: 1, sample: {} },
  noteKept: { segments: 1, sample: {} },
  noteNotKept: { segments: 1, sample: {} },
  talkThanks: { segments: 1, sample: {} },
  talkGoodNews: { segments: 1, sample: {} },
  talkBadDay: { segments: 1, sample: {} },
  talkCourtesy: { segments: 1, sample: {} },
  talkGreeting: { segments: 1, sample: {} },
  talkWho: { segments: 1, sample: { pace: longestPace } },
  talkBot: { segments: 1, sample: {} },
  talkCost: { segments: 1, sample: {} },
  talkPrivacy: { segments: 1, sample: {} },
  talkMedicine: { segments: 1, sample: {} },
  talkDoctor: { segments: 1, sample: {} },
  talkExercise: { segments: 1, sample: {} },
  talkLanguage: { segments: 1, sample: {} },
  talkInvite: { segments: 1, sample: {} },
  talkPuzzled: { segments: 1, sample: { pace: longestPace } },
  emptyText: { segments: 1, sample: {} },
  suggestTime: { segments: 1, sample: { opens: longestTime, closes: longestTime } },
  suggestPause: { segments: 1, sample: {} },
  suggestLess: { segments: 1, sample: {} },
  suggestFewest: { segments: 1, sample: {} },
  suggestZone: { segments: 1, sample: {} },
  suggestEmail: { segments: 1, sample: {} },
  suggestSms: { segments: 1, sample: {} },
  suggestDiary: { segments: 1, sample: {} },
  suggestMore: { segments: 1, sample: {} },
  suggestTip: { segments: 1, sample: {} },
  suggestUndo: { segments: 1, sample: {} },
  suggestResume: { segments: 1, sample: {} },
  suggestErase: { segments: 1, sample: {} },
  suggestExport: { segments: 1, sample: {} },
  suggestJoin: { segments: 1, sample: {} },
  optOutInDoubt: { segments: 1, sample: {} },
  scoreUnclearUnkept: { segments: 1, sample: {} },
  scoreInDoubtUnkept: { segments: 1, sample: { score: '9.5' } },
  scoreInDoubtYesterdayUnkept: { segments: 1, sample: { score: '9.5' } },
  talkGoodNewsUnkept: { segments: 1, sample: {} },
  talkBadDayUnkept: { segments: 1, sample: {} },
  talkMedicineUnkept: { segments: 1, sample: {} },
  suggestMoreUnkept: { segments: 1, sample: {} },
  suggestTipUnkept: { segments: 1, sample: {} },
  suggestResumeUnkept: { segments: 1, sample: {} },
  optOutInDoubtUnkept: { segments: 1, sample: {} },
  diary: {
    segments: 2,
    sample: {
      week: 'Mon -, Tue -, Wed 9.5, Thu 9.5, Fri 9.5, Sat 9.5, Sun 9.5',
      link: longestLink,
    },
  },
  exportLink: { segments: 2, sample: { link: longestLink } },
  visitLink: { segments: 2, sample: { link: longestLink } },
  visitEnded: { segments: 1, sample: {} },
  moreNone: { segments: 1, sample: {} },
  tipToday: { segments: 1, sample: { tip: '' } },
  tipNoneFits: { segments: 1, sample: {} },
  tipHelped: { segments: 1, sample: {} },
  tipLater: { segments: 1, sample: {} },
  tipUnwanted: { segments: 1, sample: {} },
  tipHelpedAlone: { segments: 1, sample: {} },
  tipNotSmoking: { segments: 1, sample: {} },
  nudge: { segments: 1, sample: {} },
  fewer: { segments: 1, sample: {} },
  fewest: { segments: 1, sample: {} },
  goodbye: { segments: 1, sample: {} },
  ease: { segments: 1, sample: {} },
  summary: { segments: 1, sample: { days: '366', first: '9.5', last: '9.5', others: longestOthers } },
  summaryBare: { segments: 1, sample: { others: longestOthers } },
  programmeOver: { segments: 2, sample: { others: longestChoices } },
  programmeChosen: { segments: 2, sample: { name: longestChoice, first: longestDate, back: longestWord } },
  programmeBack: { segments: 2, sample: { name: longestChoice, first: longestDate } },
  walkFirst: { segments: 1, sample: {} },
  weeklyWalk: { segments: 1, sample: { days: '7', mean: '9.5' } },
  weeklyWalkBare: { segments: 1, sample: {} },
  walkNoted: { segments: 1, sample: { minutes: '240', from: '30', to: '31' } },
  walkEnough: { segments: 1, sample: { minutes: '240' } },
  walkFlare: { segments: 1, sample: { minutes: '240' } },
  walkNone: { segments: 1, sample: {} },
  walkUnclear: { segments: 1, sample: {} },
  walkOrPain: { segments: 1, sample: { number: '10' } },
  walkElsewhere: { segments: 1, sample: {} },
  undoneWalk: { segments: 1, sample: {} },
  doseThree: { segments: 1, sample: { first: longestDate } },
  beganAgain: { segments: 1, sample: { first: longestDate } },
  bestTips: { segments: 3, sample: { tips: longestTips } },
  bestNone: { segments: 1, sample: {} },
  weeklyUp: { segments: 1, sample: { days: '7', mean: '9.5', points: '9.5' } },
  weeklyDown: { segments: 1, sample: { days: '7', mean: '9.5', points: '9.5' } },
  weeklySame: { segments: 1, sample: { days: '7', mean: '9.5' } },
  weeklyMean: { segments: 1, sample: { days: '7', mean: '9.5' } },
  weeklyBare: { segments: 1, sample: {} },
  weekAll: { segments: 1, sample: {} },
  weekSome: { segments: 1, sample: {} },
  weekNone: { segments: 1, sample: {} },
  weekUnclear: { segments: 1, sample: {} },
  undoneWeek: { segments: 1, sample: {} },
  weeklyGoal: { segments: 1, sample: { days: '7', mean: '9.5', goal: longestGoal } },
  weeklyGoalBare: { segments: 1, sample: { goal: longestGoal } },
  weekAllGoal: { segments: 1, sample: { goal: longestGoal } },
  weekSomeGoal: { segments: 1, sample: { goal: longestGoal } },
  weekNoneGoal: { segments: 1, sample: { goal: longestGoal } },
  goalHow: { segments: 1, sample: {} },
  goalIs: { segments: 1, sample: { goal: longestGoal } },
  goalSet: { segments: 1, sample: { goal: longestGoal } },
  goalDone: { segments: 1, sample: { goal: longestGoal } },
  goalNotYet: { segments: 1, sample: { goal: longestGoal } },
  goalChange: { segments: 1, sample: { goal: longestGoal } },
  activityHow: { segments: 1, sample: {} },
  activityIs: { segments: 1, sample: { activity: longestActivity } },
  activitySet: { segments: 1, sample: { activity: longestActivity } },
  activityWalking: { segments: 1, sample: {} },
  undoneActivity: { segments: 1, sample: {} },
  goalFirst: { segments: 1, sample: { goal: longestGoal } },
  weeklyOwn: { segments: 1, sample: { days: '7', mean: '9.5', activity: longestActivity } },
  weeklyOwnUp: { segments: 1, sample: { days: '7', mean: '9.5', points: '9.5', activity: longestActivity } },
  weeklyOwnDown: { segments: 1, sample: { days: '7', mean: '9.5', points: '9.5', activity: longestActivity } },
  weeklyOwnSame: { segments: 1, sample: { days: '7', mean: '9.5', activity: longestActivity } },
  weeklyOwnBare: { segments: 1, sample: { activity: longestActivity } },
  weekAllOwn: { segments: 1, sample: { activity: longestActivity } },
  weekSomeOwn: { segments: 1, sample: { activity: longestActivity } },
  weekNoneOwn: { segments: 1, sample: { activity: longestActivity } },
  undoneGoal: { segments: 1, sample: {} },
  cameBack: { segments: 1, sample: { first: longestDate } },
  cameBackSummary: { segments: 1, sample: { first: longestDate } },
  doseDaily: { segments: 1, sample: { first: longestDate } },
  doseLess: { segments: 1, sample: { first: longestDate } },
  doseWeekly: { segments: 1, sample: { first: longestDate } },
  timeSet: { segments: 1, sample: { time: longestTime, place: longestPlace, first: longestDate } },
  timeRounded: { segments: 1, sample: { time: longestTime, place: longestPlace, first: longestDate } },
  timeLast: { segments: 1, sample: { time: longestTime, place: longestPlace, first: longestDate } },
  timeRefused: {
    segments: 1,
    sample: { opens: longestTime, closes: longestTime, nearest: longestTime, place: longestPlace },
  },
  timeRefusedGuess: {
    segments: 2,
    sample: { opens: longestTime, closes: longestTime, nearest: longestTime, place: longestPlace },
  },
  timeUnclear: { segments: 1, sample: { opens: longestTime, closes: longestTime } },
  zoneSet: { segments: 1, sample: { time: longestTime, place: longestPlace, first: longestDate } },
  zoneUnknown: { segments: 1, sample: {} },
  zoneAmbiguous: {
    segments: 1,
    sample: { choices: 'Springfield, Massachusetts or Springfield, Missouri or another one there' },
  },
  paused: { segments: 1, sample: { until: longestDate } },
  pauseUnclear: { segments: 1, sample: {} },
  resumed: { segments: 1, sample: { first: longestDate, time: longestTime } },
  emailAsked: { segments: 1, sample: {} },
  emailUnclear: { segments: 1, sample: {} },
  emailTaken: { segments: 1, sample: {} },
  onlyByText: { segments: 1, sample: {} },
  onlyByEmail: { segments: 1, sample: {} },
  emailNeedsPhone: { segments: 1, sample: { number: '+15551234567' } },
  needsOwnMailbox: { segments: 1, sample: {} },
  tipsByText: { segments: 1, sample: { time: longestTime, first: longestDate } },
  textOffer: { segments: 1, sample: {} },
  eraseAsk: { segments: 1, sample: { word: 'K7QX' } },
  eraseWrongWord: { segments: 1, sample: {} },
  erased: { segments: 1, sample: {} },
  redFlagTold: { segments: 2, sample: { clinic: longestClinic, hours: longestHours } },
  welcomeReaders: { segments: 2, sample: { clinic: longestClinic, hours: longestHours } },
  callMe: { segments: 2, sample: { clinic: longestClinic, hours: longestHours } },
  clinicYes: { segments: 1, sample: {} },
  clinicWorse: { segments: 2, sample: { clinic: longestClinic, hours: longestHours } },
  clinicNo: { segments: 1, sample: {} },
  clinicHow: { segments: 1, sample: {} },
  researchYes: { segments: 2, sample: {} },
  researchNo: { segments: 1, sample: {} },
  researchHow: { segments: 2, sample: {} },
  joinOnWeb: { segments: 2, sample: { link: 'https://backbeat.some-clinic.example.org' } },
  stillStopped: { segments: 1, sample: {} },
  alreadyDone: { segments: 1, sample: {} },
  today: { segments: 1, sample: {} },
  tomorrow: { segments: 1, sample: {} },
} as const satisfies Record<
  string,
  { segments: number; characters?: number; sample: Readonly<Record<string, string>> }
>;

/** The name of a message. */
export type MessageKey = keyof typeof messageSpecs;

/** The values of a message's placeholders. */
export type MessageValues<Key extends MessageKey> = {
  readonly [Name in keyof (typeof messageSpecs)[Key]['sample']]: string;
};

/** How many wordings an answer has that supports somebody; others have one. */
export const wordingsAnOccasion = 3;

/** The key of a wording among the compiled messages; the first has the message's own key. */
export const wordingKey = (key: string, wording: number): string => (wording === 0 ? key : `${key} ${wording + 1}`);

/** Renders a message with its placeholders filled in; `wording` is the index of its wording, where it has several. */
export const renderMessage = <Key extends MessageKey>(
  messages: Readonly<Record<MessageKey, string>> & Readonly<Record<string, string>>,
  key: Key,
  values: MessageValues<Key>,
  wording = 0,
): string => {
  const byName = new Map<string, string>(Object.entries(values));
  const text = messages[wordingKey(key, wording)] ?? messages[key];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => byName.get(name) ?? whole);
};

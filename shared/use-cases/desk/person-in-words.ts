import type { PersonAtDesk } from '../../domain/desk/person-at-desk.ts';
import type { Language } from '../../domain/people/subscriber.ts';
import { cityOf } from '../../domain/time/zone-names.ts';
import { personWords } from './person-words.ts';
import type { ShownCohort } from './show-person.ts';
import { doseInWords, onClockOf } from './tip-in-words.ts';

/** The city that a clock is of, and what it shows: an hour means nothing to whoever does not know whose it is. */
const placeInWords = (language: Language, { zone, localNow }: PersonAtDesk): string => {
  const [date = '', time = ''] = localNow.split(' ');
  return personWords[language].place(cityOf(zone), date, time);
};

const pauseInWords = (language: Language, { pausedUntil, addressFails }: PersonAtDesk): string => {
  const { until, failing, notPaused } = personWords[language];
  if (pausedUntil !== undefined) return until(pausedUntil);
  return addressFails ? failing : notPaused;
};

/**
 * Somebody's settings as named rows, for the command line and for the desk's page, in words that whoever answers the
 * phone can say aloud. `cohort` adds the code by which they came.
 */
export const personInWords = (
  language: Language,
  person: PersonAtDesk,
  cohort?: ShownCohort,
): readonly (readonly [name: string, value: string])[] => {
  const own = personWords[language];
  const { names } = own;
  const yesNo = (is: boolean): 'yes' | 'no' => (is ? 'yes' : 'no');
  const status = own.statuses[person.status];
  const { name, had, of, isOver } = person.programme;
  return [
    [names.pseudonym, person.id],
    [names.status, person.stopReason === undefined ? status : `${status} (${own.stopReasons[person.stopReason]})`],
    [names.tips, own.tipsAt(own.byChannel[person.tipsBy], person.time)],
    [names.place, `${placeInWords(language, person)}${person.zoneSource === 'guess' ? own.guess : ''}`],
    [names.nextTip, person.nextTip ?? own.none],
    [names.pause, pauseInWords(language, person)],
    [names.language, own.languages[person.language]],
    [names.country, new Intl.DisplayNames(language, { type: 'region' }).of(person.country) ?? person.country],
    [names.joined, onClockOf(person.zone, Date.parse(person.joinedAt))],
    [names.programme, `${own.progress(name[language], had, of)}${isOver ? own.over : ''}`],
    [names.messages, `${doseInWords(language, person.dose)}${person.isFewer ? own.fewer : ''}`],
    [names.given, String(person.tipsGiven)],
    [
      names.has,
      `${own.phone[yesNo(person.hasPhone)]}, ${own.mailbox[yesNo(person.hasMailbox)]}${person.mailboxWaits ? own.waits : ''}`,
    ],
    ...(cohort ? [[names.cameBy, `${cohort.code}: ${cohort.clinic}, ${cohort.contact}`] as const] : []),
    [names.clinic, own[yesNo(person.letsClinicRead)]],
    [names.research, own[yesNo(person.letsResearch)]],
  ];
};

/** What a move led to: the hour, and the place as it was understood, with the time that it is there. */
export const movedInWords = (language: Language, person: PersonAtDesk): string =>
  personWords[language].moved({
    time: person.time,
    place: placeInWords(language, person),
    next: person.nextTip,
  });

import { createHash } from 'node:crypto';
import type { DiaryEntry, Reach } from '../domain/diary/diary.ts';
import { addDays } from '../domain/time/local-time.ts';
import { localDateTime } from '../domain/time/zone-clock.ts';
import type { DiaryDocument } from './diary-document.ts';

const loinc = 'http://loinc.org';
/** "Pain severity - 0-10 verbal numeric rating [Score] - Reported" (docs/facts.md#d2). */
const painSeverity = '72514-3';

/**
 * A UUID that is always the same for the same thing (RFC 9562, version 8: 122 bits of SHA-256), so that a diary exported
 * twice is not two sets of observations.
 */
const uuidOf = (name: string): string => {
  const digest = createHash('sha256').update(name).digest();
  const hex = digest.toString('hex');
  const variant = (8 + ((digest[8] ?? 0) & 3)).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const offsetText = (minutes: number): string => {
  const absolute = Math.abs(minutes);
  const hours = String(Math.floor(absolute / 60)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${hours}:${String(absolute % 60).padStart(2, '0')}`;
};

/** When it was felt: to the minute if it was told on that day, otherwise only the day, which a FHIR dateTime may be. */
const effectiveOf = (entry: DiaryEntry, zone: string): string => {
  const told = localDateTime(zone, entry.at);
  // FHIR asks for seconds wherever there is a time of day.
  return told.date === entry.date ? `${told.date}T${told.time}:00${offsetText(told.offsetMinutes)}` : entry.date;
};

/**
 * Words as FHIR's strings may hold them: without control characters except tab, line feed and carriage return (R4,
 * datatypes, string), which JSON could write (`\\f`, `\\b`) and a validator refuses, and without half surrogate pairs.
 */
const fhirText = (words: string): string =>
  words.toWellFormed().replace(/\p{Cc}/gu, (sign) => (/[\t\n\r]/.test(sign) ? sign : ' '));

/** A note as an annotation, unless it is blank, which FHIR's strings may not be. */
const annotations = (note: string | null): { readonly note?: readonly { readonly text: string }[] } => {
  const text = note === null ? '' : fhirText(note);
  return text.trim() === '' ? {} : { note: [{ text }] };
};

const survey = [
  {
    coding: [
      { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey', display: 'Survey' },
    ],
  },
];

const backPain = {
  coding: [
    { system: loinc, code: painSeverity, display: 'Pain severity - 0-10 verbal numeric rating [Score] - Reported' },
  ],
  text: 'Back pain, numeric rating scale from 0 (none) to 10 (the worst imaginable)',
};

/** A quantity in a UCUM unit. */
const quantity = (value: number, unit: string) => ({ value, unit, system: 'http://unitsofmeasure.org', code: unit });

interface Observed {
  readonly key: string;
  readonly at: number;
  readonly status?: DiaryEntry['status'];
  readonly code: object;
  readonly effective: object;
  readonly value: object;
}

const onDays: Readonly<Record<Reach, string>> = { all: 'on all days', some: 'on some days', none: 'on no day' };

/**
 * The diary as a FHIR R4 Bundle of Observations about one pseudonymous Patient. Entries taken back are left out, and a
 * corrected one is `amended`. Notes without a score have no value to observe and are only in the JSON export. Answers
 * to the weekly question (each about its seven days) and minutes of walking are Observations too, in words, because no
 * LOINC code asks just that.
 */
export const diaryFhir = ({ subscriber, diary, exportedAt }: DiaryDocument): string => {
  const patient = uuidOf(`patient:${subscriber.id}:${subscriber.epoch}`);
  const subject = { reference: `urn:uuid:${patient}` };
  /** One observation: what it is about, when it was so, when they said it, and what they said. */
  const observed = ({ key, at, status = 'final', code, effective, value }: Observed) => {
    const id = uuidOf(`observation:${subscriber.id}:${subscriber.epoch}:${key}`);
    const resource = {
      resourceType: 'Observation',
      id,
      identifier: [{ system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` }],
      status,
      category: survey,
      code,
      subject,
      ...effective,
      issued: new Date(at).toISOString(),
      performer: [subject],
      ...value,
    };
    return { fullUrl: `urn:uuid:${id}`, resource };
  };
  const observations = diary.entries.flatMap((entry) => {
    const { key, at, score, status, note } = entry;
    if (score === null || status === 'taken-back') return [];
    const value = {
      valueQuantity: quantity(score, '{score}'),
      bodySite: { text: 'Back' },
      ...annotations(note),
    };
    const effective = { effectiveDateTime: effectiveOf(entry, subscriber.zone) };
    return [observed({ key, at, status, code: backPain, effective, value })];
  });
  const weeks = diary.weeks.map(({ key, date, at, reach, activity }) =>
    observed({
      ...{ key, at },
      code: {
        text:
          activity === undefined
            ? 'On how many days of the week they walked as far as they wanted'
            : `On how many days of the week they did this as much as they wanted: ${fhirText(activity)}`,
      },
      effective: { effectivePeriod: { start: addDays(date, -7), end: addDays(date, -1) } },
      value: { valueCodeableConcept: { text: onDays[reach] } },
    }),
  );
  const walks = diary.walks.map(({ key, date, at, minutes }) =>
    observed({
      ...{ key, at },
      code: { text: 'Minutes that they walk with ease' },
      effective: { effectiveDateTime: date },
      value: { valueQuantity: quantity(minutes, 'min') },
    }),
  );
  const person = {
    resourceType: 'Patient',
    id: patient,
    identifier: [{ system: 'urn:ietf:rfc:3986', value: `urn:uuid:${patient}` }],
  };
  return JSON.stringify(
    {
      resourceType: 'Bundle',
      type: 'collection',
      timestamp: new Date(exportedAt).toISOString(),
      entry: [{ fullUrl: `urn:uuid:${patient}`, resource: person }, ...observations, ...weeks, ...walks],
    },
    null,
    2,
  );
};

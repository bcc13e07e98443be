import { get } from './api.js';

const dayInWords = (date) =>
  new Intl.DateTimeFormat('en', { timeZone: 'UTC', weekday: 'short', month: 'short', day: 'numeric' }).format(
    new Date(`${date}T12:00:00Z`),
  );
const timeInWords = (time) =>
  new Intl.DateTimeFormat('en', { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' }).format(
    new Date(`2000-01-01T${time}:00Z`),
  );

/** The city that a zone is named after. */
export const cityOf = (zone) => zone.replace(/^.*\//, '').replaceAll('_', ' ');

const nextDay = (date) => new Date(Date.parse(`${date}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const explain = (who, date) =>
  get(`explain?who=${encodeURIComponent(who)}${date === undefined ? '' : `&date=${date}`}`);

const isAddress = (who) => /^\+[1-9]\d{6,14}$|@/.test(who);

/**
 * Whom the moves of the clock are about: of these numbers and mailboxes the first that gets tips, else the first. With
 * what is to be said of today by their own clock. Undefined if none is an address.
 */
export const whoIsThere = async (people) => {
  const found = await Promise.all(people.filter(isAddress).map(async (who) => ({ who, ...(await explain(who)) })));
  return found.find(({ isSubscribed }) => isSubscribed) ?? found[0];
};

const ofDay = ({ date, decision, reason, zone, time }) => {
  switch (decision) {
    case 'to-come':
    case 'due':
      return `The tip of ${dayInWords(date)} is due at ${timeInWords(time)} in ${cityOf(zone)}.`;
    case 'accepted':
    case 'sent':
    case 'delivered':
      return `The tip of ${dayInWords(date)} had been sent before.`;
    case 'skipped':
    case 'none':
      return `No tip on ${dayInWords(date)}: ${reason}.`;
    default:
      return `The tip of ${dayInWords(date)} (${decision}): ${reason}.`;
  }
};

/** Why nothing was sent to somebody: what is to be said of today and, unless that day's tip is still to come, of tomorrow. */
export const whyNothing = async (person) => {
  if (person === undefined) return 'The number that texts needs its country code, such as +12125550101.';
  const { who, ...today } = person;
  // Of somebody who has left, what was recorded of today is not why.
  if (!today.isSubscribed) return `${who} is not subscribed: text JOIN, or sign up on the page and confirm.`;
  const days =
    today.decision === 'to-come' || today.decision === 'due'
      ? [today]
      : [today, await explain(who, nextDay(today.date))];
  return days.map(ofDay).join(' ');
};

import { offsetAt } from './zones.js';

/** Finds the one element of the page that a part owns. */
export const find = (selector) => document.querySelector(selector);

/** Builds an element; `properties` are DOM properties, except `data` and `aria`, which are attributes. */
export const element = (tag, { data = {}, aria = {}, ...properties } = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  for (const [name, value] of Object.entries(data)) made.dataset[name] = value;
  for (const [name, value] of Object.entries(aria)) made.setAttribute(`aria-${name}`, value);
  made.append(...children);
  return made;
};

const link = /https?:\/\/[^\s<>"')]+[^\s<>"').,;]/g;

/** Text with its links made clickable, each opening a tab of its own. */
export const withLinks = (text) => {
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(link)) {
    pieces.push(
      text.slice(end, match.index),
      element('a', { href: match[0], target: '_blank', rel: 'noopener', textContent: match[0] }),
    );
    end = match.index + match[0].length;
  }
  return [...pieces, text.slice(end)];
};

/** An instant as a person in that zone reads it, once the zone is learned. */
export const timeIn = (zone, at, more = {}) =>
  new Intl.DateTimeFormat('en', {
    timeZone: 'UTC',
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    ...more,
  }).format(new Date(at).getTime() + offsetAt(zone, new Date(at).getTime()));

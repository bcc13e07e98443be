import * as z from 'zod';
import { wordingKey, wordingsAnOccasion } from '../../shared/domain/answering/message.ts';
import { bannedPromises } from './banned-promises.ts';
import type { Problem } from './problem.ts';
import { sizeProblem } from './text-size.ts';
import { readYaml } from './yaml-source.ts';

/**
 * How many segments each message may take, the longest values of its placeholders, and how long it may be where it is
 * said within others (shared/domain/answering/message.ts).
 */
export type MessageSpecs = Readonly<
  Record<
    string,
    { readonly segments: number; readonly characters?: number; readonly sample: Readonly<Record<string, string>> }
  >
>;

const text = z.string('must be a text: put it in quotes').min(1, 'is empty: write a text');

/** A message has one wording, or several of which the date chooses one. */
const messagesFile = z.record(
  z.string(),
  z.union([text, z.array(text).length(wordingsAnOccasion, `must have ${wordingsAnOccasion} wordings, or one`)]),
);

const placeholders = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name));

const fill = (text: string, sample: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => sample[name] ?? whole);

const messageProblems = (key: string, text: string, spec: MessageSpecs[string]): readonly string[] => {
  const used = placeholders(text);
  const known = new Set(Object.keys(spec.sample));
  const tooBig = sizeProblem(`\`${key}\``, fill(text, spec.sample), spec.segments);
  return [
    ...[...used]
      .filter((name) => !known.has(name))
      .map((name) => `\`${key}\` uses {${name}}, which nothing fills in: remove it`),
    ...[...known]
      .filter((name) => !used.has(name))
      .map((name) => `\`${key}\` does not use {${name}}: say where it stands`),
    ...(tooBig ? [tooBig] : []),
    ...(text.length > (spec.characters ?? Number.POSITIVE_INFINITY)
      ? [`\`${key}\` has ${text.length} characters; ${spec.characters} fit the answers that it is said in: shorten it`]
      : []),
  ];
};

/** The specs of those messages that a file contains: for a file that words only some messages differently. */
const writtenOf = (specs: MessageSpecs, value: Readonly<Record<string, unknown>>): MessageSpecs =>
  Object.fromEntries(Object.entries(specs).filter(([key]) => value[key] !== undefined));

/**
 * Reads and checks messages-by-mail.yaml, in which some messages are worded for a deployment that sends mails and no
 * texts, by the rules of messages.yaml. `both` is what messages.yaml says, each wording by its key.
 */
export const readMessagesByMail = (
  language: string,
  path: string,
  file: string,
  specs: MessageSpecs,
  both: Readonly<Record<string, string>>,
): ReturnType<typeof readMessages> => {
  const { value = {}, lineOf } = readYaml(path, file, messagesFile);
  const { messages, problems } = readMessages(language, path, file, writtenOf(specs, value));
  // Without this check a wording that speaks of texting would be left, on one day in three.
  const left = Object.keys(value)
    .filter((key) => (both[wordingKey(key, 1)] === undefined) !== (messages[wordingKey(key, 1)] === undefined))
    .map((key) => ({
      path,
      line: lineOf(key),
      what: `\`${key}\` must have as many wordings as in messages.yaml`,
    }));
  return { messages, problems: [...problems, ...left] };
};

/** Reads and checks messages.yaml: every message of the specs and no other, its placeholders, its segments, no promises. */
export const readMessages = (
  language: string,
  path: string,
  file: string,
  specs: MessageSpecs,
): { readonly messages: Readonly<Record<string, string>>; readonly problems: readonly Problem[] } => {
  const { value, problems, lineOf } = readYaml(path, file, messagesFile);
  if (value === undefined) return { messages: {}, problems };
  const missing = Object.keys(specs)
    .filter((key) => value[key] === undefined)
    .map((key) => ({ path, line: 1, what: `\`${key}\` is missing: the service has to say it` }));
  const worded = Object.entries(value).flatMap(([key, said]) =>
    [said].flat().map((text, index) => [key, wordingKey(key, index), text] as const),
  );
  const wrong = worded.flatMap(([key, name, text]) => {
    const spec = specs[key];
    const whats = spec
      ? messageProblems(name, text, spec)
      : [`\`${key}\` is not in shared/domain/answering/message.ts: nobody sends it, remove it`];
    const promises = bannedPromises(language, text).map(({ words, why }) => `"${words}" is not allowed: ${why}`);
    return [...whats, ...promises].map((what) => ({ path, line: lineOf(key), what }));
  });
  return {
    messages: Object.fromEntries(worded.map(([, name, text]) => [name, text])),
    problems: [...missing, ...wrong],
  };
};

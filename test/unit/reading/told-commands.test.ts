import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toldCommands } from '../../../local/told-commands.ts';
import { languages } from '../../../shared/domain/people/subscriber.ts';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

/** Commands that are read as the same kind of request. */
const readAs: Readonly<Record<string, string>> = {
  pain: 'score',
  daily: 'dose',
  less: 'dose',
  weekly: 'dose',
  helped: 'rate',
  skip: 'rate',
  notforme: 'rate',
  french: 'language',
  english: 'language',
  callMe: 'call-me',
  done: 'goal-progress',
  notyet: 'goal-progress',
  change: 'goal-progress',
};

describe.each(languages)('what people are told to say, in %s', (language) => {
  it.each(toldCommands(language))('%s is read as %s', (words, command) => {
    const { intent, optOut } = parseReply(words, lexicon);
    if (command === 'stop') return expect(optOut).toBeDefined();
    expect(optOut).toBeUndefined();
    expect(intent.kind).toBe(readAs[command] ?? command);
  });

  it.each(toldCommands(language))('%s stands in the README', (words) => {
    expect(readme).toContain(`\`${words}\``);
  });
});

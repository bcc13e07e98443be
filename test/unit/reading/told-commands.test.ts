import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandsToSay, programmeWords, toldCommands, weekAnswers } from '../../../local/told-commands.ts';
import { languages } from '../../../shared/domain/people/subscriber.ts';
import { readReach } from '../../../shared/domain/reading/answer/read-reach.ts';
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
    const { intent, leaving } = parseReply(words, lexicon);
    if (command === 'stop') return expect(leaving.kind).toBe('leaves');
    expect(leaving.kind).not.toBe('leaves');
    expect(intent.kind).toBe(readAs[command] ?? command);
  });

  it.each(weekAnswers(language))('%s answers the weekly question: %s', (words, reach) => {
    expect(readReach(words)).toBe(reach);
  });

  it('a programme is chosen by its own word', () => {
    expect(programmeWords(language)).toEqual(language === 'en' ? ['TIPS', 'WALK'] : ['CONSEILS', 'MARCHE']);
  });

  it('stands in the README, and on the simulator’s buttons', () => {
    const commands = toldCommands(language).map(([words]) => words);
    const said = commandsToSay(language);
    expect(said).toEqual(expect.arrayContaining(commands));
    expect(said.filter((words) => !readme.includes(`\`${words}\``))).toEqual([]);
  });
});

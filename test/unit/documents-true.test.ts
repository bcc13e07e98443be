import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDeskSettings } from '../../functions/desk/deps.ts';
import { readWebSettings } from '../../functions/web/plain-deps.ts';
import { deskEnvironment, functionEnvironment } from '../../local/settings.ts';
import { firstProgramme } from '../../shared/content/programmes.ts';
import { type Environment, variables } from '../../shared/platform/settings.ts';
import * as keys from '../../shared/store/keys.ts';

/*
 * What the documents say of the code and a list of the code can answer for. Paths, names and commands in documents are held
 * by citations.test.ts and test/infra/docs.
 */
const root = join(import.meta.dirname, '../..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const quotedIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/`([^`\n]+)`/g)].map(([, quoted = '']) => quoted));

/** Which variables a function's settings are read from. */
const variablesReadBy = (read: (environment: Environment) => unknown): readonly string[] => {
  const asked = new Set<string>();
  const environment = {
    ...functionEnvironment({}, 'http://127.0.0.1:1', 'http://127.0.0.1:2'),
    ...deskEnvironment('http://127.0.0.1:2'),
  };
  read(
    new Proxy(environment, {
      get: (target, name) => {
        asked.add(String(name));
        return Reflect.get(target, name);
      },
    }),
  );
  return [...asked, variables.table, variables.secretsParameter];
};

describe('the README of a function', () => {
  it.each([
    ['desk', readDeskSettings],
    ['web', readWebSettings],
  ] as const)('names every setting that %s reads, and no other', (name, read) => {
    const [line = ''] = /^- \*\*Settings\*\*.*$/m.exec(textOf(`functions/${name}/README.md`)) ?? [];
    const known = new Set<string>(Object.values(variables));
    const listed = [...quotedIn(line)].filter((quoted) => known.has(quoted));
    // The month's caps are named by what they are, and the one channel by its own sentence.
    const inWords = new Set<string>([variables.smsSegmentsAMonth, variables.emailsAMonth, variables.onlyChannel]);
    const spelledOut = (names: readonly string[]) => [...new Set(names)].filter((one) => !inWords.has(one)).sort();
    expect(spelledOut(listed)).toEqual(spelledOut(variablesReadBy(read)));
  });
});

describe('architecture.md', () => {
  const table = textOf('docs/architecture.md').split('## The table')[1]?.split('\n## ')[0] ?? '';
  const made = [
    ...[keys.profileKey, keys.lastTipKey, keys.confirmationMailsKey, keys.pagePrefix, keys.cohortPrefix],
    ...[keys.visitPrefix, keys.consentPrefix, keys.tipKey(''), keys.subscriberKey('')],
    keys.askedCodeKey(0).split('#')[0] ?? '',
    ...[keys.worklistKey(''), keys.codeKey(''), keys.codeCountKey('', ''), keys.auditKey(0, 0), keys.tallyKey('', '')]
      .concat([keys.spendKey('', '', ''), keys.limitKey('', 0), keys.invitationKey('')])
      .map(({ PK }) => /^[A-Z]+#?/.exec(PK)?.[0] ?? PK),
  ];

  it('lists every kind of item that the table holds', () => {
    expect(made.filter((key) => !table.includes(`\`${key}`))).toEqual([]);
  });
});

describe('testing.md', () => {
  const text = textOf('docs/testing.md');

  it('lists every folder of tests', () => {
    const folders = readdirSync(join(root, 'test'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'support')
      .map(({ name }) => name);
    expect(folders.filter((name) => !text.includes(`\n| \`test/${name}\` |`))).toEqual([]);
    expect(folders.length).toBeGreaterThan(12);
  });

  it('says what each test from the outside is for', () => {
    const told = quotedIn(text.split('## End to end')[1]?.split('\n## ')[0] ?? '');
    const tests = readdirSync(join(root, 'test/e2e')).filter((name) => name.endsWith('.test.ts'));
    expect(tests.filter((name) => !told.has(name))).toEqual([]);
  });
});

describe('the README', () => {
  it('counts the tips of both programmes', () => {
    const first = firstProgramme();
    const walking = first.others?.find(({ id }) => id === 'walking');
    expect(textOf('README.md')).toContain(
      `The ${first.tips.length} tips, and the ${walking?.tips.length} of the walking programme`,
    );
  });
});

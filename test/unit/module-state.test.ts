import { globSync, readFileSync } from 'node:fs';
import { Lang, parse, type SgNode } from '@ast-grep/napi';
import { describe, expect, it } from 'vitest';

/**
 * What a module keeps between two events: a warm Lambda serves one person after another with it, and a thread of the
 * simulation one world after another. Each must be the same whoever was served before.
 */
const kept: Readonly<Record<string, string>> = {
  'functions/web/pages/spoken.ts dayFormats': 'memo by language and form of a date',
  'shared/content/mail-templates.ts loading': 'content, as it was compiled',
  'shared/content/safety.ts lexicon': 'content, as it was compiled',
  'shared/domain/reading/answer/read-answer.ts meanings': 'filled from content when the module is loaded',
  'shared/domain/reading/assertion/assert-mentions.ts none': 'the empty set, to which nothing is added',
  'shared/domain/reading/command/keywords.ts french': 'filled from a list when the module is loaded',
  'shared/domain/places/place-set.ts headsByRegion': 'memo by the set of places, forgotten with it',
  'shared/domain/reading/command/keywords.ts meaning': 'filled from a list when the module is loaded',
  'shared/domain/reading/safety/find-safety.ts nothingTolerated': 'the empty list, to which nothing is added',
  'shared/domain/reading/safety/safety-rule.ts unsaid': 'the empty list, to which nothing is added',
  'shared/domain/reading/score/lone-number.ts known': 'memo by the words of one text, forgotten with them',
  'shared/domain/time/runtime-zones.ts listeners': 'filled when modules are loaded',
  'shared/domain/time/runtime-zones.ts version': 'of this runtime, said once at its start',
  'shared/domain/time/zone-clock.ts blocks': 'memo of the zone data, forgotten with them',
  'shared/domain/time/zone-clock.ts formats': 'memo by the name of a zone',
  'shared/domain/time/zone-clock.ts lastDay': 'memo of one day, asked for by its number',
  'shared/domain/time/zone-clock.ts timeTexts': 'memo by the minute of the day',
  'shared/domain/time/zone-data.ts deployed':
    'the zone data; only the simulation sets others (test/simulation/world-turn.ts)',
  'shared/domain/time/zone-name-index.ts memo': 'memo of the names of zones',
  'shared/platform/http-client.ts origins': 'memo by the origin of a provider',
  'shared/platform/http-client.ts pools': 'connections, which any request may use',
  'shared/providers/aws/plain-json.ts written': 'taken in the turn of the event loop in which it is written',
};

const isEmptyCollection = (node: SgNode | null): boolean =>
  node !== null && /^(?:new (?:Map|Set|WeakMap|WeakSet)\b.*\(\)|\[\]|\{\})$/s.test(node.text());

/** Variables at the top of a module that can be given another value, and collections that begin empty. */
const stateIn = (text: string, language: Lang): readonly string[] =>
  parse(language, text)
    .root()
    .children()
    .flatMap((node) => (node.kind() === 'export_statement' ? node.children() : [node]))
    .filter((node) => node.kind() === 'lexical_declaration')
    .flatMap((declaration) =>
      declaration
        .children()
        .filter((node) => node.kind() === 'variable_declarator')
        .filter((node) => declaration.text().startsWith('let ') || isEmptyCollection(node.field('value')))
        .map((node) => node.field('name')?.text() ?? ''),
    );

const root = new URL('../../', import.meta.url);

describe('what outlives an event', () => {
  it('is known, each with its reason', () => {
    const found = globSync(['shared/**/*.{ts,tsx}', 'functions/**/*.{ts,tsx}'], { cwd: root }).flatMap((file) =>
      stateIn(readFileSync(new URL(file, root), 'utf8'), file.endsWith('x') ? Lang.Tsx : Lang.TypeScript).map(
        (name) => `${file} ${name}`,
      ),
    );
    expect(found.length).toBeGreaterThan(10);
    expect(found.filter((each) => kept[each] === undefined)).toEqual([]);
  });

  it.each([
    ['let last = 0;', ['last']],
    ['export let last: string | undefined;', ['last']],
    ['const seen = new Map<string, number>();', ['seen']],
    ['const list: string[] = [];', ['list']],
    ['const pools: { a?: number } = {};', ['pools']],
    ["const words = new Set(['a']);", []],
    ['const f = () => { let inner = 0; return inner; };', []],
  ])('is found in %s', (text, names) => {
    expect(stateIn(text, Lang.TypeScript)).toEqual(names);
  });
});

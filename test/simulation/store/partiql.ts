import {
  type Condition,
  type Item,
  type Operand,
  type Parameters,
  reader,
  UnknownExpression,
  valueIn,
} from './expression.ts';
import type { Change } from './update.ts';

export const isInsert = (text: string): boolean => /^INSERT\b/.test(text);

/** Takes the question marks' values in their order. */
const positional = (values: readonly unknown[]): Parameters & { finish(): void } => {
  let next = 0;
  return {
    name: (placeholder) => {
      throw new UnknownExpression(`PartiQL has no ${placeholder}`);
    },
    value: (placeholder) => {
      if (placeholder !== '?' || next >= values.length) throw new UnknownExpression(`no value for ${placeholder}`);
      return values[next++];
    },
    finish: () => {
      if (next < values.length) throw new UnknownExpression('more parameters than question marks');
    },
  };
};

/** The item of an `INSERT INTO "table" VALUE {'name': ?, …}`. */
export const insertOf = (text: string, table: string, values: readonly unknown[]): Item => {
  const parameters = positional(values);
  const read = reader(text, parameters);
  read.expect('INSERT');
  read.expect('INTO');
  if (read.path() !== table) read.fail();
  read.expect('VALUE');
  read.expect('{');
  const item: Record<string, unknown> = {};
  do {
    const name = valueIn(read.operand(), undefined);
    read.expect(':');
    item[String(name)] = valueIn(read.operand(), undefined);
  } while (read.accept(','));
  read.expect('}');
  read.end();
  parameters.finish();
  return item;
};

const keyIn = (terms: readonly Condition[], name: string): Operand | undefined => {
  const found = terms.find(
    (term) => term.kind === 'compare' && term.by === '=' && term.left.kind === 'path' && term.left.name === name,
  );
  return found?.kind === 'compare' ? found.right : undefined;
};

/** Key, condition and changes of an `UPDATE "table" SET "name" = ? … WHERE "PK" = ? AND "SK" = ? AND …`. */
export const updateOf = (text: string, table: string, values: readonly unknown[]) => {
  const parameters = positional(values);
  const read = reader(text, parameters);
  read.expect('UPDATE');
  if (read.path() !== table) read.fail();
  read.expect('SET');
  const update: Change[] = [];
  do {
    const name = read.path();
    read.expect('=');
    update.push({ kind: 'set', name, to: read.operand() });
  } while (read.accept(','));
  read.expect('WHERE');
  const condition = read.condition();
  read.end();
  parameters.finish();
  const terms = condition.kind === 'and' ? condition.terms : [condition];
  const [PK, SK] = [keyIn(terms, 'PK'), keyIn(terms, 'SK')];
  if (!PK || !SK) throw new UnknownExpression(`names no item: ${text}`);
  return { key: { PK: valueIn(PK, undefined), SK: valueIn(SK, undefined) }, condition, update };
};

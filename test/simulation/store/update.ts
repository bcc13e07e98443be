import { type Item, type Operand, type Parameters, reader, UnknownExpression, valueIn } from './expression.ts';

export type Change =
  | { readonly kind: 'set'; readonly name: string; readonly to: Operand }
  | { readonly kind: 'add'; readonly name: string; readonly value: unknown };

/** The changes of an UpdateExpression: SET and ADD are all that we use. */
export const readUpdate = (text: string, parameters: Parameters): readonly Change[] => {
  const read = reader(text, parameters);
  const changes: Change[] = [];
  if (read.accept('SET')) {
    do {
      const name = read.path();
      read.expect('=');
      changes.push({ kind: 'set', name, to: read.operand() });
    } while (read.accept(','));
  } else if (read.accept('ADD')) {
    const name = read.path();
    const added = read.operand();
    if (added.kind !== 'value') read.fail();
    changes.push({ kind: 'add', name, value: valueIn(added, undefined) });
  }
  read.end();
  if (changes.length === 0) throw new UnknownExpression(`neither SET nor ADD: ${text}`);
  return changes;
};

const added = (held: unknown, more: unknown): unknown => {
  if (more instanceof Set && (held === undefined || held instanceof Set)) return new Set([...(held ?? []), ...more]);
  throw new UnknownExpression('ADD is known for sets');
};

export const applyUpdate = (changes: readonly Change[], item: object): Item => {
  const before: Item = { ...item };
  const after: Record<string, unknown> = { ...item };
  for (const change of changes) {
    after[change.name] = change.kind === 'set' ? valueIn(change.to, before) : added(before[change.name], change.value);
  }
  return after;
};

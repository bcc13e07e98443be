import { type Item, type Operand, type Parameters, reader, UnknownExpression, valueIn } from './expression.ts';

export type Change =
  | { readonly kind: 'set'; readonly name: string; readonly to: Operand }
  | { readonly kind: 'add'; readonly name: string; readonly value: unknown };

/** The changes of an UpdateExpression, clause by clause: SET and ADD are all that we use. */
export const readUpdate = (text: string, parameters: Parameters): readonly Change[] => {
  const read = reader(text, parameters);
  const setOne = (): Change => {
    const name = read.path();
    read.expect('=');
    return { kind: 'set', name, to: read.operand() };
  };
  const addOne = (): Change => {
    const name = read.path();
    const more = read.operand();
    return more.kind === 'value' ? { kind: 'add', name, value: more.value } : read.fail();
  };
  const changes: Change[] = [];
  const clause = (word: string, one: () => Change): boolean => {
    if (!read.accept(word)) return false;
    do changes.push(one());
    while (read.accept(','));
    return true;
  };
  while (clause('SET', setOne) || clause('ADD', addOne));
  read.end();
  if (changes.length === 0) throw new UnknownExpression(`neither SET nor ADD: ${text}`);
  return changes;
};

const added = (held: unknown, more: unknown): unknown => {
  if (more instanceof Set && (held === undefined || held instanceof Set)) return new Set([...(held ?? []), ...more]);
  if (typeof more === 'number' && (held === undefined || typeof held === 'number')) return (held ?? 0) + more;
  throw new UnknownExpression('ADD is known for sets and numbers');
};

export const applyUpdate = (changes: readonly Change[], item: object): Item => {
  const before: Item = { ...item };
  const after: Record<string, unknown> = { ...item };
  for (const change of changes) {
    after[change.name] = change.kind === 'set' ? valueIn(change.to, before) : added(before[change.name], change.value);
  }
  return after;
};

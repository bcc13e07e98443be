/** The engine was asked something it does not know: strict, so that nothing is proved about a statement it misread. */
export class UnknownExpression extends Error {
  override readonly name = 'UnknownExpression';
}

export type Item = Readonly<Record<string, unknown>>;

/** Where an operand's value comes from: an attribute, or a parameter that came with the command. */
export type Operand =
  | { readonly kind: 'path'; readonly name: string }
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'if_not_exists'; readonly name: string; readonly otherwise: Operand };

export type Condition =
  | { readonly kind: 'compare'; readonly left: Operand; readonly by: string; readonly right: Operand }
  | { readonly kind: 'between'; readonly of: Operand; readonly low: Operand; readonly high: Operand }
  | { readonly kind: 'exists'; readonly name: string; readonly wanted: boolean }
  | { readonly kind: 'begins'; readonly of: Operand; readonly prefix: Operand }
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Condition[] };

const tokenPattern = /\s*(?:(<>|<=|>=|[=<>(),{}]|:(?![A-Za-z0-9_]))|([#:]\w+|"[^"]+"|'[^']*'|\?|[A-Za-z_]\w*))/y;
const tokensByText = new Map<string, readonly string[]>();

const tokensOf = (text: string): readonly string[] => {
  const known = tokensByText.get(text);
  if (known) return known;
  const tokens: string[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.trimEnd().length) {
    const match = tokenPattern.exec(text);
    if (!match) throw new UnknownExpression(`cannot read: ${text}`);
    tokens.push(match[1] ?? match[2] ?? '');
  }
  tokensByText.set(text, tokens);
  return tokens;
};

/** Names and values that came with a command; those that no expression used are an error, as in DynamoDB. */
export interface Parameters {
  readonly name: (placeholder: string) => string;
  readonly value: (placeholder: string) => unknown;
}

export const reader = (text: string, parameters: Parameters) => {
  const tokens = tokensOf(text);
  let position = 0;
  const fail = (): never => {
    throw new UnknownExpression(`unexpected ${tokens[position] ?? 'end'} in: ${text}`);
  };
  const peek = (): string | undefined => tokens[position];
  const take = (): string => tokens[position++] ?? fail();
  const accept = (token: string): boolean => {
    if (peek()?.toUpperCase() !== token) return false;
    position += 1;
    return true;
  };
  const expect = (token: string): void => {
    if (!accept(token)) fail();
  };
  const path = (): string => {
    const token = take();
    if (token.startsWith('#')) return parameters.name(token);
    if (/^"[^"]+"$/.test(token)) return token.slice(1, -1);
    return /^[A-Za-z_]\w*$/.test(token) ? token : fail();
  };
  const operand = (): Operand => {
    const token = peek() ?? fail();
    if (token === '?' || token.startsWith(':')) return { kind: 'value', value: parameters.value(take()) };
    if (token.startsWith("'")) return { kind: 'value', value: take().slice(1, -1) };
    if (accept('IF_NOT_EXISTS')) {
      expect('(');
      const name = path();
      expect(',');
      const otherwise = operand();
      expect(')');
      return { kind: 'if_not_exists', name, otherwise };
    }
    return { kind: 'path', name: path() };
  };
  const term = (): Condition => {
    for (const [word, wanted] of [
      ['ATTRIBUTE_EXISTS', true],
      ['ATTRIBUTE_NOT_EXISTS', false],
    ] as const) {
      if (!accept(word)) continue;
      expect('(');
      const name = path();
      expect(')');
      return { kind: 'exists', name, wanted };
    }
    if (accept('BEGINS_WITH')) {
      expect('(');
      const of = operand();
      expect(',');
      const prefix = operand();
      expect(')');
      return { kind: 'begins', of, prefix };
    }
    if (accept('(')) {
      const inside = condition();
      expect(')');
      return inside;
    }
    const left = operand();
    if (accept('BETWEEN')) {
      const low = operand();
      expect('AND');
      return { kind: 'between', of: left, low, high: operand() };
    }
    const by = take();
    if (!['=', '<>', '<', '<=', '>', '>='].includes(by)) fail();
    return { kind: 'compare', left, by, right: operand() };
  };
  const chain = (word: 'AND' | 'OR', next: () => Condition): Condition => {
    const first = next();
    const terms = [first];
    while (accept(word)) terms.push(next());
    return terms.length === 1 ? first : { kind: word === 'AND' ? 'and' : 'or', terms };
  };
  const condition = (): Condition => chain('OR', () => chain('AND', term));
  const end = (): void => {
    if (position < tokens.length) fail();
  };
  return { accept, expect, path, operand, condition, end, fail };
};

/** The condition a text states; throws UnknownExpression. */
export const readCondition = (text: string, parameters: Parameters): Condition => {
  const read = reader(text, parameters);
  const condition = read.condition();
  read.end();
  return condition;
};

export const valueIn = (operand: Operand, item: Item | undefined): unknown => {
  if (operand.kind === 'value') return operand.value;
  const held = item?.[operand.name];
  return operand.kind === 'if_not_exists' && held === undefined ? valueIn(operand.otherwise, item) : held;
};

const compare = (left: unknown, by: string, right: unknown): boolean => {
  if (left === undefined || right === undefined) return false;
  if (by === '=') return left === right;
  if (by === '<>') return left !== right;
  const comparable =
    (typeof left === 'number' && typeof right === 'number') || (typeof left === 'string' && typeof right === 'string');
  if (!comparable) return false;
  if (by === '<') return left < right;
  if (by === '<=') return left <= right;
  return by === '>' ? left > right : left >= right;
};

export const holds = (condition: Condition, item: Item | undefined): boolean => {
  switch (condition.kind) {
    case 'compare':
      return compare(valueIn(condition.left, item), condition.by, valueIn(condition.right, item));
    case 'between': {
      const value = valueIn(condition.of, item);
      return compare(value, '>=', valueIn(condition.low, item)) && compare(value, '<=', valueIn(condition.high, item));
    }
    case 'exists':
      return (item?.[condition.name] !== undefined) === condition.wanted;
    case 'begins':
      return String(valueIn(condition.of, item) ?? '').startsWith(String(valueIn(condition.prefix, item)));
    case 'and':
      return condition.terms.every((term) => holds(term, item));
    case 'or':
      return condition.terms.some((term) => holds(term, item));
  }
};

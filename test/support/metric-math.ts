type Values = Readonly<Record<string, number>>;
/** Undefined where a metric that is not filled was not told. */
type Compute = (values: Values) => number | undefined;

const operators: readonly (readonly string[])[] = [
  ['OR'],
  ['AND'],
  ['>=', '>', '<=', '<', '=='],
  ['+', '-'],
  ['*', '/'],
];
const apply: Readonly<Record<string, (left: number, right: number) => number>> = {
  OR: (left, right) => Number(left !== 0 || right !== 0),
  AND: (left, right) => Number(left !== 0 && right !== 0),
  '>=': (left, right) => Number(left >= right),
  '>': (left, right) => Number(left > right),
  '<=': (left, right) => Number(left <= right),
  '<': (left, right) => Number(left < right),
  '==': (left, right) => Number(left === right),
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
};

/** Reads the part of CloudWatch's metric math that our alarms use. */
export const readMetricMath = (expression: string, metrics: readonly string[]): Compute => {
  const tokens = expression.match(/>=|<=|==|[-+*/<>(),]|\w+(\.\d+)?/g) ?? [];
  if (tokens.join('') !== expression.replace(/\s/g, '')) throw new TypeError(`cannot read ${expression}`);
  let next = 0;
  const take = (wanted?: string): string => {
    const token = tokens[next++];
    if (token === undefined || (wanted !== undefined && token !== wanted))
      throw new TypeError(`${wanted ?? 'something'} is missing in ${expression}`);
    return token;
  };
  const level = (depth: number): Compute => {
    const symbols = operators[depth];
    if (symbols === undefined) return atom();
    let left = level(depth + 1);
    for (let symbol = tokens[next]; symbol !== undefined && symbols.includes(symbol); symbol = tokens[next]) {
      take();
      const [before, after, operate] = [left, level(depth + 1), apply[symbol]];
      if (operate === undefined) throw new TypeError(symbol);
      left = (values) => {
        const [one, other] = [before(values), after(values)];
        return one === undefined || other === undefined ? undefined : operate(one, other);
      };
    }
    return left;
  };
  const atom = (): Compute => {
    const token = take();
    if (token === '(') {
      const inner = level(0);
      take(')');
      return inner;
    }
    if (token === 'IF') {
      const argument = (before: string): Compute => {
        take(before);
        return level(0);
      };
      const [condition, yes, no] = [argument('('), argument(','), argument(',')];
      take(')');
      return (values) => {
        const [holds, then, otherwise] = [condition(values), yes(values), no(values)];
        if (holds === undefined || then === undefined || otherwise === undefined) return undefined;
        return holds !== 0 ? then : otherwise;
      };
    }
    if (token === 'FILL') {
      take('(');
      const metric = atom();
      take(',');
      const otherwise = atom();
      take(')');
      return (values) => metric(values) ?? otherwise(values);
    }
    if (/^\d/.test(token)) return () => Number(token);
    if (!metrics.includes(token)) throw new TypeError(`${token} is no metric of the alarm`);
    return (values) => values[token];
  };
  const compute = level(0);
  if (next !== tokens.length) throw new TypeError(`cannot read the end of ${expression}`);
  return compute;
};

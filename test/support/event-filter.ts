/*
 * Lambda's filters of an event source, as far as ours use them ("Control which events Lambda sends to your function"): every
 * field of the pattern is there and one of its values fits.
 */

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fits = (rule: unknown, value: unknown): boolean => {
  if (!isObject(rule)) return rule === value;
  if ('exists' in rule) return rule['exists'] === (value !== undefined);
  if ('prefix' in rule) return typeof value === 'string' && value.startsWith(String(rule['prefix']));
  const but = rule['anything-but'];
  if (Array.isArray(but)) return value !== undefined && !but.includes(value);
  throw new TypeError(`a rule that is not known here: ${Object.keys(rule).join(', ')}`);
};

/** Whether an event gets through a filter. */
export const passes = (pattern: unknown, event: unknown): boolean => {
  if (Array.isArray(pattern)) return pattern.some((rule) => fits(rule, event));
  if (!isObject(pattern)) throw new TypeError('a pattern is made of objects and lists');
  return Object.entries(pattern).every(([name, inner]) => {
    if (name === '$or') return Array.isArray(inner) && inner.some((one) => passes(one, event));
    return passes(inner, isObject(event) ? event[name] : undefined);
  });
};

/** What a reader made of an input: typed data, or the names of the fields at fault (`?` if it has no fields), never a value. */
export type Read<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly faults: readonly string[] };

/** Reads what crosses a boundary. Never throws: what to do about a fault is its caller's to say. */
export type Reader<T> = (input: unknown) => Read<T>;

/** What a generated parser answers instead of data. */
export const INVALID = Symbol('invalid');

type Parser = (value: unknown) => unknown;

/** Whether something is an object that somebody wrote or JSON.parse made: no array, no Map, nothing of a class. */
export const isPlainObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));

const isObject = (input: unknown): input is Readonly<Record<string, unknown>> =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

/** A reader of a single value. */
export const valueReader =
  (parse: Parser): Reader<unknown> =>
  (input) => {
    const data = parse(input);
    return data === INVALID ? { success: false, faults: ['?'] } : { success: true, data };
  };

/** A reader of an object: what it has besides these fields is left out, as zod does. */
export const objectReader =
  (fields: Readonly<Record<string, Parser>>): Reader<Readonly<Record<string, unknown>>> =>
  (input) => {
    if (!isObject(input)) return { success: false, faults: ['?'] };
    const data: Record<string, unknown> = {};
    const faults: string[] = [];
    for (const [name, parse] of Object.entries(fields)) {
      const value = parse(input[name]);
      if (value === INVALID) faults.push(name);
      else if (name in input) data[name] = value;
    }
    return faults.length > 0 ? { success: false, faults } : { success: true, data };
  };

import type { Item } from './expression.ts';

/** A value that DynamoDB would not store, or our marshalling would refuse. */
export class UnstorableValue extends Error {
  override readonly name = 'UnstorableValue';
}

/** A value as the table keeps it: a frozen copy without undefined, as `removeUndefinedValues` leaves it. */
export const stored = (value: unknown): unknown => {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return Object.freeze(value.filter((part) => part !== undefined).map(stored));
  if (value instanceof Set) {
    if (value.size === 0) throw new UnstorableValue('a set may not be empty');
    return new Set(value);
  }
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) return storedItem(value);
  throw new UnstorableValue(`cannot store ${typeof value}`);
};

export const storedItem = (value: object): Item =>
  Object.freeze(
    Object.fromEntries(
      Object.entries(value)
        .filter(([, held]) => held !== undefined)
        .map(([name, held]) => [name, stored(held)]),
    ),
  );

const bytesOf = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(value).replace(/\D/g, '').length / 2) + 1;
  if (Array.isArray(value)) return value.reduce<number>((sum, part) => sum + bytesOf(part) + 1, 3);
  if (value instanceof Set) return [...value].reduce<number>((sum, part) => sum + bytesOf(part), 0);
  if (typeof value === 'object' && value !== null) return sizeOf(value) + 3 + Object.keys(value).length;
  return 1;
};

/** Bytes an item counts for: attribute names and values (docs/facts.md#e4). */
export const sizeOf = (item: object): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + bytesOf(value), 0);

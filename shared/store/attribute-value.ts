import type { AttributeValue } from '@aws-sdk/client-dynamodb';

// The two calls that every tip makes convert their attributes here: the document client's conversion looks for types
// that no item of ours holds, and takes a tenth of the sender's processor time (docs/performance.md).

/**
 * A value as a DynamoDB attribute; undefined fields are left out of their object.
 * @throws TypeError for types that no item holds: bytes, sets, dates
 */
export const toAttribute = (value: unknown): AttributeValue => {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(toAttribute) };
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    throw new TypeError('not ours');
  const held: Record<string, AttributeValue> = {};
  for (const [name, part] of Object.entries(value)) if (part !== undefined) held[name] = toAttribute(part);
  return { M: held };
};

/** @throws TypeError for what no item here holds */
export const fromAttribute = (value: AttributeValue): unknown => {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.M !== undefined) return fromAttributes(value.M);
  if (value.L !== undefined) return value.L.map(fromAttribute);
  if (value.BOOL !== undefined) return value.BOOL;
  throw new TypeError('not ours');
};

/**
 * Converts a DynamoDB item to a plain object.
 * @throws TypeError for types that no item holds
 */
export const fromAttributes = (attributes: Readonly<Record<string, AttributeValue>>): Record<string, unknown> => {
  const item: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(attributes)) item[name] = fromAttribute(value);
  return item;
};

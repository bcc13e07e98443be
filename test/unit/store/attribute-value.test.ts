import { describe, expect, it } from 'vitest';
import { fromAttributes, toAttribute } from '../../../shared/store/attribute-value.ts';

describe('values of an item', () => {
  const item = { tip: 'walk', at: 1.5, open: false, list: ['a', 2], claim: { date: '2030-01-07', none: {} } };

  it('are written as DynamoDB has them, what is undefined left out', () => {
    expect(toAttribute({ ...item, code: undefined })).toEqual({
      M: {
        tip: { S: 'walk' },
        at: { N: '1.5' },
        open: { BOOL: false },
        list: { L: [{ S: 'a' }, { N: '2' }] },
        claim: { M: { date: { S: '2030-01-07' }, none: { M: {} } } },
      },
    });
  });

  it('are read as they were written', () => {
    expect(fromAttributes(toAttribute(item).M ?? {})).toEqual(item);
  });

  it.each([[undefined], [null], [new Set(['a'])], [new Uint8Array(1)], [new Date(0)], [1n]])(
    'are refused when no item holds such: %s',
    (value) => {
      expect(() => toAttribute(value)).toThrow(TypeError);
    },
  );

  it('are refused when DynamoDB has something that nobody wrote', () => {
    expect(() => fromAttributes({ odd: { NULL: true } })).toThrow(TypeError);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { compileSchemas, readSchemaModules, UncompilableSchemaError } from '../../content/compile-schemas.ts';
import * as jobs from '../../content/compiled/schemas/jobs.js';
import * as localTime from '../../content/compiled/schemas/local-time.js';
import * as secrets from '../../content/compiled/schemas/secrets.js';
import * as settings from '../../content/compiled/schemas/settings.js';
import * as signUpForm from '../../content/compiled/schemas/sign-up-form.js';
import * as storedItems from '../../content/compiled/schemas/stored-items.js';
import * as twilioAnswers from '../../content/compiled/schemas/twilio-answers.js';
import * as webhooks from '../../content/compiled/schemas/webhooks.js';
import type { Reader } from '../../shared/schemas/reader.ts';

const compiled: Readonly<Record<string, Readonly<Record<string, Reader<unknown>>>>> = {
  jobs,
  'local-time': localTime,
  secrets,
  settings,
  'sign-up-form': signUpForm,
  'stored-items': storedItems,
  'twilio-answers': twilioAnswers,
  webhooks,
};

const pairs = [...(await readSchemaModules())].flatMap(([file, schemas]) =>
  Object.entries(schemas).flatMap(([name, schema]) => {
    const reader = compiled[file]?.[`read${name.charAt(0).toUpperCase()}${name.slice(1)}`];
    return schema instanceof z.ZodType ? [{ name: `${file}: ${name}`, schema, reader }] : [];
  }),
);

/** At least one that is right for each schema of a text here, and near misses of each. */
const texts: readonly string[] = [
  '',
  ' ',
  'a',
  '\n',
  'sms',
  'email',
  'en',
  'fr',
  'tips',
  'active',
  'score',
  'true',
  'STOP',
  'released',
  'tip',
  'Tip',
  '09:00',
  '23:59',
  '24:00',
  '9:00',
  '2030-02-31',
  '2030-2-3',
  '2030-01-10 ',
  '09:00#sms#abc',
  '09:00#sms#abc1',
  '+12125550100',
  '12125550100',
  '+0212',
  'jo@example.org',
  'jo@',
  'jo smith@example.org',
  'jo@example',
  'https://example.org/',
  'http://localhost:3000',
  'ftp://example.org',
  'https://example.org/#x',
  '0',
  '00',
  '007',
  '00.5',
  '0.0',
  '12',
  '1e3',
  '-1',
  '1.',
  'MG',
  `MG${'0'.repeat(32)}`,
  `AC${'f'.repeat(32)}`,
  `ac${'f'.repeat(31)}`,
  `SM${'0'.repeat(32)}`,
  `mm${'a'.repeat(32)}`,
  `SM${'g'.repeat(32)}`,
  'a'.repeat(26),
  `${'a'.repeat(25)}1`,
  'a'.repeat(8),
  'a'.repeat(7),
  'a'.repeat(16),
  'a'.repeat(15),
  'x'.repeat(254),
  'x'.repeat(255),
];
const leaf: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...texts),
  fc.constantFrom(0, 3, 3.5, 10, 10.5, -1, Number.NaN, Number.POSITIVE_INFINITY, true, null, undefined),
  fc.string(),
  fc.double(),
);
const anything: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: leaf },
  fc.array(leaf, { maxLength: 3 }),
  fc.dictionary(fc.string({ maxLength: 4 }), leaf, { maxKeys: 3 }),
  fc.constantFrom(new Set(['a']), new Set([1]), new Map(), new Date(0), Symbol('symbol'), 1n),
);

/** What is right for a schema. */
const right = (schema: z.core.$ZodType): fc.Arbitrary<unknown> => {
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries<z.core.$ZodType>(schema.shape);
    const needed = fields.filter(([, of]) => !(of instanceof z.ZodOptional)).map(([name]) => name);
    return fc.record(Object.fromEntries(fields.map(([name, of]) => [name, right(of)])), { requiredKeys: needed });
  }
  if (schema instanceof z.ZodOptional) return fc.oneof(fc.constant(undefined), right(schema.unwrap()));
  if (schema instanceof z.ZodNullable) return fc.oneof(fc.constant(null), right(schema.unwrap()));
  if (schema instanceof z.ZodArray) return fc.array(right(schema.element), { maxLength: 3 });
  if (schema instanceof z.ZodRecord)
    return fc.dictionary(fc.string({ maxLength: 4 }), right(schema.valueType), { maxKeys: 3 });
  if (schema instanceof z.ZodSet) return fc.array(right(schema.def.valueType)).map((held) => new Set(held));
  if (schema instanceof z.ZodDiscriminatedUnion) return fc.oneof(...schema.options.map(right));
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodNumber) return fc.double({ noNaN: true, noDefaultInfinity: true });
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  return fc.constantFrom(...texts.filter((text) => z.safeParse(schema, text).success));
};

/** What is right, the same with one of its fields spoilt, and anything at all. */
const inputsFor = (schema: z.core.$ZodType): fc.Arbitrary<unknown> => {
  if (schema instanceof z.ZodOptional) return inputsFor(schema.unwrap());
  if (!(schema instanceof z.ZodObject)) return fc.oneof(right(schema), anything);
  const spoilt = Object.entries<z.core.$ZodType>(schema.shape).map(([name, of]) =>
    fc.tuple(right(schema), inputsFor(of)).map(([whole, field]) => Object.assign({}, whole, { [name]: field })),
  );
  return fc.oneof(right(schema), ...spoilt, anything);
};

describe('what the build makes of a schema', () => {
  it('is there for each of them', () => {
    expect(pairs.length).toBeGreaterThan(35);
    expect(pairs.filter(({ reader }) => reader === undefined).map(({ name }) => name)).toEqual([]);
  });

  it.each(pairs)(
    '$name reads what zod reads, refuses what zod refuses, and names the same fields',
    ({ schema, reader }) => {
      let [taken, refused] = [0, 0];
      fc.assert(
        fc.property(inputsFor(schema), (input) => {
          const wanted = schema.safeParse(input);
          const read = reader?.(input);
          if (wanted.success) {
            taken += 1;
            expect(read).toEqual({ success: true, data: wanted.data });
          } else {
            refused += 1;
            const faults = new Set(wanted.error.issues.map(({ path: [field] }) => field ?? '?'));
            expect({ ...read, faults: new Set(read?.success === false ? read.faults : []) }).toEqual({
              success: false,
              faults: schema instanceof z.ZodObject ? faults : new Set(['?']),
            });
          }
        }),
        { numRuns: 300 },
      );
      // A property that never saw the one or the other would say nothing about it.
      expect(taken).toBeGreaterThan(5);
      expect(schema instanceof z.ZodRecord || refused > 5).toBe(true);
    },
  );

  it('names every field at fault, and quotes no value', () => {
    const read = storedItems.readProfile({ epoch: 7, phone: { number: '+12125550100' }, time: '25:00' });
    expect(JSON.stringify(read)).not.toMatch(/2125550100|25:00/);
    expect(read).toMatchObject({ success: false, faults: expect.arrayContaining(['epoch', 'rev', 'time']) });
    expect(read).not.toMatchObject({ faults: expect.arrayContaining(['phone']) });
  });

  it('tells a field that is not there from one that is undefined, as zod does', () => {
    for (const item of [
      { act: 'given', at: 1 },
      { act: 'given', at: 1, message: undefined },
    ])
      expect(storedItems.readConsent(item)).toStrictEqual({ success: true, data: item });
  });

  it('leaves out what an object has besides', () => {
    expect(storedItems.readWatermark({ at: 1, PK: 'WATERMARK' })).toEqual({ success: true, data: { at: 1 } });
  });
});

describe('a schema that needs zod at run time', () => {
  it.each([
    ['a transform', z.string().transform(Number)],
    ['a default', z.object({ of: z.string().default('a') })],
    ['a check by a function', z.object({ of: z.string().refine((text) => text !== 'a') })],
    ['a coerced number', z.coerce.number()],
    ['an object that refuses other fields', z.strictObject({ of: z.string() })],
  ])('stops the build by name: %s', (_what, schema) => {
    expect(() => compileSchemas('a-file', { mine: schema })).toThrow(UncompilableSchemaError);
    expect(() => compileSchemas('a-file', { mine: schema })).toThrow(/mine/);
  });

  it('leaves `Function` as it was', () => {
    const before = globalThis.Function;
    expect(() => compileSchemas('a-file', { mine: z.string().transform(Number) })).toThrow();
    expect(globalThis.Function).toBe(before);
  });
});

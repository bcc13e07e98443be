import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { compileFn } from 'zod/v4/core';

/** A schema needs more of zod at run time than a parser of its own: a transform, a default, a check by a function. */
export class UncompilableSchemaError extends Error {
  override readonly name = 'UncompilableSchemaError';
  constructor(schema: string, why: string, options?: ErrorOptions) {
    super(`shared/schemas: ${schema} cannot be compiled: ${why}`, options);
  }
}

interface Source {
  readonly constants: ReadonlyMap<string, unknown>;
  /** The body of a function of `input`. */
  readonly body: string;
}

/**
 * What zod's own generator makes of a schema. It keeps the source to itself and hands it to `Function`, so that is where
 * it is taken from.
 */
const generate = (name: string, schema: z.core.$ZodType): Source => {
  const found: Source[] = [];
  const real = globalThis.Function;
  globalThis.Function = new Proxy(real, {
    construct: (_target, given: readonly string[]) => {
      const names = given.slice(0, -1);
      return (...values: readonly unknown[]) => {
        const constants = new Map(names.map((constant, index) => [constant, values[index]]));
        found.push({ constants, body: given.at(-1) ?? '' });
        return () => {};
      };
    },
  });
  try {
    compileFn(schema);
  } catch (cause) {
    throw new UncompilableSchemaError(name, 'zod refuses', { cause });
  } finally {
    globalThis.Function = real;
  }
  const [source] = found;
  if (source === undefined) throw new UncompilableSchemaError(name, 'zod generated nothing');
  return source;
};

/** What generated parsers call, and how to call it where zod is not. */
const callable = new Map<unknown, string>([
  [z.core.util.isPlainObject, 'isPlainObject'],
  [Object.prototype.propertyIsEnumerable, 'Object.prototype.propertyIsEnumerable'],
]);

const literal = (schema: string, value: unknown): string => {
  const known = callable.get(value);
  if (known !== undefined) return known;
  if (value instanceof RegExp) return String(value);
  if (value instanceof Set && [...value].every((one) => JSON.stringify(one) !== undefined))
    return `new Set(${JSON.stringify([...value])})`;
  throw new UncompilableSchemaError(schema, `a ${typeof value} cannot be written down`);
};

/** A parser as an expression: zod's code, and before it the constants it names. */
const parserOf = (name: string, schema: z.core.$ZodType): string => {
  const { constants, body } = generate(name, schema);
  const declared = [...constants]
    .filter(([constant]) => constant !== 'INVALID')
    .map(([constant, value]) => `const ${constant} = ${literal(name, value)};\n`);
  return `/* @__PURE__ */ (() => {\n${declared.join('')}${body}\n})()`;
};

const readerNameOf = (schema: string): string => `read${schema.charAt(0).toUpperCase()}${schema.slice(1)}`;

/**
 * A module of shared/schemas/ as readers, and their declaration. They do what `safeParse` does, without zod: 35 KB, and
 * 6 ms of each cold start (docs/architecture.md). Objects are read field by field, so that fields of one kind, and there
 * are many, share one parser.
 * @throws UncompilableSchemaError
 */
export const compileSchemas = (
  file: string,
  schemas: Readonly<Record<string, unknown>>,
): { readonly code: string; readonly types: string } => {
  const named = Object.entries(schemas).flatMap(([name, schema]) =>
    schema instanceof z.ZodType ? [{ name, schema }] : [],
  );
  const parsers = new Map<string, string>();
  const shared = (name: string, schema: z.core.$ZodType): string => {
    const parser = parserOf(name, schema);
    const known = parsers.get(parser) ?? `parse${parsers.size}`;
    parsers.set(parser, known);
    return known;
  };
  const readerOf = (name: string, schema: z.core.$ZodType): string => {
    if (!(schema instanceof z.ZodObject)) return `valueReader(${shared(name, schema)})`;
    if (schema.def.catchall !== undefined) throw new UncompilableSchemaError(name, 'it is strict or loose');
    const fields = Object.entries<z.core.$ZodType>(schema.shape).map(
      ([field, of]) => `  ${JSON.stringify(field)}: ${shared(`${name}.${field}`, of)},\n`,
    );
    return `objectReader({\n${fields.join('')}})`;
  };
  const readers = named.map(
    ({ name, schema }) => `export const ${readerNameOf(name)} = /* @__PURE__ */ ${readerOf(name, schema)};\n`,
  );
  const here = '../../../shared/schemas';
  return {
    code: [
      `import { INVALID, isPlainObject, objectReader, valueReader } from '${here}/reader.ts';\n`,
      ...[...parsers].map(([parser, name]) => `const ${name} = ${parser};\n`),
      ...readers,
    ].join(''),
    types: [
      `import type * as z from 'zod';`,
      `import type { Reader } from '${here}/reader.ts';`,
      `import type * as schemas from '${here}/${file}.ts';`,
      ...named.map(({ name }) => `export const ${readerNameOf(name)}: Reader<z.output<typeof schemas.${name}>>;`),
      '',
    ].join('\n'),
  };
};

const folder = join(import.meta.dirname, '../shared/schemas');

/** Every module of schemas, by the name of its file. */
export const readSchemaModules = async (): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'reader.ts');
  const modules = files.map(async (file) => [file.replace(/\.ts$/, ''), await import(join(folder, file))] as const);
  return new Map(await Promise.all(modules));
};

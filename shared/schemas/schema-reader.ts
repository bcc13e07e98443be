import * as z from 'zod/mini';

/** What a reader made of an input: typed data, or the names of the fields at fault (`?` if it has no fields), never a value. */
export type Read<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly faults: readonly string[] };

/** Reads what crosses a boundary. It never throws: its caller decides what to do about a fault. */
export type SchemaReader<T> = (input: unknown) => Read<T>;

/** The data that a reader returns for an input it accepts. */
export type DataOf<Of> = Of extends SchemaReader<infer T> ? T : never;

/**
 * Makes a reader from a schema. Of zod's complaints only the names of an object's own fields are kept, because
 * everything else in them, the keys of a record included, may be what a person wrote.
 */
export const reader =
  <Schema extends z.ZodMiniType>(schema: Schema): SchemaReader<z.output<Schema>> =>
  (input) => {
    const parsed = schema.safeParse(input);
    if (parsed.success) return { success: true, data: parsed.data };
    if (!(schema instanceof z.ZodMiniObject)) return { success: false, faults: ['?'] };
    return {
      success: false,
      faults: [...new Set(parsed.error.issues.map(({ path: [field = '?'] }) => String(field)))],
    };
  };

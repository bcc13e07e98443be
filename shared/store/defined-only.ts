type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Removes keys that hold undefined, which `exactOptionalPropertyTypes` distinguishes from absent ones. */
export const definedOnly = <T extends object>(value: T): Defined<T> => {
  const kept: Record<string, unknown> = {};
  for (const [name, held] of Object.entries(value)) if (held !== undefined) kept[name] = held;
  return kept as Defined<T>;
};

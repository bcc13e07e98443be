/**
 * Makes a value when it is first asked for, and keeps it: an ordinary reply does not wait for what it does not need.
 */
export const memoize = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** A value that is made when it is first asked for, and kept: an ordinary reply waits for none that it does not need. */
export const memoize = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

declare const ofError: unique symbol;
/** A word by which a program names an error: `ThrottlingException`, `login_required`. */
export type ErrorName = string & { readonly [ofError]: true };

const isName = (text: string): text is ErrorName => /^[a-z][\w.-]{0,79}$/i.test(text);

/** What an error may be logged as: its name alone, because its message may quote a person. */
export const nameOf = (error: unknown): ErrorName | 'unknown' =>
  error instanceof Error && isName(error.name) ? error.name : 'unknown';

/** The code that an error carries, if it is one word. */
export const codeOf = (error: unknown): ErrorName | 'unknown' => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && isName(code) ? code : 'unknown';
};

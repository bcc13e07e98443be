import { nameOf } from '../platform/error-name.ts';

/** Errors that occur before a byte of the request has left: no name, no route, nobody listening. */
const neverLeft = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/**
 * The code of a connection error, and whether the provider may have taken the message: only a request that never left
 * is certainly not accepted. `fetch` puts the system's error in `cause`.
 */
export const readConnectionError = (error: unknown): { readonly code: string; readonly mayHaveArrived: boolean } => {
  const systemCode = codeOf(error) ?? (error instanceof Error ? codeOf(error.cause) : undefined);
  const code = systemCode ?? nameOf(error);
  return { code, mayHaveArrived: !neverLeft.has(code) };
};

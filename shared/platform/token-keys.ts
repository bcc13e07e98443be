import type { TokenKeys } from '../domain/people/token.ts';
import type { Secrets } from '../schemas/secrets.ts';

/** The keys of links: the current one, and former ones that still open what was sent. */
export const tokenKeysIn = ({
  tokenKey,
  formerTokenKeys = [],
}: Pick<Secrets, 'tokenKey' | 'formerTokenKeys'>): TokenKeys => [tokenKey, ...formerTokenKeys];

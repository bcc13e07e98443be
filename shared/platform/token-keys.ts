import type { TokenKeys } from '../domain/people/token.ts';
import type { Secrets } from '../schemas/secrets.ts';

/** The keys of links: that of today, and those before it that still open what was sent. */
export const tokenKeysIn = ({
  tokenKey,
  formerTokenKeys = [],
}: Pick<Secrets, 'tokenKey' | 'formerTokenKeys'>): TokenKeys => [tokenKey, ...formerTokenKeys];

import type { EnrolledPerson } from '../../shared/domain/people/person.ts';
import { readToken, type TokenClaims, type TokenPurpose } from '../../shared/domain/people/token.ts';
import type { LocalDate } from '../../shared/domain/time/local-time.ts';
import type { WebDeps } from './web-deps.ts';

/** The person a token leads to, with the replies that were read, and the token's claims. */
export interface PersonBehind extends EnrolledPerson {
  readonly claims: TokenClaims;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * The person behind a token of that purpose; undefined if the token is of another enrolment or they are being erased.
 * Somebody who has stopped is found. The replies of forty days are read, or those since a day (`''`: all).
 */
export const personBehind = async (
  { clock, tokenKeys, diary }: Pick<WebDeps, 'clock' | 'tokenKeys' | 'diary'>,
  purpose: TokenPurpose,
  token: string,
  since?: LocalDate,
): Promise<PersonBehind | undefined> => {
  const now = clock.now();
  const claims = readToken(tokenKeys, purpose, token, now);
  const person = claims && (await diary.readEnrolled(claims.id, now, since));
  if (!person || person.subscriber.epoch !== claims.epoch || person.subscriber.status === 'erasing') return undefined;
  return { ...person, claims, now };
};

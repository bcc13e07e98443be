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

/** Which replies are read with a person. `recent`: those of forty days. */
type RepliesRead = 'all' | 'recent' | { readonly since: LocalDate };

/** The day since when replies are read, as the store takes it: before all days, or by its own choice. */
const dayOf = (read: RepliesRead): LocalDate | undefined => {
  if (read === 'recent') return undefined;
  return read === 'all' ? '' : read.since;
};

/**
 * The person behind a token of that purpose; undefined if the token is of another enrolment or they are being erased.
 * Somebody who has stopped is found.
 */
export const personBehind = async (
  { clock, tokenKeys, diary }: Pick<WebDeps, 'clock' | 'tokenKeys' | 'diary'>,
  purpose: TokenPurpose,
  token: string,
  read: RepliesRead = 'recent',
): Promise<PersonBehind | undefined> => {
  const now = clock.now();
  const claims = readToken(tokenKeys, purpose, token, now);
  const person = claims && (await diary.readEnrolled(claims.id, now, dayOf(read)));
  if (!person || person.subscriber.epoch !== claims.epoch || person.subscriber.status === 'erasing') return undefined;
  return { ...person, claims, now };
};

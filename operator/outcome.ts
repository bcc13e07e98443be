import type { Actor } from '../shared/domain/desk/authorise.ts';
import { CannotError } from '../shared/use-cases/desk/desk-errors.ts';
import type { RegistrationPlace } from './printing/registration.ts';

/** What a command came to: for programs, and for people. */
export interface Outcome {
  readonly data: unknown;
  readonly lines: readonly string[];
}

/** What a command needs of its surroundings besides the desk. */
export interface Surroundings {
  readonly actor: Actor;
  readonly today: string;
  /** Whom `-` stands for. */
  readonly askWhom: (said: string) => Promise<string>;
  /** Whether to go on with what cannot be undone. */
  readonly askWhetherTo: (what: string, word: 'ERASE' | 'RESTORE' | 'SEND') => Promise<boolean>;
  readonly progress: (looked: number) => void;
  /** Where people text and sign up; undefined where there are no texts. */
  readonly place: RegistrationPlace | undefined;
}

/**
 * Where people text.
 * @throws CannotError where there are no texts
 */
export const whereToText = ({ place }: Pick<Surroundings, 'place'>): RegistrationPlace => {
  if (place === undefined)
    throw new CannotError('this deployment has no number to text: share the address of its page');
  return place;
};

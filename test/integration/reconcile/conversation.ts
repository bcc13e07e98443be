import type { Coach } from './reconcile-set-up.ts';

/** Texts a few seconds apart; those that begin with `!` are lost on the way. */
export const converse = async (coach: Coach, ...texts: readonly string[]): Promise<void> => {
  for (const text of texts) {
    coach.pass(30);
    if (text.startsWith('!')) coach.lose(text.slice(1));
    else await coach.say(text);
  }
};

/** Ana, who has joined. */
export const subscriberOfAna = async (coach: Coach) => {
  const { subscriber } = await coach.person();
  if (!subscriber) throw new Error('Ana has joined');
  return subscriber;
};
/** The word that erases what is held of her. */
export const wordOf = async (coach: Coach): Promise<string> => (await subscriberOfAna(coach)).eraseWord?.word ?? '';

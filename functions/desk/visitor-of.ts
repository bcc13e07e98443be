import type { DeskContext, DeskDeps } from './desk-deps.ts';
import type { Visitor } from './pages/frame.tsx';
import { formTokenOf } from './session.ts';

/** The signed-in person of a request, as a page shows them. */
export const visitorOf = ({ keys, invite }: Pick<DeskDeps, 'keys' | 'invite'>, context: DeskContext): Visitor => {
  const session = context.get('session');
  return {
    role: session.actor.role,
    token: formTokenOf(keys, session),
    words: context.get('words'),
    invites: invite !== undefined,
  };
};

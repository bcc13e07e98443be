import type { OptOutRule } from './opt-out-rule.ts';

/** The text claims a right, names a law, threatens, or says that the messages were never asked for. */
export const rightsRules: readonly OptOutRule[] = [
  {
    why: 'takes back the consent',
    needs: [['taking-back'], ['consent']],
    holds: (view) =>
      view.follow(view.meant('taking-back'), view.said.all('consent')) ||
      view
        .meant('taking-back')
        .some(
          (back) =>
            /^(?:tak|repren|repri)/.test(view.said.tokens[back.from]?.text ?? '') &&
            view.said.hasBeside(back, 'consent'),
        ),
  },
  {
    why: 'objects, by right or by law',
    needs: [['objecting']],
    holds: (view) => view.meant('objecting').length > 0,
  },
  {
    why: 'a law, and a no',
    needs: [['law'], ['consent', 'not-wanting', 'ending', 'another-message', 'objecting', 'had-enough', 'consequence']],
  },
  {
    why: 'never asked for it',
    needs: [['never-asked']],
    holds: (view) => {
      const never = view.meant('never-asked');
      return (
        view.follow(never, view.said.all('our-messages')) ||
        never.some((mention) => !view.said.hasBeside(mention, 'pain-or-back', 'doctor-word', 'exercise-word'))
      );
    },
  },
  {
    why: 'a threat, should another come',
    needs: [['consequence']],
    holds: (view) =>
      view
        .meant('consequence')
        .some(
          (threat) =>
            !threat.contexts.has('negated') &&
            view.said.hasBeside(threat, 'another-message', 'our-messages', 'leave-alone', 'insult'),
        ) ||
      (view.said.tokens.length <= 6 &&
        view
          .meant('consequence')
          .some((threat) => !view.said.before(threat, 2).some((word) => word === 'pas' || word === 'not'))),
  },
];

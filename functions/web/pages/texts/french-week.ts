import type { PageTexts } from './page-texts.ts';

/** Les pages où mènent les boutons du courriel de la semaine. */
export const week: PageTexts['week'] = {
  title: 'Votre semaine',
  reach: 'La semaine passée, combien de jours avez-vous marché autant que vous vouliez ?',
  reachOwn: 'La semaine passée, combien de jours avez-vous pu faire ceci autant que vous vouliez : {activity} ?',
  minutes: 'Combien de minutes marchez-vous sans peine en ce moment ?',
  minutesHint: 'Un seul nombre, de 0 à 240. Quelques minutes, c’est très bien.',
  goal: 'Votre objectif : « {goal} ». Où en est-il ?',
  choose: 'Choisissez l’une des réponses.',
  chooseMinutes: 'Indiquez un seul nombre, de 0 à 240.',
  walkNext: 'Cette semaine : {from} ou {to} minutes, trois jours. Un mauvais jour, la moitié suffit.',
  walkEnough: 'Inutile d’en faire plus : gardez ce qui vous fait du bien, la plupart des jours.',
  walkFlare: 'Vous avez plus mal que d’habitude : pas plus que cela cette semaine ; la moitié suffit.',
  walkNone: 'Ces semaines arrivent. Deux ou trois minutes chez soi, c’est un début.',
  over: {
    title: 'Cette question est passée',
    text: [
      'Elle portait sur une semaine plus ancienne. Les boutons de notre dernier message de la semaine fonctionnent.',
    ],
  },
};

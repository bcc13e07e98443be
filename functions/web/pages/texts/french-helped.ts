import type { PageTexts } from './page-texts.ts';

/** La page sur ce qui allait avec des notes plus basses : aucun mot n’y dit que l’un a fait l’autre. */
export const helpedPages: Pick<PageTexts, 'helped'> = {
  helped: {
    title: 'Ce qui a aidé',
    wholeTitle: 'Votre journal en entier',
    whole: 'Jours notés : {days}. La moyenne des sept premiers est de {first}, celle des sept derniers de {last}.',
    wholeBare:
      'Jours notés jusqu’ici : {days}. À partir de quatorze, les sept premiers sont comparés aux sept derniers.',
    over: 'Vous avez eu tous les conseils qui conviennent.',
    overLink: 'Ce que vous pouvez choisir ensuite',
    saidTitle: 'Ce qui vous a aidé, selon vous',
    saidNone:
      'Répondez UTILE à un conseil qui vous a fait du bien : il sera noté ici, et d’autres du même genre viendront plus tôt.',
    afterTitle: 'Vos notes après les conseils',
    usual: 'Votre moyenne depuis votre premier conseil est de {usual}, sur {days} jours notés.',
    lower: 'Le lendemain de conseils sur ces sujets, elle était plus basse :',
    line: '{topic} : {mean}, sur {days} jours',
    noneLower: 'Elle n’était plus basse le lendemain d’aucun sujet.',
    tooFew:
      'Il est trop tôt pour le dire. Il faut deux semaines de notes et, pour chaque sujet, {days} conseils avec une note le lendemain.',
    association: 'C’est une association',
    caution:
      'Elle montre ce qui est venu ensemble dans votre journal, et rien sur la raison. Une moyenne de quelques jours monte et descend par hasard, d’autres choses se sont passées ces jours-là, et les derniers conseils paraissent meilleurs à qui va mieux de toute façon. Une différence de moins de 2 points reste dans les hauts et les bas habituels.',
    fromDiary: 'Ce qui a aidé',
    fromDiaryText: 'Les conseils que vous avez dits utiles, et vos notes le lendemain des conseils.',
    topics: {
      understanding: 'Comprendre la douleur',
      moving: 'Bouger',
      pacing: 'Doser ses efforts',
      sleep: 'Le sommeil',
      calm: 'Se calmer',
      work: 'Le travail',
      mood: 'Le moral',
      help: 'Demander de l’aide',
      comfort: 'Chaleur et confort',
      medicine: 'Les médicaments',
      food: 'L’alimentation',
      smoking: 'Le tabac',
      gear: 'Sièges, lits et aides',
      'hands-on': 'Massages et soins manuels',
      'begin-walking': 'Comment marcher',
      'walking-habit': 'L’habitude de marcher',
      'walking-safely': 'Marcher en sécurité',
      'walking-sore': 'Marcher les jours difficiles',
      'walking-goal': 'Marcher pour quoi',
    },
  },
};

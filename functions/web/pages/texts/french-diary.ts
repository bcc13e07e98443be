import type { PageTexts } from './page-texts.ts';

/** Les pages derrière les liens de quelqu’un. */
export const diaryPages: Pick<PageTexts, 'pain' | 'change' | 'diary'> = {
  pain: {
    title: 'Votre douleur aujourd’hui',
    question: 'Quelle a été votre douleur au dos, en moyenne, ces dernières 24 heures ?',
    scale: '0 : aucune douleur, 10 : la pire douleur imaginable.',
    choose: 'Choisissez un chiffre de 0 à 10.',
    save: 'Enregistrer',
    nothingYet: 'Rien n’est enregistré avant que vous appuyiez sur le bouton.',
    noteLabel: 'Quelque chose à ajouter ?',
    noteHint: 'Quelques mots si vous voulez, comme « après le jardinage ».',
    noteButton: 'Ajouter ces mots',
    closed: {
      title: 'Rien n’a été enregistré',
      text: [
        'Vous avez quitté Backbeat : votre journal ne reçoit plus rien de nouveau. Envoyez INSCRIPTION par texto ou par courriel si vous voulez revenir.',
      ],
    },
  },
  change: {
    logged: '{score} est dans votre journal',
    loggedFor: '{score} est dans votre journal, au {date}',
    noteKept: 'Vos mots sont dans votre journal',
    corrected: 'Le chiffre du {date} est maintenant {score}',
    takenBack: 'C’est retiré',
    restored: 'C’est de nouveau dans votre journal',
    nothing: 'Rien n’a changé : c’est peut-être déjà retiré, ou ce jour est plein',
    used: 'Cela avait été enregistré, puis retiré. Rien de nouveau n’a été enregistré',
    wordsLost: 'Vos mots n’ont pas été gardés : ce jour n’a plus de place.',
    hasLeft:
      'Nous lisons dans vos mots que vous ne voulez plus de messages : votre abonnement a pris fin. INSCRIPTION vous fait revenir.',
    undo: 'Annuler',
    putBack: 'Remettre',
  },
  diary: {
    title: 'Votre journal de la douleur',
    private: 'Privé : toute personne qui a ce lien peut lire cette page.',
    logToday: 'Noter la douleur d’aujourd’hui',
    asOf: 'En date du {date}.',
    week: 'Cette semaine',
    weekMean: 'sur 10, en moyenne',
    change: 'Évolution',
    changeDown: 'de moins que la semaine d’avant',
    changeUp: 'de plus que la semaine d’avant',
    changeNone: 'comme la semaine d’avant',
    changeUnknown: 'pas de semaine d’avant à comparer',
    days: 'Jours notés',
    daysOf: 'sur les 7 derniers',
    noMean: 'pas encore de chiffre',
    orientation: 'Une différence de moins de 2 points fait partie des hauts et des bas habituels.',
    chartTitle: 'La douleur sur les 30 derniers jours',
    chartDesc:
      'Moyennes quotidiennes du {from} au {to}, jours notés : {days}. La plus basse : {lowest}, la plus haute : {highest}, la dernière : {latest}. Le tableau ci-dessous contient tous les chiffres.',
    chartEmpty: 'Aucun chiffre n’a été noté du {from} au {to}.',
    scale: '0 : aucune douleur, 10 : la pire douleur imaginable. En pointillé là où des jours manquent.',
    entries: 'Entrées des 30 derniers jours',
    older: 'Entrées plus anciennes ({count})',
    firstOfMonth: '1er',
    when: 'Quand',
    score: 'Douleur',
    note: 'Remarque',
    noScore: 'pas de chiffre',
    amended: 'corrigé',
    by: { sms: 'par texto', email: 'par courriel', web: 'sur le site' },
    empty:
      'Rien ici pour l’instant. Envoyez-nous un chiffre de 0 à 10 par texto ou par courriel, comme DOULEUR 6, et il apparaîtra.',
    exportsTitle: 'À emporter',
    exports: [
      { file: 'csv', name: 'Tableau (CSV)', text: 'pour un tableur' },
      { file: 'fhir.json', name: 'Dossier médical (FHIR)', text: 'pour le logiciel d’un cabinet ou d’une clinique' },
      {
        file: 'json',
        name: 'Tout (JSON)',
        text: 'tout ce que nous avons : aussi votre adresse, vos accords, chaque conseil et chaque correction',
      },
    ],
    printHint: 'Cette page s’imprime bien : utilisez la commande d’impression de votre navigateur.',
    changesTitle: 'Pour changer quelque chose',
    changes:
      'Écrivez-nous comme d’habitude : CORRIGE 5 corrige le dernier chiffre d’aujourd’hui, HIER 6 note celui d’hier, ANNULE retire ce que vous avez fait en dernier, EFFACER supprime tout.',
  },
};

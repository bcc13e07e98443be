import type { TipWords } from './tip-words.ts';

/** What is said of a tip, in French. */
export const frenchTip: TipWords = {
  reasons: {
    late: 'il avait plus de 2 heures de retard',
    'outside-window': 'ce n’est pas entre 08:00 et 20:00 là où cette personne peut être',
    'too-soon': 'moins de 10 heures ont passé depuis son dernier conseil',
    paused: 'les conseils sont en pause ce jour-là',
    'failing-address': 'trois jours de suite ne sont pas arrivés ; un conseil est essayé chaque semaine',
    'spend-cap': 'les textos ou les courriels de ce mois sont épuisés',
    'unconfirmed-mailbox': 'son adresse de courriel n’a pas confirmé',
    'text-offered':
      'son adresse de courriel n’a pas confirmé depuis un jour : un texto lui propose les conseils par texto',
    dose: 'cette personne veut moins d’un conseil par jour, et ce jour n’en est pas un',
    'nothing-fits': 'cette personne a dit de chaque sujet qu’il n’est pas pour elle',
    unanswered: 'cette personne a eu tous les conseils et ne dit rien : le résumé attend qu’elle écrive',
    stopped: 'cette personne est partie',
    pending: 'cette personne s’est inscrite, et son adresse de courriel n’a pas confirmé',
    erasing: 'ses données sont en cours d’effacement',
    nobody: 'personne n’est parmi nous à cette adresse',
    'before-joining': 'cette personne s’est inscrite après son heure',
    'already-given': 'un conseil plus récent a déjà été donné',
    ended: 'cette personne a eu tous les conseils et un résumé, et n’a pas dit la suite (ENCORE, HEBDO)',
    silent:
      'cette personne n’a rien dit pendant 60 jours et a reçu un au revoir ; quoi qu’elle écrive, ses conseils reviennent',
    'no-record': 'rien n’a été noté : il n’est pas parti, ou son heure ou son fuseau était alors un autre',
    'too-far': 'c’est trop loin pour être prévu',
  },
  states: {
    accepted: 'pris par le fournisseur, on ne sait pas s’il est arrivé',
    sent: 'en chemin, on ne sait pas s’il est arrivé',
    delivered: 'arrivé',
    undelivered: 'pas arrivé',
    failed: 'refusé',
    unknown: 'incertain : le fournisseur n’a jamais répondu, et un courriel n’est pas envoyé deux fois',
    claimed: 'en cours d’envoi, ou le fournisseur n’a encore rien dit',
    due: 'son heure est venue : dans la file',
    'to-come': 'à venir',
  },
  whys: {
    next: 'c’est le prochain du programme que cette personne n’a pas eu',
    relative: 'un autre conseil sur son sujet l’a aidée, et les parents passent en premier',
    later: 'elle l’avait mis de côté, et a eu tous les autres',
    gentle:
      'sa douleur est de 2 ou plus au-dessus de sa moyenne de quatre semaines : c’est un des conseils doux, et le suivant demande un effort',
    again: 'elle a eu tous ceux qui conviennent, et un nouveau tour commence',
    asked: 'elle l’a demandé par CONSEIL',
  },
  prompts: {
    nudge:
      'elle n’a rien dit depuis une semaine (deux, si elle veut un conseil par semaine) : au lieu d’un conseil, on lui demande comment elle va',
    fewer:
      'elle n’a rien dit depuis deux semaines : au lieu d’un conseil, on lui dit qu’il en vient désormais quatre par semaine',
    fewest:
      'elle n’a rien dit depuis deux semaines : au lieu d’un conseil, on lui dit qu’il en vient désormais un par semaine',
    summary: 'elle a eu tous ceux qui conviennent : un résumé, et la question de la suite',
    weekly: 'une semaine a passé : comment c’était, et une question sur ce qu’elle a pu faire, au lieu d’un conseil',
    ease: 'sa douleur est de 2 ou plus au-dessus de sa moyenne de quatre semaines : les conseils qui restent demandent un effort, et attendent',
    goodbye: 'elle n’a rien dit depuis 60 jours : on lui dit au revoir, et qu’un mot ramène ses conseils',
  },
  doses: {
    daily: 'sept conseils par semaine',
    less: 'quatre conseils par semaine : lundi, mercredi, vendredi, dimanche',
    three: 'trois messages par semaine : lundi, mercredi, vendredi',
    weekly: 'un conseil par semaine',
  },
  none: (why) => `aucun : ${why}`,
  toComeAt: (when) => `à venir le ${when}`,
  claimed: 'il est en cours d’envoi, ou le fournisseur n’a encore rien dit',
  chosenBefore: 'il a été choisi auparavant et n’est certainement pas parti : il est essayé de nouveau',
  notWritten: 'la raison de ce choix n’a pas été notée',
};

import { diaryPages } from './french-diary.ts';
import { helpedPages } from './french-helped.ts';
import { privacy, readers, terms } from './french-legal.ts';
import { settingsPages } from './french-settings.ts';
import { visitPages } from './french-visit.ts';
import { week } from './french-week.ts';
import type { PageTexts } from './page-texts.ts';

/** For France, Québec, Belgium and Switzerland alike: no word that only one of them uses. */
export const french: PageTexts = {
  lang: 'fr',
  brand: 'Backbeat',
  tagline: 'Un petit conseil par jour pour le mal de dos',
  skip: 'Aller au contenu',
  languages: { title: 'Langue de cette page', names: { en: 'English', fr: 'Français' } },
  privacy,
  terms,
  readers,
  footer: {
    note: 'Backbeat n’est ni un avis médical ni un service d’urgence. En cas d’urgence, appelez le numéro d’urgence de l’endroit où vous êtes.',
    home: 'Accueil',
    privacy: 'Confidentialité',
    terms: 'Conditions',
  },
  landing: {
    title: 'Chaque jour, un petit geste pour votre dos',
    lead: 'Backbeat vous envoie un court conseil par jour, par texto ou par courriel, à l’heure que vous choisissez. Répondez par un chiffre de 0 à 10, et vous tenez un journal de la douleur que vous pouvez montrer à votre médecin ou à la personne qui soigne votre dos.',
    promise: 'Pas d’application. Pas de compte. Pas de mot de passe.',
    textUs: 'Envoyez INSCRIPTION au {number}',
    textUsTerms:
      'En envoyant INSCRIPTION, vous demandez à Backbeat un conseil par jour, plus les réponses à ce que vous écrivez. Des frais de messages et de données peuvent s’appliquer. Répondez AIDE pour de l’aide, STOP pour arrêter.',
    orForm: 'ou remplissez le formulaire ci-dessous',
    chatTitle: 'Un exemple : un conseil, une réponse, et ce qui revient',
    chatYou: 'Vous :',
    chatScore: 'DOULEUR 4 après le jardinage',
    mailTitle: 'Un exemple : le même conseil par courriel',
    mailRest: 'Lire la suite de ce courriel',
    whoTitle: 'Qui est derrière',
    who: 'Les personnes qui font vivre ce service répondent ici : {contact}.',
    whoClinic: 'Elles travaillent avec {clinic}.',
    costTitle: 'Ce que cela coûte',
    cost: 'Backbeat est gratuit. Pour les textos, des frais de messages et de données peuvent s’appliquer, selon votre forfait. Les courriels ne coûtent rien.',
    privacyTitle: 'Ce que devient ce que vous écrivez',
    privacy: [
      'Nous gardons votre numéro ou votre adresse de courriel, l’heure et la langue de vos conseils, et les scores et notes que vous envoyez ; pas de nom, pas de cookie, pas de pistage.',
      'Personne d’autre que vous ne lit vos scores et vos notes, sauf si vous le dites.',
      'EXPORTER vous donne tout ce qui est gardé, et EFFACER le supprime, aussitôt et sans avoir à dire pourquoi.',
    ],
    privacyMore: 'Tout sur la confidentialité',
    stepsTitle: 'Comment ça marche',
    steps: [
      {
        title: 'Un conseil par jour',
        text: 'Une petite chose à essayer ou à savoir, jamais deux le même jour, jamais la nuit. Trente-six approches, chacune pesée d’après les preuves scientifiques.',
      },
      {
        title: 'Un chiffre quand vous voulez',
        text: 'Répondez DOULEUR 6, ou simplement 6, avec quelques mots si vous voulez. Une erreur ? CORRIGE 5 la corrige, ANNULE retire le chiffre.',
      },
      {
        title: 'Une page pour votre consultation',
        text: 'JOURNAL vous envoie un lien privé : comment la douleur a évolué, en graphique et en tableau, à imprimer ou à télécharger.',
      },
      {
        title: 'C’est vous qui décidez',
        text: 'PAUSE 7 pour une semaine de calme. STOP arrête les messages aussitôt. EFFACER supprime tout.',
      },
    ],
  },
  form: {
    title: 'Commencer',
    address: 'Votre numéro de téléphone mobile ou votre adresse de courriel',
    addressHint:
      'Nous n’enverrons pas de texto à votre numéro : nous vous montrerons comment nous écrire. Une adresse de courriel reçoit un seul message, à confirmer.',
    time: 'À quelle heure voulez-vous le conseil ?',
    zone: 'Une grande ville de votre fuseau horaire',
    zoneHint: 'Par exemple Paris, ou Montréal.',
    zoneWhich: 'Laquelle voulez-vous dire ?',
    language: 'Langue des conseils',
    code: 'Code de la carte de votre centre',
    codeHint: 'Laissez ce champ vide si vous n’en avez pas.',
    consentTitle: 'Votre accord',
    consent:
      'J’accepte que Backbeat conserve ce que j’écris sur ma douleur. Ce sont des données de santé ; elles servent uniquement à tenir mon journal et à choisir mes conseils. Je peux retirer cet accord à tout moment.',
    terms:
      'Backbeat envoie au plus un message par jour, plus les réponses à ce que vous écrivez. Des frais de messages et de données peuvent s’appliquer. Répondez AIDE pour de l’aide, STOP pour arrêter, EFFACER pour tout supprimer. Rien d’autre ne dépend de votre accord.',
    readMore: 'Avant de commencer :',
    submit: 'Commencer',
    trap: 'Laissez ce champ vide',
    problem: 'Il manque quelque chose, ou quelque chose ne va pas tout à fait. Merci de regarder ce qui est signalé.',
    errors: {
      address: 'Merci d’écrire une adresse de courriel, comme jo@example.org, ou un numéro de téléphone mobile.',
      time: 'Merci de choisir une heure entre 8 h et 20 h.',
      zone: 'Nous n’avons pas su placer cette ville avec certitude. Merci d’écrire une grande ville près de chez vous, comme Paris ou Montréal.',
      language: 'Merci de choisir une langue.',
      code: 'Merci d’écrire le code tel qu’il est sur la carte, comme GENOU7, ou de laisser ce champ vide.',
      consent: 'Nous ne pouvons tenir votre journal que si vous l’acceptez ici.',
    },
  },
  mailSent: {
    title: 'Regardez vos courriels',
    text: [
      'Si cette adresse peut être inscrite, un courriel est en route. Appuyez sur le bouton qu’il contient, et les conseils commencent.',
      'Toujours rien après quelques minutes ? Regardez parmi les indésirables. Une même adresse ne reçoit que trois demandes par jour : ensuite, réessayez demain.',
    ],
  },
  signUpsFull: {
    title: 'Trop d’inscriptions en ce moment',
    text: [
      'Tant de courriels ont été demandés ici depuis une heure que nous n’en envoyons plus pour le moment. Rien n’a été enregistré.',
      'Réessayez à partir de {time}.',
    ],
  },
  textUs: {
    title: 'Maintenant, un texto depuis votre téléphone',
    lead: 'Nous n’écrivons jamais à un numéro qui ne nous a pas écrit d’abord. La dernière étape est donc la vôtre :',
    button: 'Envoyez {word} au {number}',
    whichHour:
      'Votre conseil arrive alors à {time}, à l’heure de l’endroit d’où vient votre numéro. Vous vivez ailleurs ? Envoyez FUSEAU et votre ville. HEURE 19h30 change l’heure.',
    qrTitle: 'Vous lisez ceci sur un ordinateur ?',
    qrText: 'Visez ce carré avec l’appareil photo de votre téléphone : un texto s’ouvre, avec {word} dedans.',
    qrLabel: 'Code QR qui ouvre un texto au {number} avec le mot {word}',
    terms:
      'Au plus un message par jour, plus les réponses à ce que vous écrivez. Des frais de messages et de données peuvent s’appliquer. Répondez AIDE pour de l’aide, STOP pour arrêter.',
  },
  confirm: {
    title: 'Commencer vos conseils quotidiens ?',
    titleOther: 'Commencer vos messages ?',
    text: ['Appuyez une fois, et votre premier message arrive à l’heure que vous avez choisie.'],
    wish: 'Les conseils arriveraient à {time}, à l’heure de {zone}.',
    through: 'Vous venez par {clinic}. Pour toute question : {contact}.',
    begins: 'Vous commencez par {name}.',
    codeUnknown:
      'Nous ne connaissons pas le code {code}, ou il a pris fin. Vous pouvez commencer quand même, mais sans lui.',
    button: 'Oui, commencer',
    byPhone:
      'Un téléphone dont le numéro se termine par ••{asker} l’a demandé. La personne qui a ce téléphone pourra lire ce journal et y écrire. Ne continuez que si ce téléphone est le vôtre.',
    byMailbox:
      'L’adresse {asker} l’a demandé. La personne qui a cette adresse pourra lire ce journal et y écrire. Ne continuez que si cette adresse est la vôtre.',
    shareTitle: 'Partager votre journal ?',
    share:
      'Vous avez déjà un journal. Tout ce qu’il contient, et tout ce que vous y écrirez à partir de maintenant, sera ouvert à cette personne aussi.',
    shareButton: 'Oui, c’est moi : partager mon journal',
    doneTitle: 'C’est parti',
    next: 'Le prochain conseil arrive {date} à {time}, à l’heure de {zone}.',
    toDiary: 'Ouvrir votre journal',
    usedTitle: 'Ce lien a déjà servi',
    used: 'Vous êtes déjà parmi nous : il n’y a plus rien à faire ici. Pour voir votre journal, répondez JOURNAL à l’un de nos messages.',
    done: [
      'Répondez-y par un chiffre de 0 à 10 pour tenir votre journal.',
      'STOP en réponse, ou le lien au bas de chaque courriel, arrête tout à n’importe quel moment.',
    ],
    bothTitle: 'Vous avez deux journaux',
    both: [
      'Cette adresse et votre téléphone ont déjà chacun un journal, et nous ne les mélangeons pas.',
      'Décidez lequel vous voulez garder. Envoyez EFFACER depuis l’autre, par texto ou par courriel, et confirmez ; puis redemandez ce lien : envoyez COURRIEL et votre adresse.',
    ],
  },
  unsubscribe: {
    title: 'Arrêter tous les messages ?',
    text: ['Plus aucun conseil, ni par texto ni par courriel. Votre journal reste jusqu’à ce que vous l’effaciez.'],
    button: 'Oui, arrêter',
    doneTitle: 'C’est fait : plus aucun message',
    done: ['Votre abonnement a pris fin. Répondez INSCRIPTION à l’un de nos messages si vous voulez revenir un jour.'],
  },
  ...diaryPages,
  week,
  ...visitPages,
  ...helpedPages,
  ...settingsPages,
  notFound: {
    title: 'Il n’y a rien ici',
    text: [
      'Le lien est peut-être incomplet, ou ne devait servir qu’un temps. Demandez-en un nouveau : envoyez JOURNAL par texto ou par courriel.',
    ],
  },
  failed: {
    title: 'Cela n’a pas marché',
    text: ['La faute est de notre côté, et nous en sommes prévenus. Merci de réessayer dans quelques minutes.'],
  },
  tooLarge: {
    title: 'C’était trop',
    text: [
      'Le formulaire envoyé est plus grand que ce que cette page accepte. Merci de revenir en arrière et de le raccourcir.',
    ],
  },
};

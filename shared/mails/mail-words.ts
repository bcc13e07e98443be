import type { Language } from '../domain/people/subscriber.ts';

/** The sentences around a mail's content. Tips and answers come from `content/`. */
interface MailWords {
  readonly notAdvice: string;
  readonly redFlags: string;
  readonly caution: string;
  readonly evidence: string;
  readonly askScore: string;
  readonly scale: string;
  readonly oneTap: string;
  readonly howToAnswer: string;
  readonly diary: string;
  readonly visit: string;
  readonly whyTip: string;
  readonly whyAnswer: string;
  readonly whyConfirmation: string;
  readonly nudgeSubject: string;
  readonly fewerSubject: string;
  readonly goodbyeSubject: string;
  readonly summarySubject: string;
  readonly weeklySubject: string;
  readonly weekBars: string;
  readonly bestTips: string;
  /** The line above the answers to a question, in the text part, before the address of their page. */
  readonly answerHere: string;
  /** `{goal}`: in their words. */
  readonly goal: string;
  readonly unsubscribe: string;
  readonly answerSubject: string;
  readonly confirmSubject: string;
  readonly confirmHeading: string;
  /** `{what}`: one of the two below. */
  readonly confirmRequest: string;
  readonly confirmDaily: string;
  /** `{name}`: of the programme that the code has them begin with. */
  readonly confirmOther: string;
  readonly confirmByPhone: string;
  readonly confirmByMailbox: string;
  readonly confirmButton: string;
  readonly confirmIgnore: string;
}

/** The sentences of each language. */
export const mailWords: Readonly<Record<Language, MailWords>> = {
  en: {
    notAdvice: 'This is not medical advice and does not replace a doctor or a physiotherapist.',
    redFlags:
      'Get help now (112, 911 or 999; 000 in Australia) if you feel numb around your genitals or between your legs, cannot pass urine, cannot control your bladder or bowels, are weak or numb in both legs, have chest pain, or were in a serious accident. See a doctor the same day if your back pain comes with a fever, feeling unwell, weight loss you cannot explain, a past cancer, or a fall with weak bones.',
    caution: 'Take care:',
    evidence: 'What research says:',
    askScore: 'How was your back pain on average over the last 24 hours?',
    scale: '0 is no pain, 10 the worst pain you can imagine.',
    oneTap: 'Choose a number here:',
    howToAnswer:
      'Reply with a number 0–10, and a few words if you like. Other answers that work: MORE, DIARY, TIME 9:30, PAUSE 7, HELP, STOP.',
    diary: 'Your diary',
    visit: 'The page for your visit',
    whyTip: 'You get these mails because you signed up for Backbeat and confirmed this address.',
    whyAnswer: 'You get this because you wrote to Backbeat. Reply HELP for what you can say, STOP to end all messages.',
    whyConfirmation: 'You get this because somebody gave this address to Backbeat.',
    nudgeSubject: 'How is your back?',
    fewerSubject: 'Fewer tips, until we hear from you',
    goodbyeSubject: 'Our last mail, unless you answer',
    summarySubject: 'You have had all the tips: what next?',
    weeklySubject: 'Your week, and one question',
    weekBars: 'Your pain, day by day, from 0 to 10:',
    answerHere: 'Answer here:',
    bestTips: 'What you said helped you:',
    goal: 'Your goal: “{goal}”. Answer DONE, NOTYET or CHANGE.',
    unsubscribe: 'Unsubscribe',
    answerSubject: 'Your message to Backbeat',
    confirmSubject: 'Please confirm: back-pain tips by e-mail',
    confirmHeading: 'One more step',
    confirmRequest:
      'Somebody, we hope you, asked Backbeat to send {what} to this address, and to keep a pain diary from your answers. Please confirm that you want this:',
    confirmDaily: 'one small tip for back pain a day',
    confirmOther: 'short messages for back pain ({name})',
    confirmByPhone:
      'A phone whose number ends in {asker} asked for this. Whoever has that phone will be able to read this diary and to write in it. Press the button only if that phone is yours.',
    confirmByMailbox:
      'The mailbox {asker} asked for this. Whoever has that mailbox will be able to read this diary and to write in it. Press the button only if that mailbox is yours.',
    confirmButton: 'Yes, send me tips',
    confirmIgnore:
      'Did not ask for this? It is safe to ignore this mail: nothing will be sent unless you press the button.',
  },
  fr: {
    notAdvice: 'Ceci n’est pas un avis médical et ne remplace ni médecin ni kinésithérapeute.',
    redFlags:
      'Appelez les secours (15 ou 112 ; 911 au Canada ; 000 en Australie) si vous êtes engourdi autour des parties génitales ou entre les jambes, si vous ne pouvez plus uriner, si vous ne contrôlez plus vessie ou intestins, si vos deux jambes sont faibles ou engourdies, en cas de douleur à la poitrine ou après un accident grave. Voyez un médecin le jour même si le mal de dos vient avec de la fièvre, un malaise général, une perte de poids inexpliquée, un cancer passé ou une chute avec des os fragiles.',
    caution: 'Prudence :',
    evidence: 'Ce que dit la recherche :',
    askScore: 'Quelle a été votre douleur au dos, en moyenne, ces dernières 24 heures ?',
    scale: '0 : aucune douleur, 10 : la pire douleur imaginable.',
    oneTap: 'Choisissez un chiffre ici :',
    howToAnswer:
      'Répondez par un chiffre de 0 à 10, avec quelques mots si vous voulez. Autres réponses possibles : PLUS, JOURNAL, HEURE 9h30, PAUSE 7, AIDE, STOP.',
    diary: 'Votre journal',
    visit: 'La page pour votre rendez-vous',
    whyTip: 'Vous recevez ces courriels après une inscription à Backbeat, confirmée depuis cette adresse.',
    whyAnswer:
      'Vous recevez ceci parce que vous avez écrit à Backbeat. Répondez AIDE pour les mots utiles, STOP pour tout arrêter.',
    whyConfirmation: 'Vous recevez ceci parce que quelqu’un a donné cette adresse à Backbeat.',
    nudgeSubject: 'Comment va votre dos ?',
    fewerSubject: 'Moins de conseils, en attendant de vos nouvelles',
    goodbyeSubject: 'Notre dernier courriel, sauf réponse de votre part',
    summarySubject: 'Vous avez eu tous les conseils : et ensuite ?',
    weeklySubject: 'Votre semaine, et une question',
    weekBars: 'Votre douleur, jour par jour, de 0 à 10 :',
    answerHere: 'Répondez ici :',
    bestTips: 'Ce qui vous a été utile, selon vous :',
    goal: 'Votre objectif : « {goal} ». Répondez FAIT, PASENCORE ou CHANGER.',
    unsubscribe: 'Se désabonner',
    answerSubject: 'Votre message à Backbeat',
    confirmSubject: 'À confirmer : conseils pour le dos par courriel',
    confirmHeading: 'Encore une étape',
    confirmRequest:
      'Quelqu’un, vous sans doute, a demandé à Backbeat d’envoyer à cette adresse {what}, et de tenir un journal de la douleur à partir de vos réponses. Merci de confirmer :',
    confirmDaily: 'un petit conseil par jour pour le mal de dos',
    confirmOther: 'de courts messages pour le mal de dos ({name})',
    confirmByPhone:
      'Un téléphone dont le numéro se termine par {asker} l’a demandé. La personne qui a ce téléphone pourra lire ce journal et y écrire. N’appuyez sur le bouton que si ce téléphone est le vôtre.',
    confirmByMailbox:
      'L’adresse {asker} l’a demandé. La personne qui a cette adresse pourra lire ce journal et y écrire. N’appuyez sur le bouton que si cette adresse est la vôtre.',
    confirmButton: 'Oui, envoyez-moi les conseils',
    confirmIgnore:
      'Vous n’avez rien demandé ? Ignorez ce courriel : rien ne sera envoyé si vous n’appuyez pas sur le bouton.',
  },
};

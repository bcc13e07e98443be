import type { PageTexts } from './page-texts.ts';

/** Who reads the diary, in French. */
export const readers: PageTexts['readers'] = {
  nobody:
    'Quand ce que vous écrivez semble dangereux, vous recevez aussitôt une réponse qui dit vers qui vous tourner. Personne n’en est averti, et personne ne regarde.',
  clinic:
    'Quand ce que vous écrivez semble dangereux, vous recevez aussitôt une réponse qui dit vers qui vous tourner, et {clinic} apprend qu’il y a eu quelque chose, à quel point c’est urgent et quand c’est arrivé, sous un code à la place de votre numéro ; jamais ce que vous avez écrit. On y regarde {hours}. Si vous envoyez CLINIQUE OUI, on y apprend aussi que votre douleur dépasse de 2 points ou plus votre moyenne depuis trois jours de suite. On n’y voit votre numéro que si vous envoyez RAPPELEZ-MOI, pendant sept jours. Nous vous demandons une seule fois, avec la réponse à l’un de vos scores, si ses cliniciens peuvent lire vos scores et vos notes ; sans réponse, c’est non.',
};

/** The privacy notice, in French. */
export const privacy: PageTexts['privacy'] = {
  title: 'Confidentialité',
  lead: 'Ce que Backbeat sait de vous, où cela se trouve, et comment le faire disparaître.',
  sections: [
    {
      title: 'Ce qui est conservé',
      text: [
        'Votre numéro de téléphone mobile ou votre adresse de courriel ; votre langue, votre fuseau horaire et l’heure de votre conseil ; les chiffres de douleur et les remarques que vous envoyez, avec le jour et l’heure ; les conseils qui vous ont été envoyés, et s’ils sont arrivés ; ce que vous avez accepté, et quand.',
        'Ce que vous écrivez sur votre douleur, ce sont des données de santé. Elles sont conservées parce que vous l’avez accepté, et seulement pour tenir votre journal, vous répondre et choisir vos conseils ; pour la recherche seulement si vous le dites. Nous ne demandons pas votre nom. Nos courriels ne contiennent ni image de suivi ni lien de suivi, et ce site ne dépose aucun cookie (témoin).',
      ],
    },
    {
      title: 'Où cela se trouve',
      text: [
        'Dans le compte Amazon Web Services de l’organisation qui fait fonctionner ce service pour vous ({contact}), sous forme chiffrée. Les textos passent par Twilio et par les opérateurs de téléphonie mobile, les courriels par Amazon SES. Ils traitent les messages pour notre compte et peuvent garder un certain temps leurs propres traces de livraison.',
        'Les textos et les courriels ne sont pas chiffrés de bout en bout : les opérateurs, et toute personne qui a votre téléphone en main, peuvent les lire. Si cela vous inquiète, n’écrivez pas les détails que vous ne voudriez pas voir lus.',
      ],
    },
    {
      title: 'Qui y a accès',
      text: [
        'Personne d’autre que vous ne lit vos scores et vos notes, sauf si vous le décidez : les personnes à qui vous donnez votre lien privé ou vos fichiers exportés et, si vous envoyez CLINIQUE OUI, les cliniciens de l’organisme nommé ci-dessus, jusqu’à ce que vous envoyiez CLINIQUE NON ou STOP. Son personnel voit vos réglages, quels conseils vous ont été envoyés et s’ils sont arrivés, et agit pour vous si vous le lui demandez ; chaque consultation est consignée. Si vous envoyez RECHERCHE OUI, cet organisme peut donner à des chercheurs vos scores, vos réponses à la question de la semaine, quels conseils sont venus et combien de jours après votre inscription, sous un code et avec des dates inventées, jamais votre numéro, votre adresse, votre nom ni vos notes ; qui connaît plusieurs de vos scores pourrait encore reconnaître les vôtres. RECHERCHE NON ou STOP y met fin pour ce qui est donné ensuite ; ce qui a été donné avant ne peut être rappelé. Nous ne vendons ni ne louons rien de ce qui vous concerne. Les numéros de téléphone mobile et le fait que vous avez accepté de recevoir des textos ne sont communiqués à aucun tiers ni à aucune société affiliée pour leurs propres fins, marketing compris. {readers}',
      ],
    },
    {
      title: 'Combien de temps',
      text: [
        'Jusqu’à ce que vous l’effaciez. STOP met fin aux messages et garde le journal, au cas où vous reviendriez. EFFACER supprime le journal et l’abonnement ; pendant deux jours, nous retenons, sous un code à la place de votre numéro, quel conseil vous avez reçu en dernier, pour que vous n’en receviez jamais deux le même jour. Les sauvegardes de la base de données disparaissent dans les 35 jours qui suivent. Pendant ce temps, nous gardons, sous le même code, la liste de qui a envoyé STOP, est revenu ou a envoyé EFFACER, pour qu’aucune sauvegarde ne fasse revenir personne ; ensuite elle est supprimée aussi, sans copie. Une inscription par courriel qui n’est jamais confirmée est supprimée. Si un centre vous a fait inviter d’après sa liste, nous gardons sous un tel code le fait de l’avoir fait, et rien d’autre, pour que cela n’arrive qu’une fois.',
      ],
    },
    {
      title: 'Vos droits',
      text: [
        'Répondez EXPORTER pour recevoir un lien vers toutes vos données, dans des fichiers que les personnes et les programmes peuvent lire. CORRIGE et ANNULE les rectifient. EFFACER les supprime. STOP retire votre accord pour les messages. Tout cela agit aussitôt, sans que vous ayez à donner de raison.',
        'Vous pouvez aussi écrire à {contact}, et porter plainte auprès de l’autorité de protection des données de l’endroit où vous vivez.',
      ],
    },
  ],
};

/** The terms, in French. */
export const terms: PageTexts['terms'] = {
  title: 'Conditions',
  lead: 'Tout l’accord, en mots simples.',
  sections: [
    {
      title: 'Ce que vous recevez',
      text: [
        'Backbeat est un programme de conseils quotidiens pour le mal de dos, avec un journal de la douleur. Il envoie au plus un message par jour, plus les réponses à ce que vous écrivez. Backbeat lui-même est gratuit. Des frais de messages et de données peuvent s’appliquer, selon votre forfait. Les opérateurs ne sont pas responsables des messages retardés ou non livrés.',
      ],
    },
    {
      title: 'Comment arrêter, et comment avoir de l’aide',
      text: [
        'Répondez STOP à n’importe quel message et plus aucun ne viendra, ni par texto ni par courriel ; ARRET, DESABONNER ou vos propres mots font de même. Chaque courriel contient un lien de désabonnement. Répondez AIDE, ou écrivez à {contact}, pour avoir de l’aide. INSCRIPTION au {number} vous fait revenir.',
      ],
    },
    {
      title: 'Pas un service d’urgence',
      text: [
        'Personne ne lit ce que vous écrivez au moment où cela arrive. Appelez tout de suite votre numéro d’urgence (112, 15, 911 ou 999 ; 000 en Australie) si vous perdez la sensibilité entre les jambes, si vous ne pouvez plus uriner, si vous ne contrôlez plus votre vessie ou vos intestins, si vos deux jambes sont faibles, en cas de douleur à la poitrine ou après un accident grave. Voyez un médecin le jour même si le mal de dos vient avec de la fièvre, un malaise général, une perte de poids que vous ne pouvez pas expliquer, un cancer passé ou une chute avec des os fragiles. {readers}',
      ],
    },
    {
      title: 'Pas un avis médical',
      text: [
        'Les conseils sont des informations générales pour adultes. Ils ne vous connaissent pas et ne remplacent ni médecin, ni kinésithérapeute ou physiothérapeute. Si un conseil vous fait mal, arrêtez de le suivre. Si la douleur est forte, nouvelle après une chute, accompagnée de fièvre, ou si elle ne s’améliore pas, consultez un professionnel de santé.',
      ],
    },
    {
      title: 'De votre côté',
      text: [
        'N’inscrivez qu’un numéro ou une adresse de courriel à vous. Si quelqu’un d’autre reprend votre numéro, envoyez d’abord STOP. Accepter de recevoir des messages n’est une condition d’aucun traitement ni d’aucun achat.',
      ],
    },
  ],
};

import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../../shared/content/safety.ts';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { optOutOf } from '../../../shared/domain/reading/parsed-reply.ts';

const lexicon = loadLexicon();
const optOutIn = (body: string) => optOutOf(parseReply(body, lexicon));

describe('opting out in French', () => {
  it.each([
    ...['arrêtez ça', 'arrêtez tout', 'STOP tout', 'stop ça', 'stoppez', 'stopper', 'stoppez les messages'],
    ...["j'arrête", "c'est bon arrêtez", 'annulez tout', 'arrêter les messages', 'FIN', 'Fin, merci'],
    ...['pouvez-vous arrêter les messages', 'pouvez-vous arrêter les messages ?', "merci d'arrêter"],
    ...["merci d'arrêter les messages", "merci de ne plus m'écrire", 'merci de ne plus me contacter'],
    ...['veuillez ne plus me contacter', 'je souhaite ne plus recevoir de sms', "n'écrivez plus"],
    ...["ne m'écrivez plus", "n'envoyez plus rien", "ne m'envoyez plus de textos svp", 'je me désabonne'],
    ...['je me désinscris', 'je résilie', 'résiliation', "je n'en veux plus", 'je ne veux plus être contactée'],
    ...['je ne veux plus de messages', 'je ne veux plus de conseils', 'plus aucun message', 'plus de messages svp'],
    ...['foutez-moi la paix', 'pas intéressé', 'je ne suis pas intéressée', 'ça suffit', 'cessez de me déranger'],
    ...["Bonjour, j'ai mal partout et je voudrais ne plus m'inscrire. Arrêtez."],
  ])('%j ends it', (body) => {
    expect(optOutIn(body)).toEqual({ by: 'ours', wrongNumber: false });
  });

  it.each(["ce n'est pas le bon numéro", "ce n'est pas mon numéro", 'vous vous trompez de personne'])(
    '%j says that the phone is somebody else’s',
    (body) => {
      expect(optOutIn(body)).toEqual({ by: 'ours', wrongNumber: true });
    },
  );

  it.each(['douleur 6 arrête', 'douleur 6 arrête de m’écrire', 'mal 6, stoppez'])('%j still has its score', (body) => {
    expect(parseReply(body, lexicon)).toMatchObject({
      leaving: { kind: 'leaves', by: 'ours' },
      intent: { kind: 'score', score: 6 },
    });
  });

  // PLUS is what every tip ends on.
  it.each([
    ...[
      'je voudrais plus de conseils',
      'je veux plus de conseils',
      'plus de conseils svp',
      'PLUS',
      'plus',
      'un conseil',
    ],
    ...['Mercredi, fin', 'ça va mieux, fin, un peu', 'fin de journée difficile', 'fin du mois', 'fine', 'faim'],
    ...['je veux arrêter la douleur', 'comment arrêter la douleur ?', "j'arrête le sport", "j'ai arrêté de fumer"],
    ...["n'arrêtez pas", 'ne vous arrêtez pas', "le bus s'arrête loin", 'arrêt maladie', 'ça ne suffit pas'],
    ...['je ne veux plus souffrir', 'je ne veux plus avoir mal', 'plus mal', 'plus de douleur', "je n'ai plus mal"],
    ...['ça suffit pour aujourd’hui le jardin', 'annule', 'annulez', 'il ne faut pas arrêter', 'rien ne va plus'],
    ...["je n'en peux plus", "c'est bon", 'comment ça va', 'pas de conseil aujourd’hui ?'],
  ])('%j is not an opt-out', (body) => {
    expect(optOutIn(body)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const read = (body: string) => parseReply(body, lexicon);

describe('a wish to be left alone, told in a second language, by somebody else, or on the way', () => {
  it.each([
    'Why you write to me, I not know you, stop',
    'my contract charges for incoming so I must ask you not to text',
    "don't EVER message this number again",
    'SPAM!! je signale au 33700 si vous continuez',
    'numéro attribué à moi depuis hier, je reçois les questions de l’ancien client, à stopper merci',
  ])('%j is one', (body) => {
    expect(read(body).leaving.kind).toBe('leaves');
  });

  it.each([
    'how can I stop this',
    'nobody called Brenda here',
    'connais pas de Brigitte ici',
    'vous écrivez à une personne décédée',
    'I’ve moved to Spain and won’t be carrying on with this',
    'dites au kiné que je ne participe plus',
    'je n’habite plus en France, pas la peine de continuer',
  ])('%j is one, or is asked about', (body) => {
    expect(read(body).leaving.kind).not.toBe('stays');
  });

  it.each([
    // only thought of, or somebody else's wish
    'how would I stop these if I ever wanted to? not now, just so I know',
    'my son says I should stop these texts but I like them',
    'I nearly unsubscribed but then the tip about the towel worked',
    'mon fils trouve que je devrais me désinscrire, il ne sait pas que j’y tiens',
    // of something else
    'wish I could unsubscribe from this back lol',
    'unsubscribed from all that diet rubbish, you lot are the only ones I kept',
    'si on pouvait se désabonner de son dos 😂',
    'désabonné de canal, j’ai mes soirées pour m’étirer',
    // more, or data, or another place
    'encore plus de messages svp j’adore',
    'je veux récupérer toutes mes données',
    'je me retire dans ma chambre, bonne nuit',
    'je sors de chez le kiné',
    // the number of two
    'c’est le numéro de ma femme aussi, on lit à deux, continuez',
  ])('%j is not carried out', (body) => {
    expect(read(body).leaving.kind).not.toBe('leaves');
  });
});

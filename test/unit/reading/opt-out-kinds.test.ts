import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../../shared/content/safety.ts';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';

const lexicon = loadLexicon();

describe('a wish to be left alone, by kind', () => {
  it.each([
    [
      'weary of us',
      ['ive had a gutful of these texts', 'sick to death of your messages', "j'en ai ma claque de vos sms"],
    ],
    ['no more need of us', ['dont need ye any more', 'im done with yous', 'plus besoin de vous merci']],
    [
      'rid of us',
      ['bin my number', 'chuck me off this', 'scrap the messages please', 'jetez mon numéro', 'débranchez moi'],
    ],
    ['told off', ['lose my digits', 'get off my phone', 'gardez vos conseils', 'allez chier ailleurs']],
    [
      'somebody else has the phone',
      ['this is a works mobile', "it's my daughter's phone", "c'est le portable de mon fils"],
    ],
    ['misspelt', ['un subscribe me', 'cancle', 'stahp', 'anulez tout', 'désabonemment']],
    ['a pause that is none', ['quit buggin me at 6 in the mornin. or ever']],
    ['consent taken back', ['I gave permission for this back at the clinic and I am taking it back now']],
  ])('is heard of one who is or was %s', (_kind, texts) => {
    for (const text of texts) {
      expect(parseReply(text, lexicon).leaving.kind, text).not.toBe('stays');
    }
  });
});

describe('what is like a wish to be left alone and is none', () => {
  it.each([
    ['told to somebody else', ['i told that dog leave me alone', "j'ai dit au démarcheur de me laisser tranquille"]],
    ['done by somebody else', ['my brother unsubscribed, I stay', "mon frère s'est désabonné, moi non"]],
    [
      'for some hours or days',
      ['no texts on sundays please', "don't text me at work", 'plus de messages après 22h svp'],
    ],
    [
      'of another thing',
      ['got the wrong pills from the chemist', 'close the account at the bank today', 'fermé la boutique'],
    ],
    ['told, not asked', ['stopped at 4', 'arrêtée à 4', "j'ai supprimé le message sans le lire"]],
    ['of work', ['6 fin de service', 'fin de service enfin je rentre', "that's me done for today"]],
    ['of pain', ["j'en ai assez de ce dos, vraiment assez", 'la douleur c’est fini', 'plus rien, plus mal']],
    ['a wish to stay', ["don't drop me", 'never want to lose these texts', 'je ne renonce pas']],
    [
      'of life',
      ['tt le monde serait mieux sans moi', 'je veux plus me reveiller demain matin', 'i dont want to be here no more'],
    ],
    ['of the body or others', ['sans m’en rendre compte', 'Je ne veux pas déranger la maternité']],
    ['no telling us whose the phone is', ['my work phone rang all day', 'lost my phone so missed yesterday']],
  ])('is left alone where it is %s', (_kind, texts) => {
    for (const text of texts) expect(parseReply(text, lexicon).leaving.kind, text).not.toBe('leaves');
  });
});

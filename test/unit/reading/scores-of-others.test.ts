import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const intentOf = (body: string) => parseReply(body, lexicon).intent;
const logged = ['score', 'yesterday', 'fix'];

/** Whoever people live, work and talk with, and their animals, as they call them. */
const english = `nan nana nanna nanny nannie gran granny grandma gramma grammy meemaw nonna abuela oma grandad granddad gramps grampa
  grandpa papaw opa pop pops dad daddy da pa stepdad mam mum mom mama mommy ma stepmum mother-in-law in-laws sis sister bro
  brother hubby hubs husband missus wife fiance fiancee partner ex other half better half old man old lady lad lass son daughter
  little one wee one toddler newborn bairn twins grandkids nephew niece cousin auntie godmother carer caregiver care worker home
  help PA assistant midwife physio consultant chiro lodger tenant landlord flatmate housemate roomie neighbour mate bestie buddy pal
  workmate boss manager supervisor gaffer foreman client customer passenger teacher priest dog puppy cat kitten horse pony hamster`;
const names = (list: string, pairs: readonly string[]): readonly string[] => {
  const paired = pairs.filter((pair) => list.includes(pair));
  const rest = paired.reduce((text, pair) => text.replace(pair, ''), list.replace(/\s+/g, ' '));
  return [...rest.split(' ').filter((word) => word !== ''), ...paired];
};
const englishNames = names(english.replace(/\s+/g, ' '), [
  'other half',
  'better half',
  'old man',
  'old lady',
  'little one',
  'wee one',
  'care worker',
  'home help',
]);
const french = `nana mémé mamie mamé grand-mère pépé papi papy papé grand-père tata tatie tante tonton oncle maman mère reum daronne
  papa père reup daron belle-mère beau-père belle-soeur beau-frère belle-fille gendre bru beau-fils femme mari chum blonde conjoint
  conjointe compagnon compagne fiancé fiancée ex moitié copain copine mec meuf chéri chérie pote poto collègue boss patron patronne
  chef cheffe client cliente locataire proprio concierge voisin voisine coloc colocataire frère frangin frérot soeur frangine
  cousin cousine neveu nièce gamin gamine gosse môme minot fils fille bébé ado aide-soignante auxiliaire infirmière kiné ostéo
  chien chienne chat chaton lapin`;

describe('a score of somebody else', () => {
  it.each(
    englishNames.flatMap((who) => [
      `8 for my ${who}`,
      `its an 8 for me ${who}`,
      `my ${who} is a 9`,
      `my ${who} says 8`,
    ]),
  )('%j is not logged', (body) => {
    expect(logged).not.toContain(intentOf(body).kind);
  });

  it.each(
    names(french.replace(/\s+/g, ' '), []).flatMap((who) => [
      `8 pour mon ${who}`,
      `c'est 8 pour ma ${who}`,
      `ma ${who} est à 9`,
      `mon ${who} dit 8`,
    ]),
  )('%j is not logged', (body) => {
    expect(logged).not.toContain(intentOf(body).kind);
  });

  it.each([
    // Others than these lists know, by the place that they have.
    'the harpist is an 8',
    'my zookeeper is a 7 today',
    '8 for my zookeeper',
    '8 for Dave',
    '9 for Siobhan bless her',
    "me mate's is a 9",
    '8 for my mate dave',
    '8 pour Michel',
    'mémé est à 9',
    '8 pour mémé',
    'le petit est à 9',
    '8 pr ma reum',
    'la gamine est à 8',
    'Feu ma mère aurait annoncé 9.',
    'My late wife would have called it a 9.',
  ])('%j is not logged', (body) => {
    expect(logged).not.toContain(intentOf(body).kind);
  });

  it.each([
    ['6 but my nan is a 9', 6],
    ['6, my nan is a 9 though', 6],
    ['6 mais ma mère est à 9', 6],
    ['6 my nan is a 9', 6],
    ['my nan used to say it could be worse, 6', 6],
    ['ma même note 6', 6],
  ])('%j: the person’s own beside it is logged or asked about by its value', (body, score) => {
    expect(intentOf(body)).toMatchObject({ score });
    expect(['score', 'score-in-doubt']).toContain(intentOf(body).kind);
  });

  it.each([
    ["PAIN 4 lunch at my sister's", 4],
    ["4 after dinner at my daughter's", 4],
    ["6 long drive to my brother's", 6],
    ['7 chez ma soeur', 7],
    ['DOULEUR 5 repas chez ma fille', 5],
    ['DOULEUR 6 enterrement de ma mère', 6],
    ['5, anniversaire de mon fils', 5],
    ["PAIN 5 mum's birthday", 5],
    ["PAIN 3 Dave's party", 3],
    ['PAIN 5 sister’s wedding', 5],
  ])('%j tells where the person was, or whose day it was', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score', score });
  });

  it.each(['6 de ma mère', "6 that's of my wife", 'c’est un 6 de ma femme', '6 à ma femme'])(
    '%j is asked about',
    (body) => {
      expect(logged).not.toContain(intentOf(body).kind);
    },
  );

  it.each([
    ['6 for me', 6],
    ['6 for my back', 6],
    ['7 for my lower back', 7],
    ['5 for me today', 5],
    ['6 pour moi', 6],
    ['6 pour mon dos', 6],
    ['6 pour ce matin', 6],
    ['6 for today', 6],
    ['6 for my trouble', 6],
    ["c'est le même 6", 6],
  ])('%j is the person’s own %d', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score', score });
  });
});

describe('a no that is French, and a nan that is a grandmother', () => {
  it.each(['nan 7', "nan c'est 7", 'nan en fait 7', 'nan pas 6, 7'])('%j corrects', (body) => {
    expect(intentOf(body)).toMatchObject({ score: 7 });
    expect(['fix', 'score-in-doubt']).toContain(intentOf(body).kind);
  });

  it.each(['6 but my nan is a 9', 'went to see nan, 6', 'with my nan today 6', 'nan came over and I made her tea, 6'])(
    '%j corrects nothing',
    (body) => {
      expect(intentOf(body).kind).not.toBe('fix');
    },
  );
});

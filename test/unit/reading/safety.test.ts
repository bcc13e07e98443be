import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { flagOf } from '../../../shared/domain/reading/parsed-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const flagIn = (body: string) => flagOf(parseReply(body, lexicon));

describe('red flags', () => {
  it.each([
    [
      'crisis',
      [
        'I want to die',
        'thinking of suicide',
        'suicde',
        'I will kill myself',
        'end my life',
        "I don't want to live",
        'better off dead',
        'me tuer',
        "j'ai envie d'en finir",
        'plus envie de vivre',
        ...['I hurt myself on purpose', 'I want it all to end'],
        ...['no one would miss me', 'everyone would be better off'],
        ...[
          'kill my self',
          'hurt my self on purpose',
          'kms',
          "I'm gonna kms",
          'kill me',
          'please just kill me',
          'let me die',
        ],
        ...['I should be dead', 'might as well die', "I feel like I'm dying", 'I will end it tonight', 'gonna end it'],
        ...["I can't take it anymore", "can't take it any more", "can't live like this", "hope I don't wake up"],
        ...["I hope I don't wake up tomorrow", 'dont wanna be here', 'slit my wrists', 'jump in front of a train'],
        ...['unalive', 'unaliving myself', 'i want 2 die', "j'en ai marre de vivre", 'marre de la vie', 'jveux mourir'],
        ...['je me suis coupée exprès', 'je ne manquerais à personne'],
      ],
    ],
    [
      'now',
      [
        ...[
          'numb between my legs',
          'no feeling between my legs',
          "can't feel my groin",
          'not able to pee',
          'no control of my bladder',
          'numb bum after sitting',
        ],
        ...[
          'incontinense',
          'pain in both legs',
          'my legs are weak',
          "can't walk",
          'chest pain',
          'I fainted',
          'tearing pain',
          'car accident',
          'fell down the stairs',
        ],
        ...[
          'no fever but can’t pee',
          'not only numb between my legs',
          'pain better? no i have chest pain',
          'je ne peux plus uriner',
          'douleur dans les deux jambes',
        ],
        ...["can't get an erection", 'lost sexual function', "plus d'érection depuis lundi"],
        ...["can't move my legs", 'cannot move my feet', 'unable to move legs', "can't move my left leg"],
        ...["I haven't peed since yesterday", 'have not peed in 24 hours', "didn't pee all day", 'no pee since Monday'],
        ...['no more feeling between my legs', 'no longer any feeling in my groin', 'my groin fell asleep'],
        ...[
          'my legs give out',
          "my legs don't work",
          'my feet are not working',
          "can't walk without help",
          "can't walk without a stick",
        ],
        ...["can't walk more than 2 steps", "can't walk a few steps", 'can`t pee', 'no chest pain until today'],
        ...[
          'not numb between my legs until this morning',
          'hit by car',
          'heart pain',
          'pain in my heart',
          'my heart hurts',
        ],
        ...["pas de douleur dans la poitrine jusqu'à hier", "je n'ai pas uriné depuis hier"],
        ...['both my legs tingle', "can't feel it when I go to the toilet", 'je ne sens plus rien aux toilettes'],
        ...['my belly pulsates', 'a pulsating lump in my belly', 'une boule qui bat dans le ventre'],
        ...['face drooping', 'slurred speech', 'one side went weak', 'AVC ?', 'bouche de travers'],
        // Tablets swallowed are for the emergency number first, whatever they were swallowed for (docs/facts.md#d4).
        ...['I took too many pills', 'took all my pills', 'STOP. I took all my tablets', "j'ai avalé 40 comprimés"],
        ...['vomiting blood', 'black tarry stools', 'pregnant and bleeding', "j'ai vomi du sang"],
      ],
    ],
    [
      'today',
      [
        'fever',
        'losing weight',
        'history of cancer',
        'night sweats',
        'I fell yesterday',
        'my left leg is numb',
        'de la fièvre',
        'fever and no appetite',
        ...['no fever until last night', 'no fever before yesterday'],
        ...['black stools', 'feeling really unwell with fever', 'selles noires', 'losing weight with no reason'],
        ...['pregnant and my belly hurts', 'I am pregnant! Bad cramps in my stomach', 'enceinte et mal au ventre'],
        ...['I inject drugs', 'spinal injection last week', 'recent epidural', "je m'injecte de l'héroïne"],
      ],
    ],
  ])('%s', (flag, bodies) => {
    for (const body of bodies) expect(flagIn(body), body).toBe(flag);
  });

  it.each([
    ...[
      'no numbness',
      'no fever',
      'not numb',
      'no chest pain',
      'pas de fièvre',
      'without fever',
      'pain 3, no numbness',
      'fever: no',
      'no fever or chills',
    ],
    ...[
      'this pain is killing me',
      'I could die laughing',
      'my legs are tired',
      'pissed off',
      'the accident of birth',
      'dying for a coffee',
      'kill the pain',
      'I fell asleep',
      'cold feet',
    ],
    ...[
      'walked 5 kms',
      'did 10.5 kms',
      'a few kms',
      'the stairs kill me',
      'this back will kill me',
      'dying for a coffee',
    ],
    ...[
      "hope I don't wake up stiff",
      "can't take it easy",
      "I can't take ibuprofen anymore",
      "can't walk without pain",
    ],
    ...["can't walk more than a mile", 'did not pee in the bushes', 'I fell asleep on my bum'],
    ...['end it with a stretch', 'marre de cette douleur', "didn't pee myself"],
    ...['no chest pain', 'feels like I am dying of hunger', 'slit lamp at the eye doctor', "I don't want to be late"],
    ...['took my pills', 'took 2 pills', 'took all my pills as prescribed', "haven't taken too many pills"],
    ...[
      'I want the pain to end',
      'end it all with a nice walk',
      'no one missed the bus',
      'we were all better off outside',
    ],
    ...['Lost weight, so proud', 'lost weight on purpose', 'lost weight with my diet', 'no black stools'],
    ...['no problems getting an erection', "can't wait for the election", 'no loss of sexual function'],
    ...['one side is weaker than the other', 'a stroke of luck', 'no slurred speech', 'blood pressure 120'],
    ...['pregnant, no belly pain', 'pregnant and my back hurts', 'not pregnant but my belly hurts'],
    ...['pain shoots up my leg', 'epidural 10 years ago', 'spinal injection next week', 'my fingers tingle'],
    ...["I'm not suicidal", "I don't want to die", 'I hurt myself lifting a box', 'please cancel', 'walked 5 kms'],
  ])('%j raises none', (body) => {
    expect(flagIn(body)).toBeUndefined();
  });

  it('takes the gravest of several', () => {
    expect(flagIn('fever, numb between my legs, I want to die')).toBe('crisis');
    expect(flagIn('fever and cannot pee')).toBe('now');
  });

  it('reads a sentence over a line end, as mail wraps it', () => {
    expect(flagIn('since this morning I am numb between\nmy legs')).toBe('now');
  });

  it('leaves the score in it alone', () => {
    expect(parseReply('pain 8 and numb between my legs, cannot pee', lexicon)).toMatchObject({
      danger: { kind: 'flag', flag: 'now' },
      intent: { kind: 'score', score: 8 },
    });
  });
});

describe('French red flags', () => {
  it.each([
    [
      'crisis',
      `je voudrais être morte; je préférerais être mort; autant mourir; je vais en finir; je ne veux plus être là;
      j'en ai assez de vivre; je n'en peux plus de vivre; je n'ai plus le goût de vivre; j'ai des idées noires;
      je pense au suicide; j'ai des idées suicidaires;
      je veux me suicider; douleur 9, je n'en peux plus; je veux mourrir; m'endormir et ne plus me réveiller`,
    ],
    [
      'now',
      `je ne contrôle plus ma vessie; je ne contrôle plus mes sphincters; je n'arrive plus à contrôler ma vessie;
      mal à uriner; je ne peux plus me retenir; je me fais pipi dessus; je perds mes urines; je n'urine plus;
      pas pu uriner depuis hier; problème de vessie; je ne sens plus quand j'urine; faiblesse des jambes;
      pas de sensation entre les jambes; je ne tiens plus sur mes jambes; je suis pu capable de marcher`,
    ],
    ['today', `je suis tombée sur le dos; je suis tombé en arrière; j'ai 39 de température; je maigris sans raison`],
  ])('%s', (flag, bodies) => {
    for (const body of bodies.split(/;\s+/)) expect(flagIn(body), body).toBe(flag);
  });

  it('and harmless words', () => {
    const bodies = `je n'ai pas d'idées suicidaires; pas d'idées suicidaires; aucune idée suicidaire;
      pas de pensées suicidaires; je ne pense pas au suicide; je n'ai plus de fièvre; je suis tombé amoureux;
      je suis tombée sur un bon article; j'ai mal aux jambes après le vélo; je n'en peux plus de cette douleur;
      j'en ai assez de cette douleur; cette douleur va me tuer; je n'ai plus mal; je ne sens plus la douleur;
      je ne peux pas aller marcher aujourd'hui; j'ai pris 2 dolipranes; coussin entre les jambes; mal au coeur;
      pas de fièvre, pas d'engourdissement, pas de problème urinaire; je me suis levé pour faire pipi`;
    for (const body of bodies.split(/;\s+/)) expect(flagIn(body), body).toBeUndefined();
  });
});

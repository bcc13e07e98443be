import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const intentOf = (body: string) => parseReply(body, lexicon).intent;

describe('commands of one word', () => {
  it.each([
    ['join', ['JOIN', 'start', 'Subscribe', 'UNSTOP', 'join please', 'Join!', 'jion', 'sign me up']],
    ['help', ['HELP', 'info', 'AIDE', 'help me', 'Help please', 'hlep', 'help?']],
    ['undo', ['UNDO', 'undo that', 'ANNULE', 'annulé']],
    ['diary', ['DIARY', 'my diary', 'diary please', 'Please show me my diary', 'JOURNAL']],
    ['more', ['MORE', 'more please', 'tell me more', 'PLUS']],
    ['tip', ['TIP', 'tips', 'a tip please', 'CONSEIL']],
    ['resume', ['RESUME', 'resumé', 'REPRENDRE', 'resmue']],
    ['sms', ['SMS', 'text', 'by text please']],
    ['export', ['EXPORT', 'EXPORTER', 'export my data', 'exprot']],
    ['share', ['SHARE', 'PARTAGER', 'partagez', 'share please', 'Share my diary', 'partager mon journal', 'shaer']],
    [
      'unshare',
      ['UNSHARE', 'NE PLUS PARTAGER', 'ne plus partager svp', 'stop sharing', "don't share", 'arrêter de partager'],
    ],
    ['erase', ['ERASE', 'EFFACER', 'delete my data', 'erase everything']],
  ])('%s', (kind, bodies) => {
    for (const body of bodies) expect(intentOf(body), body).toEqual({ kind });
  });

  it.each([
    ['daily', ['DAILY', 'daily please', 'QUOTIDIEN', 'a tip every day', 'conseils tous les jours']],
    ['less', ['LESS', 'Less.', 'MOINS', 'moins svp']],
    ['weekly', ['WEEKLY', 'HEBDO', 'hebdomadaire', 'a tip a week', 'conseil hebdomadaire']],
  ])('%s tips', (dose, bodies) => {
    for (const body of bodies) expect(intentOf(body), body).toEqual({ kind: 'dose', dose });
  });

  // How many is not guessed at: who wants fewer is told the two words, and one of them settles it.
  it.each([
    'every day is too much for me, once a week will do',
    "tous les jours c'est trop, une fois par semaine suffit",
    'Daily is little too much, twice a week would be perfect',
    'too many texts, can you send fewer?',
  ])('%j asks for fewer', (body) => {
    expect(intentOf(body)).toEqual({ kind: 'suggest', command: 'less' });
  });

  it.each([
    ['helped', ['HELPED', 'Helped!', 'UTILE', 'this tip helped']],
    ['later', ['SKIP', 'PASSE', 'skip this one please']],
    ['unwanted', ['NOTFORME', 'not for me', 'PASPOURMOI', 'pas pour moi, merci']],
  ])('a tip that is %s', (as, bodies) => {
    for (const body of bodies) expect(intentOf(body), body).toEqual({ kind: 'rate', as });
  });

  it.each([
    ['CLINIC YES', { agreed: true }],
    ['clinic: yes please', { agreed: true }],
    ['Clinique oui', { agreed: true }],
    ['CLINIC NO', { agreed: false }],
    ['clinic no.', { agreed: false }],
    ['CLINIQUE NON', { agreed: false }],
    ['clinic', {}],
    ['Clinic?', {}],
  ])('%j says whether the clinic may read', (body, said) => {
    expect(intentOf(body)).toEqual({ kind: 'clinic', ...said });
  });

  it.each([
    ['RESEARCH YES', { agreed: true }],
    ['research: yes please', { agreed: true }],
    ['Recherche oui', { agreed: true }],
    ['reserch yes', { agreed: true }],
    ['RESEARCH NO', { agreed: false }],
    ['RECHERCHE NON.', { agreed: false }],
    ['Research?', {}],
    ['recherche', {}],
  ])('%j says whether scores may be given out for research', (body, said) => {
    expect(intentOf(body)).toEqual({ kind: 'research', ...said });
  });

  it.each([
    'research says no',
    'I did my research yes',
    'research yes or no',
    'recherche un kiné',
    'je recherche oui',
    'researchers no',
  ])('%j does not', (body) => {
    expect(intentOf(body).kind).not.toBe('research');
  });

  it.each(['clinic said no', 'the clinic said yes', 'clinic yes or no', 'clinic tomorrow', 'clinics yes', 'yes', 'no'])(
    '%j does not',
    (body) => {
      expect(intentOf(body).kind).not.toBe('clinic');
    },
  );

  it.each(['INSCRIPTION', 'DÉBUT', 'debut svp', 'INSCRITPION', "je m'inscris", 'INSCRIPTION jo@example.org'])(
    '%j joins, to be answered in French',
    (body) => {
      expect(parseReply(body, lexicon)).toMatchObject({ intent: { kind: 'join' }, language: 'fr' });
    },
  );

  it.each(['FRANCAIS', 'Français', 'français svp', 'french', 'LANG FR', 'LANGUE FR', 'lang: francais', 'En français'])(
    '%j asks for French',
    (body) => {
      expect(parseReply(body, lexicon)).toMatchObject({ intent: { kind: 'language', language: 'fr' }, language: 'fr' });
    },
  );

  it.each(['ENGLISH', 'Anglais', 'English please', 'LANG EN', 'LANGUE EN', 'lang english', 'in English', 'englsih'])(
    '%j asks for English',
    (body) => {
      expect(parseReply(body, lexicon)).toMatchObject({ intent: { kind: 'language', language: 'en' }, language: 'en' });
    },
  );
});

describe('commands with an argument', () => {
  it.each([
    ['JOIN jo@example.org', { kind: 'join', email: 'jo@example.org' }],
    ['join Jo@Example.org please', { kind: 'join', email: 'jo@example.org' }],
    ['JOIN jo@', { kind: 'unclear', about: 'email' }],
    ['JOIN 7PM', { kind: 'join', time: '19:00' }],
    ['join at 7:30 p.m. please', { kind: 'join', time: '19:30' }],
    ['JOIN 19:30', { kind: 'join', time: '19:30' }],
    ['jion 8am', { kind: 'join', time: '08:00' }],
    ['JOIN noon', { kind: 'join', time: '12:00' }],
    ['JOIN FR', { kind: 'join', language: 'fr' }],
    ['join in English', { kind: 'join', language: 'en' }],
    ['JOIN FR 7PM', { kind: 'join', time: '19:00', language: 'fr' }],
    ['Join 7 pm, French', { kind: 'join', time: '19:00', language: 'fr' }],
    ['INSCRIPTION 19h', { kind: 'join', time: '19:00' }],
    ['INSCRIPTION à 9 h 30', { kind: 'join', time: '09:30' }],
    ['Inscription en français, 9h', { kind: 'join', time: '09:00', language: 'fr' }],
    ['JOIN 7PM jo@example.org', { kind: 'join', email: 'jo@example.org' }],
    ['JOIN jo@example', { kind: 'unclear', about: 'email' }],
    ['EMAIL jo@example.org', { kind: 'email', address: 'jo@example.org' }],
    ['e-mail: <jo@example.org>.', { kind: 'email', address: 'jo@example.org' }],
    ['EMAIL jo6@example.org', { kind: 'email', address: 'jo6@example.org' }],
    ['COURRIEL jo@example.org', { kind: 'email', address: 'jo@example.org' }],
    ['EMAIL', { kind: 'unclear', about: 'email' }],
    ['EMAIL jo@example', { kind: 'unclear', about: 'email' }],
    ['jo@example.org', { kind: 'unclear', about: 'email' }],
    ['PAUSE', { kind: 'pause', days: 7 }],
    ['PAUSE 7', { kind: 'pause', days: 7 }],
    ['pause 1', { kind: 'pause', days: 1 }],
    ['pause90', { kind: 'pause', days: 90 }],
    ['pause for 2 weeks', { kind: 'pause', days: 14 }],
    ['pause for a week please', { kind: 'pause', days: 7 }],
    ['pause trois jours', { kind: 'pause', days: 3 }],
    ['PAUSE 0', { kind: 'unclear', about: 'pause' }],
    ['PAUSE 91', { kind: 'unclear', about: 'pause' }],
    ['PAUSE 7-10', { kind: 'unclear', about: 'pause' }],
    ['pause until Monday', { kind: 'unclear', about: 'pause' }],
    ['TIME 7:30pm', { kind: 'time', time: '19:30' }],
    ['TIEM 8am', { kind: 'time', time: '08:00' }],
    ['time to 8 am please', { kind: 'time', time: '08:00' }],
    ['HEURE 19h30', { kind: 'time', time: '19:30' }],
    ['TIME', { kind: 'unclear', about: 'time' }],
    ['TIME 25:00', { kind: 'unclear', about: 'time' }],
    ['TIME evening', { kind: 'unclear', about: 'time' }],
    ['ZONE Paris', { kind: 'zone', place: 'Paris' }],
    ['time zone New York', { kind: 'zone', place: 'New York' }],
    ['Zone America/New_York', { kind: 'zone', place: 'America/New_York' }],
    ['FUSEAU Montréal', { kind: 'zone', place: 'Montréal' }],
    ['ZONE', { kind: 'unclear', about: 'zone' }],
    ['LANG', { kind: 'unclear', about: 'language' }],
    ['LANG XX', { kind: 'unclear', about: 'language' }],
    ['lang spanish', { kind: 'unclear', about: 'language' }],
    ['LANGUE', { kind: 'unclear', about: 'language' }],
    ['LANGUE ES', { kind: 'unclear', about: 'language' }],
    ['ERASE K7QX', { kind: 'erase', word: 'K7QX' }],
    ['erase k7qx.', { kind: 'erase', word: 'K7QX' }],
  ])('%j', (body, intent) => {
    expect(intentOf(body)).toEqual(intent);
  });
});

describe('a command with words behind it', () => {
  it.each<[string, unknown]>([
    ['PAUSE 7 off to spain', { kind: 'pause', days: 7 }],
    ['pause 10 days, visiting my son', { kind: 'pause', days: 10 }],
    ['PAUSE 2 weeks for the harvest', { kind: 'pause', days: 14 }],
    ['PAUSE 5 je pars', { kind: 'pause', days: 5 }],
    ['PAUSE 7 minutes between sets', { kind: 'unclear', about: 'pause' }],
    ['PAUSE 7 or 8', { kind: 'unclear', about: 'pause' }],
    ['PAUSE 3 times', { kind: 'unclear', about: 'pause' }],
    ['TIME 7pm, mornings are murder', { kind: 'time', time: '19:00' }],
    ['TIME 9:30am suits me better', { kind: 'time', time: '09:30' }],
    ['HEURE 19h je travaille', { kind: 'time', time: '19:00' }],
    ['TIME 7pm or 8pm', { kind: 'unclear', about: 'time' }],
    ['TIME 7 more minutes', { kind: 'unclear', about: 'time' }],
    ['join please my name is Jo', { kind: 'join' }],
    ["INSCRIPTION je m'appelle Anne", { kind: 'join' }],
  ])('%j', (body, intent) => {
    expect(intentOf(body)).toEqual(intent);
  });
});

describe('words that only look like a command are a note', () => {
  it.each([
    ...[
      'time to rest',
      'join me for a walk',
      'more pain today',
      'pause between sets is good',
      'erase the pain',
      'text from my boss hurt my neck',
    ],
    ...[
      'help is on the way',
      'info was useful',
      'start of a good day',
      'undo button on my jeans',
      'tip of the tongue',
      'plus de douleur',
    ],
    ...[
      'held',
      'step',
      'shop',
      'spot',
      'some',
      'mode',
      'sore',
      'dairy',
      'top',
      'paid',
      'pin',
      'main',
      'gone',
      'day',
      'into',
      'test',
      'next',
      'stars',
      'expert',
      'couleur',
      'douceur',
      'debout',
      'annuel',
      'here',
      'trips',
      'side',
      'side effects',
    ],
    ...['but it hurts', 'less pain today', 'it helped a lot', 'skip of joy', 'daily walk done', 'moins mal'],
    ...['passe une bonne journee', 'utile mais long', 'weekly shop hurt', 'lens', 'dailys', 'helper'],
    ...['long', 'long day', 'lung', 'land', 'langue chargée ce matin', 'french fries for lunch', 'my english teacher'],
    ...['Thanks, François', 'Hi,\n\nThanks,\nFrançois', 'Francoise', 'Thanks, Mel', 'Ok\nMel'],
  ])('%j', (body) => {
    // Some of them have an answer of their own (thanks, good news); none is a command.
    expect(['note', 'talk']).toContain(intentOf(body).kind);
  });
});

describe('the text that is kept', () => {
  it('is what they wrote, without control characters, trimmed', () => {
    expect(parseReply('  Sore\u0000 today\u0007\r\nbut ok \n', lexicon).text).toBe('Sore today\nbut ok');
  });

  it('is cut at 1,600 characters, never in the middle of one', () => {
    const text = parseReply('😊'.repeat(2000), lexicon).text;
    expect(Array.from(text)).toHaveLength(1600);
    expect(text.isWellFormed()).toBe(true);
  });
});

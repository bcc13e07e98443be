import { describe, expect, it } from 'vitest';
import { loadReplyReading } from '../../../shared/content/reply-reading.ts';

const { parse } = loadReplyReading();
const intentOf = (body: string) => parse(body).intent;

describe('a score beside somebody who owns no number', () => {
  it.each([
    // Who is done something to, or does something to the person, is no owner.
    ['carried my nephew up the stairs 8 now', 8],
    ['physio was pleased with me today 4', 4],
    ["wife rubbed some cream on it and it's a 3", 3],
    ['my mate helped shift the sofa so only a 5', 5],
    // A word of English is no French one that is spelled alike.
    ['same as ever mate 5', 5],
    ['Its cold out here back stiff as hell 7', 7],
    // An order, a change of level, an exclamation, a face.
    ["Pour aujourd'hui ce sera six.", 6],
    ["it's gone up to seven today", 7],
    ['what a day 5', 5],
    ['Le cariste vous salue bien ^^ 4 pour le dos', 4],
    ['douleur de quatre sur une échelle de dix', 4],
    // Another day dates something else.
    ['tomorrow I see the surgeon, 5 today', 5],
    ['300 colis cette nuit donc 7', 7],
    ["le médecin m'a changé le traitement, 6 aujourd'hui", 6],
  ])('%j is %d, logged', (body, score) => {
    expect(intentOf(body)).toMatchObject({ kind: 'score', score });
  });

  it.each([
    'my sister is a 5 today',
    'I told the nurse 7',
    'the doctor put me down as 5',
    'mon matelot lui c 7',
    'vital sign of patient 9',
    // Counts of people and things, levels of something else, an article without its noun.
    'on est à six dans la voiture, la banquette est dure',
    '2 kids, 1 back',
    'niveau sonore 8',
    'the noise was level 8',
    'je suis dans la 3',
    "j'ai regardé la 2",
    'had the grandkids all weekend 7',
  ])('%j is not logged', (body) => {
    expect(['score', 'yesterday', 'fix']).not.toContain(intentOf(body).kind);
  });
});

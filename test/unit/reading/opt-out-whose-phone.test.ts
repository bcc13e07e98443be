import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from './fresh-lexicon.ts';

const leavingOf = (body: string) => parseReply(body, lexicon).leaving;

describe('whose the phone is, with no wish said', () => {
  it.each([
    'this is his phone',
    'this is her phone',
    "this is my mum's phone",
    "this is my husband's phone",
    "it's my wife's mobile",
    "using my son's phone",
    "I'm on my daughter's phone",
    "texting from my sister's phone",
    "this is dad's old phone",
    "this phone is my mother's",
    "this number is my husband's",
    'this is a work phone',
    'this is a shared phone',
    "this is his phone, he's asleep",
    "this is Tom's phone",
    "c'est le téléphone de ma mère",
    "c'est le portable de mon mari",
    "c'est son téléphone",
    "c'est le numéro de ma femme",
    "j'écris du téléphone de ma fille",
    'je suis sur le portable de mon fils',
    'ce téléphone est à ma mère',
    'ce numéro est celui de mon mari',
    "c'est le tel du boulot",
    "c'est le portable de papa",
  ])('%j is asked about, and ends nothing', (body) => {
    expect(leavingOf(body)).toEqual({ kind: 'in-doubt' });
  });

  it.each([
    ["this is my mum's phone, pain 6", 6],
    ["on my wife's phone, 6 today", 6],
    ["c'est le tel de mon mari, douleur 4", 4],
    ['sur le portable de mon fils, 6', 6],
  ])('%j is a score first', (body, score) => {
    const { intent, leaving } = parseReply(body, lexicon);
    expect(intent).toMatchObject({ kind: 'score', score });
    expect(leaving.kind).not.toBe('leaves');
  });
});

describe('a phone that is no longer theirs, or a wish beside whose it is', () => {
  it.each([
    'wrong number',
    'you have the wrong number',
    'this is no longer his phone',
    'this is not her phone',
    "this isn't his number anymore",
    'he no longer has this number',
    "this is not John's number",
    'new owner of this number',
    'this is his phone, please stop',
    "this is her phone, she doesn't want these",
    "this is my husband's phone not mine",
    "this is my son's phone, he's 12",
    "it's my daughter's phone, she is nine",
    'faux numéro',
    'erreur de numéro',
    "ce n'est pas son téléphone",
    "ce n'est plus son numéro",
    "ce numéro n'est plus à elle",
    "c'est le téléphone de ma mère, arrêtez",
    "c'est le téléphone de ma mère, elle ne veut plus de messages",
    "c'est le portable de mon fils, pas le mien",
    "c'est le portable de mon fils, il a huit ans",
  ])('%j is carried out', (body) => {
    expect(leavingOf(body)).toMatchObject({ kind: 'leaves', wrongNumber: true });
  });
});

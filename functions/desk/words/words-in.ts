import type { Language } from '../../../shared/domain/people/subscriber.ts';
import type { DeskWords } from './desk-words.ts';
import { english } from './english.ts';

/** The words of the desk in a language. French is a file of its own in the bundle: an English cold start does not read it. */
export const wordsIn = async (language: Language): Promise<DeskWords> =>
  language === 'fr' ? (await import('./french.ts')).french : english;

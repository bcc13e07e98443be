import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageSpecs } from '../../shared/domain/answering/message.ts';
import { previewTips } from './preview-tips.ts';
import { renderBook } from './render-book.ts';
import { hashOf } from './sign-off.ts';

/** The files of all tips below `root`, by their names from there. */
const tipFiles = (root: string, languages: readonly string[]): readonly string[] =>
  languages.flatMap((language) =>
    readdirSync(join(root, language, 'tips'))
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => `${language}/tips/${name}`),
  );

/** SHA-256 over all tips: what somebody's signature is for. */
const hashOfTips = (root: string, languages: readonly string[]): string =>
  hashOf(tipFiles(root, languages).map((file) => [file, readFileSync(join(root, file), 'utf8')] as const));

/** The page of every tip as the files stand now; `live` as in renderBook. */
export const writeTipBook = (
  root: string,
  today: string,
  live?: { mailPath: string; script: string },
): Promise<string> => {
  const preview = previewTips(root, messageSpecs, today);
  return renderBook(preview, { hash: hashOfTips(root, preview.languages), today, ...(live ? { live } : {}) });
};

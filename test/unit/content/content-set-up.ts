import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { compileContent } from '../../../content/build/compile-content.ts';
import { ContentProblemsError } from '../../../content/build/problem.ts';

export const today = '2026-11-22';

const paragraph =
  'You can walk a little each day. Walk to the door and back. Sit down when you need to. Then get up again. ';
export const tip = `---
title: A short walk
subject: A short walk today
verdict: recommended
sms: Take a short walk today, and sit down when you need to.
more: Walk to the door and back. Ask a doctor first if you fall often.
evidence: Guidelines advise walking.
caution: Ask a doctor first if you fall often.
sources:
  - name: A guideline
    url: https://example.org/guideline
reviewed: ${today}
---

${paragraph.repeat(4).trim()}

- ${paragraph.repeat(2).trim()}
`;
export const messages =
  'tip: "Backbeat: {tip} Reply PAIN 0-10 or MORE."\nlogged: "Backbeat: {score} is in your diary."\n';
export const programme = 'version: "1"\ndays: 1\ndose: 7\ntips:\n  - { tip: 01-walk, topic: moving }\n';
/** The same with one tip more. */
export const withTip = (line: string): string => `${programme.replace('days: 1', 'days: 2')}  - ${line}\n`;
const specs = {
  tip: { segments: 1, sample: { tip: '' } },
  logged: { segments: 1, characters: 100, sample: { score: '10' } },
};

/** Content in a folder of its own, made for each test of the file that calls this. */
export const useContentFolder = () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'backbeat-content-'));
    mkdirSync(join(root, 'en/tips'), { recursive: true });
    mkdirSync(join(root, 'programmes'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  /** What the build says of that content; each part is sound unless given. */
  const problemsOf = (files: {
    tip?: string;
    messages?: string;
    messagesByMail?: string;
    programme?: string;
    /** A second programme, `other`. */
    other?: string;
    second?: string;
    third?: string;
  }): readonly string[] => {
    writeFileSync(join(root, 'en/tips/01-walk.md'), files.tip ?? tip);
    if (files.second !== undefined) writeFileSync(join(root, 'en/tips/02-other.md'), files.second);
    if (files.third !== undefined) writeFileSync(join(root, 'en/tips/03-third.md'), files.third);
    writeFileSync(join(root, 'en/messages.yaml'), files.messages ?? messages);
    if (files.messagesByMail !== undefined) writeFileSync(join(root, 'en/messages-by-mail.yaml'), files.messagesByMail);
    writeFileSync(join(root, 'programmes/back-care.yaml'), files.programme ?? programme);
    if (files.other !== undefined) writeFileSync(join(root, 'programmes/other.yaml'), files.other);
    try {
      compileContent(root, specs, today);
      return [];
    } catch (error) {
      if (!(error instanceof ContentProblemsError)) throw error;
      return error.message.split('\n');
    }
  };

  return {
    inFolder: (path: string): string => join(root, path),
    compile: () => compileContent(root, specs, today),
    problemsOf,
  };
};

/** The sound tip with one change. */
export const changed = (from: string | RegExp, to: string): string => {
  const result = tip.replace(from, to);
  expect(result, `the fixture holds ${from}`).not.toBe(tip);
  return result;
};

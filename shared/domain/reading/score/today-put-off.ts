import type { ScoreText } from './score-text.ts';

const puttingOff =
  /^(?:later|tbd|tba|yet|follow|follows|following|pending|suivra|suivre|arrive|tard|dirai|dis|enverrai|envoie|tell|let|send|coming|comes|decided|deciding|know|sais|ask)$/;
/** Whether today is put off, so that no number is of it: "today I tell you later", "no number for today yet", "not for today". */
export const isPutOff = (text: ScoreText, at: number): boolean => {
  const sentence = text.tokens[at]?.sentence;
  const here = (far: number): string =>
    text.tokens[at + far]?.sentence === sentence ? (text.tokens[at + far]?.text ?? '') : '';
  if ([-1, -2, -3].some((far) => /^(?:not|no|pas|havent|cannot)$/.test(here(far)))) return true;
  return [-7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8].some(
    (far) => text.tokens[at + far]?.kind === 'word' && puttingOff.test(here(far)),
  );
};

/** Whether a text names today or now only to say that its number will come later. */
export const putsOffToday = (text: ScoreText): boolean =>
  text.tokens.some((_, at) => text.startsAt(at, 'right-now') !== undefined && isPutOff(text, at));

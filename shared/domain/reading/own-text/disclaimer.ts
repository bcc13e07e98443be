/**
 * Sentences that offices print below every mail. Each names the mail itself, so that a person's own "this is confidential"
 * is kept.
 */
const sentences: readonly RegExp[] = [
  /^(?:confidentiality (?:notice|note|statement)|disclaimer|legal notice|privileged (?:and|&) confidential|avis de confidentialit[ée]|clause de confidentialit[ée]|avertissement|vertraulichkeitshinweis)\b/i,
  /^(?:this|the|the information in this) (?:e-?mail|message|communication|transmission)\b.{0,120}\b(?:confidential|privileged|intended (?:only|solely)|addressee)/i,
  /^(?:the )?(?:contents?|information) (?:of|in|contained in) this (?:e-?mail|message|communication|transmission)\b/i,
  /^(?:ce|le présent|cet|les informations contenues dans ce) (?:message|courriel|e-?mail|courrier)\b.{0,160}(?:confidentiel|destin(?:[ée]|ataire)|strictement personnel)/i,
  /^diese (?:e-?mail|nachricht)\b.{0,120}vertraulich/i,
  /^if you (?:(?:have )?receive[ds]? (?:this|it|the) ?(?:e-?mail|mail|message|communication|transmission)?\b.{0,40}\b(?:error|mistake)|are not the (?:intended|named) )/i,
  /^si vous (?:avez re[çc]u|recevez|n['’ ][êe]tes pas)\b.{0,40}(?:message|courriel|e-?mail|destinataire|erreur)/i,
  /^(?:please )?(?:consider|think (?:of|about)) the environment before printing\b|^n['’ ]imprimez\b.{0,60}(?:message|courriel|e-?mail|mail|n[ée]cessaire)|^(?:pensez|penser) [àa] l['’ ]environnement\b/i,
];

const isDisclaimer = (line: string): boolean => sentences.some((pattern) => pattern.test(line));

/** The lines of a message without an office's legal text, and that text. */
export interface WithoutDisclaimers {
  readonly own: readonly string[];
  readonly disclaimers: readonly string[];
}

/** Separates the legal text that an office's mail server adds: from a known sentence to the end of its paragraph. */
export const withoutDisclaimers = (lines: readonly string[]): WithoutDisclaimers => {
  const own: string[] = [];
  const disclaimers: string[] = [];
  let inside = false;
  for (const line of lines) {
    if (line === '') inside = false;
    else if (isDisclaimer(line)) inside = true;
    (inside ? disclaimers : own).push(line);
  }
  return { own, disclaimers };
};

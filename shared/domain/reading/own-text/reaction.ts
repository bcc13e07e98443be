/** A tapback or an emoji reaction, which phones and mail programs write out for devices that cannot show it. */
export interface Reaction {
  /** The reaction was taken back. */
  readonly removed: boolean;
  /** The emoji, where it is told. */
  readonly emoji: string | undefined;
  /** The message it is about, as far as it is quoted. */
  readonly quoted: string;
}

const emoji = '(\\p{Extended_Pictographic}[\\p{Emoji_Modifier}\\ufe0f\\u200d\\p{Extended_Pictographic}]{0,8})';
const quoted =
  '(?:(?:["“”«]\\s?)([\\s\\S]{1,1700}?)(?:\\s?["”“»]|…)|(?:an? |une? |un )?(?:image|photo|picture|movie|video|vid[ée]o|film|audio message|message audio|attachment|pi[èe]ce jointe|sticker|autocollant|link|lien|contact))';

const apostrophe = "['’ ]";
const takenBack = 'a (?:supprimé|retiré|enlevé) (?:un |une |le |la |son )?';
const whatWasTaken = `(?:j${apostrophe}aime|c(?:œ|oe)ur|je n${apostrophe}aime pas|rire|exclamation|point d${apostrophe}(?:exclamation|interrogation)|réaction|${emoji})`;

const given: readonly string[] = [
  '(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted to) ',
  `reacted (?:with )?(?:an? )?${emoji} to `,
  `${emoji} (?:to|à|a) `,
  '(?:a |vous avez )?(?:aimé|adoré|ri (?:à|a|de)|souligné|insisté sur|mis en évidence) ',
  `n${apostrophe}a pas aimé `,
  `(?:s${apostrophe}interroge sur|s${apostrophe}est interrogée? sur|a posé une question sur|a mis un point d${apostrophe}interrogation (?:à|sur)) `,
  `a réagi (?:avec |par )?(?:un |une )?${emoji} (?:à|au message) `,
];
const removed: readonly string[] = [
  'removed (?:an? |the )?(?:like|heart|dislike|laugh|exclamation(?: mark)?|question mark|reaction) from ',
  `removed (?:an? |the )?${emoji} from `,
  `${takenBack}${whatWasTaken} (?:de|du|à) `,
];

/** The forms that iOS, macOS and Google Messages write, in English and French, with those of a reaction that is taken back. */
const forms: readonly { readonly pattern: RegExp; readonly removed: boolean }[] = [
  ...given.map((lead) => ({ pattern: new RegExp(`^${lead}${quoted}$`, 'iu'), removed: false })),
  ...removed.map((lead) => ({ pattern: new RegExp(`^${lead}${quoted}$`, 'iu'), removed: true })),
];

/** The mails that Outlook and Gmail send about a reaction: "Ana reacted to your message:", "👍 Ana reacted via Gmail". */
const byMail = new RegExp(
  `^(?:${emoji} ?)?(?:.{1,60} )?(?:reacted (?:to your message|via gmail)|a réagi (?:à votre message|via gmail))[ .:]{0,3}$`,
  'iu',
);

/** Reads a text that is nothing but a reaction to a message. `text` must be trimmed, and cut by the earlier stages. */
export const readReaction = (text: string): Reaction | undefined => {
  // Google Messages puts hair spaces around the emoji.
  const seen = text.replace(/[^\S\n]+/g, ' ').trim();
  for (const { pattern, removed } of forms) {
    const found = pattern.exec(seen);
    if (!found) continue;
    const groups = found.slice(1);
    const sign = groups.find((group) => group !== undefined && /^\p{Extended_Pictographic}/u.test(group));
    return { removed, emoji: sign, quoted: groups.at(-1) ?? '' };
  }
  const found = seen.length < 200 ? byMail.exec(seen) : null;
  return found ? { removed: false, emoji: found[1], quoted: '' } : undefined;
};

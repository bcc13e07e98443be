/** The signature mark of RFC 3676 section 4.3, whose space is often lost on the way. */
const mark = /^--$/;

const closing =
  /^(best|all the best|best wishes|(many )?thanks( a lot| again| so much| in advance)?|thank you( very much| so much| again)?|thx|ty|cheers|((kind|kindest|warm|warmest|best|with kind) )?regards|yours( sincerely| truly| faithfully)?|sincerely( yours)?|respectfully|take care|love|xx?x?|merci( beaucoup| bien)?( d['’ ]avance)?|bien cordialement|(tr[èe]s )?cordialement|(bien|mes|avec mes) (sinc[èe]res )?salutations( distingu[ée]es)?|salutations|bien [àa] (vous|toi)|cdt|bonne (journ[ée]e|soir[ée]e|nuit)|[àa] (bient[ôo]t|demain|plus)|amicalement|amiti[ée]s|(grosses )?bises?|bisous|mit freundlichen gr[üu][ßs]+en|mfg|viele gr[üu][ßs]+e|danke)?$/i;

/** Closings that say nothing even if they are the whole message. "Thanks" says something. */
const formalClosing =
  /^(?:(?:with )?(?:kind|kindest|best|warm) regards|regards|yours (?:sincerely|truly|faithfully)|sincerely(?: yours)?|(?:bien |tr[èe]s )?cordialement|cdt|mit freundlichen gr[üu][ßs]+en|mfg)[\s,.!]{0,3}$/i;

const contactLabel =
  '(?:(?:t[ée]l(?:[ée]phone)?|phone|mobile|mob|cell|fax|port(?:able)?|gsm|fixe|home|work|office|e-?mail|mail|courriel|web|site|[tmpefwh])\\.? ?[.:]? {0,3})?';
/** A phone number (seven digits or more), a mail or web address, with at most a label: "Tel. +1 555 123 4567". */
const contact = new RegExp(
  `^${contactLabel}(?:\\+?[\\d ()./-]{9,24}|(?:https?://|www\\.)\\S+|\\S+@\\S+\\.\\S+|<\\S{1,300}>)$`,
  'iu',
);

/** "- Jean" and "~ Jean" sign a short message; "-5" does not. */
const dash = /^[-–—~]{1,2} ?(?=\p{L})/u;

/** What a line says besides its writer's name. */
const besideNames = (line: string, names: ReadonlySet<string>): string =>
  line
    .replace(dash, '')
    .split(/[\s,.!]+/)
    .filter((word) => word !== '' && !names.has(word.toLowerCase()))
    .join(' ');

const isSignatureLine = (line: string, names: ReadonlySet<string>): boolean =>
  contact.test(line) || closing.test(besideNames(line, names));

/** The most lines of an office's signature: name, post, department, telephones, address. */
const longestCard = 10;

/**
 * Where an office's signature begins, if one ends the message: a closing, below it the writer's name alone, and right below
 * that whatever offices print. Another paragraph may be a postscript, so then there is none.
 */
const startOfCard = (lines: readonly string[], first: number, names: ReadonlySet<string>): number | undefined => {
  const start = lines.findLastIndex(
    (line, at) => at > first && line !== '' && closing.test(line.replace(/[\s,.!]+$/, '')),
  );
  if (start === -1) return undefined;
  const name = lines.findIndex((line, at) => at > start && line !== '');
  const line = lines[name];
  if (line === undefined || besideNames(line, names) !== '') return undefined;
  const below = lines.slice(name + 1, lines.findLastIndex((last) => last !== '') + 1);
  return below.length < longestCard && !below.includes('') ? start : undefined;
};

/** The lines of a message without its signature, and the signature. */
export interface Unsigned {
  readonly own: readonly string[];
  readonly signature: readonly string[];
}

/**
 * Separates what stands below a message by habit: everything under the signature mark, an office's card below a closing, and
 * thanks, the writer's own name or a phone number at the end. Otherwise DIARY with "Ana" below it would be a note. The first
 * line always stays, and so does every line above one that says more. `names` must be in lower case.
 */
export const withoutSignature = (lines: readonly string[], names: ReadonlySet<string>): Unsigned => {
  const first = lines.findIndex((line) => line !== '');
  const marked = lines.findIndex((line) => mark.test(line));
  let end = marked === -1 ? lines.length : marked;
  end = startOfCard(lines.slice(0, end), first, names) ?? end;
  while (end - 1 > first && isSignatureLine(lines[end - 1] ?? '', names)) end -= 1;
  if (end === first + 1 && formalClosing.test(lines[first] ?? '')) end = first;
  return { own: lines.slice(0, end), signature: lines.slice(end) };
};

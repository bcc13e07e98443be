const closing =
  /^(best|all the best|best wishes|many thanks|thanks( a lot| again| so much)?|thank you( very much| so much)?|thx|cheers|((kind|kindest|warm|best) )?regards|yours( sincerely| truly| faithfully)?|sincerely|take care|love|merci( beaucoup| d['’]avance)?|cordialement|bien [àa] (vous|toi)|bonne (journ[ée]e|soir[ée]e)|[àa] bient[ôo]t|amicalement|bises?)?$/i;

/** A phone number (seven digits or more), an address on the web, and at most a word before: `Tel. +1 555 123 4567`. */
const contact = /^[\p{L}]{0,10}[.:]?\s{0,3}(\+?[\d ()./-]{9,24}|(https?:\/\/|www\.)\S+|\S+@\S+\.\S+)$/iu;

const isSignOff = (line: string, names: ReadonlySet<string>): boolean => {
  if (contact.test(line)) return true;
  const words = line.split(/[\s,.!]+/).filter((word) => word !== '' && !names.has(word.toLowerCase()));
  return closing.test(words.join(' '));
};

/**
 * The lines without what stands below them by habit: thanks, the writer's own name, a phone number. Else DIARY with
 * "Ana" below it would be a note. The first line always stays, and so does every line above one that says more.
 * `names` in lower case.
 */
export const withoutSignOff = (lines: readonly string[], names: ReadonlySet<string>): readonly string[] => {
  const first = lines.findIndex((line) => line !== '');
  let end = lines.length;
  while (end - 1 > first && isSignOff(lines[end - 1] ?? '', names)) end -= 1;
  return lines.slice(0, end);
};

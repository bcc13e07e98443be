import { withoutAppFooters } from './app-footer.ts';
import { withoutDisclaimers } from './disclaimer.ts';
import { isBlank, linesOf } from './lines.ts';
import { withoutGatewayHeaders } from './mail-gateway.ts';
import { withoutQuotedText } from './quoted-text.ts';
import { type Reaction, readReaction } from './reaction.ts';
import { withoutSignature } from './signature.ts';

/** A part that was cut from a message, by what it was taken for. */
export interface CutText {
  readonly kind: 'quote' | 'signature' | 'footer' | 'disclaimer';
  readonly text: string;
}

/** A message separated into its writer's own words and the rest. */
export interface ReplyText {
  /** The writer's own words, empty if there are none. */
  readonly text: string;
  /** Everything else, kept so that a wrong cut can still be noticed (cut-text-check.ts). */
  readonly cut: readonly CutText[];
  /** Set if the message is nothing but a reaction to one of ours. */
  readonly reaction?: Reaction;
}

const greeting = /^(hi|hello|hey|dear|good (morning|afternoon|evening)|bonjour|bonsoir|salut|coucou)\b[^\d:?]{0,30}$/i;

/** Removes a greeting above the message. A greeting alone is the message. */
const withoutGreeting = (lines: readonly string[]): readonly string[] => {
  const start = lines.findIndex((line) => line !== '');
  const rest = lines.slice(start + 1);
  return greeting.test(lines[start] ?? '') && !isBlank(rest) ? rest : lines;
};

const joined = (lines: readonly string[]): string => lines.join('\n').trim();

/**
 * What somebody said in a mail or text, without what programs put around it: quoted mails, "Sent from my phone", legal
 * sentences, signatures, reactions. `names` are the words with which the writer may sign, in lower case.
 */
export const readReplyText = (text: string, names: ReadonlySet<string> = new Set()): ReplyText => {
  const unwrapped = withoutGatewayHeaders(text);
  const { own: said, quoted } = withoutQuotedText(linesOf(unwrapped));
  const { own: unadvertised, footers } = withoutAppFooters(said);
  const { own: bare, disclaimers } = withoutDisclaimers(unadvertised);
  const { own, signature } = withoutSignature(bare, names);
  const parts = [
    ['quote', quoted],
    ['footer', footers],
    ['disclaimer', disclaimers],
    ['signature', signature],
  ] as const;
  const cut = parts.flatMap(([kind, lines]) => (isBlank(lines) ? [] : [{ kind, text: joined(lines) }]));
  const words = joined(withoutGreeting(own));
  const reaction = readReaction(words);
  return reaction ? { text: '', cut, reaction } : { text: words, cut };
};

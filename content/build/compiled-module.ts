import { brotliCompressSync, constants } from 'node:zlib';
import * as z from 'zod';
import type { Example } from '../../shared/content/example.ts';
import type { MailTemplates } from '../../shared/content/mail-templates.ts';
import type { Mails } from '../../shared/content/mails.ts';
import { type MessageKey, messageSpecs } from '../../shared/domain/answering/message.ts';
import type { PlaceSet } from '../../shared/domain/places/place-set.ts';
import type { CompiledLexicon } from '../../shared/domain/reading/lexicon/lexicon.ts';
import type { SafetyAnswers } from '../../shared/domain/reading/safety/safety-answer.ts';
import type { SecondOpinionModels } from '../../shared/domain/reading/second-opinion/second-opinion.ts';
import type { TopicModel } from '../../shared/domain/reading/second-opinion/topic-model.ts';
import type { ZoneTable } from '../../shared/domain/time/zone-table.ts';
import type { Texts } from '../../shared/domain/tips/texts.ts';
import type { TipProgramme } from '../../shared/domain/tips/tip-programme.ts';
import type { CostlyRanges } from './compile-costly-ranges.ts';
import type { PackedFonts } from './compile-pdf-fonts.ts';

const text = z.string().min(1);
const isMessageKey = (name: string): name is MessageKey => Object.hasOwn(messageSpecs, name);
const messageKeys = Object.keys(messageSpecs).filter(isMessageKey);
const template = z.object({ html: text, placeholders: z.array(z.string()) });

interface Kind<Held> {
  /**
   * Checks content that people edit. The other kinds have their type from the code that makes them
   * (content/build/main.ts).
   */
  readonly schema?: z.ZodType<Held>;
  /** Whether the module holds its JSON compressed, because functions carry it and seldom need it. */
  readonly packed?: boolean;
}

/** What functions read of each kind of compiled file, by the last part of its name (content/build/compiled.d.ts). */
export interface Compiled {
  readonly messages: Texts['messages'];
  /** Messages that are worded differently where there are mails and no texts. */
  readonly 'messages-by-mail': Partial<Texts['messages']>;
  readonly tips: Texts['tips'];
  readonly mails: Mails;
  /** Titles by tip id. */
  readonly 'tip-names': Readonly<Record<string, string>>;
  /** What the start page shows. */
  readonly example: Example;
  readonly programmes: Readonly<Record<string, TipProgramme>>;
  readonly 'mail-templates': MailTemplates;
  readonly safety: SafetyAnswers;
  readonly 'second-opinion': SecondOpinionModels;
  readonly topics: TopicModel;
  readonly zones: ZoneTable;
  readonly places: PlaceSet;
  readonly 'costly-ranges': CostlyRanges;
  readonly lexicon: CompiledLexicon;
  readonly 'pdf-fonts': PackedFonts;
}

/** Values are checked here, once, so that no function has to check them at a cold start. */
const kinds: { readonly [Name in keyof Compiled]: Kind<Compiled[Name]> } = {
  messages: { schema: z.looseRecord(z.enum(messageKeys), text) },
  'messages-by-mail': { schema: z.record(text, text), packed: true },
  tips: { schema: z.array(z.object({ id: text, sms: text, more: text })).min(1), packed: true },
  mails: {
    schema: z.object({
      tips: z.array(
        z.object({
          id: text,
          title: text,
          subject: text,
          html: text,
          text: text,
          evidence: text,
          caution: text,
          sources: z.array(z.object({ name: text, url: text })),
        }),
      ),
    }),
  },
  'tip-names': { schema: z.record(text, text) },
  // Made with its type (content/build/compile-example.ts).
  example: {},
  // Made with its type (content/build/programme-source.ts).
  programmes: {},
  'mail-templates': { schema: z.object({ tip: template, answer: template, confirmation: template }) },
  safety: {},
  // Packed, because it is only read for texts that the rules leave open; a third smaller.
  topics: { packed: true },
  zones: {},
  // Packed, because only somebody who names a place needs it; a third of its size.
  places: { packed: true },
  // Packed, because only a stranger's JOIN reads it.
  'costly-ranges': { packed: true },
  // Both are needed for most texts. Packed, they are two thirds and one third of their size.
  'second-opinion': { packed: true },
  lexicon: { packed: true },
  // Each font is compressed on its own, so that it can be unpacked on its own.
  'pdf-fonts': {},
};

const isKind = (name: string): name is keyof Compiled => Object.hasOwn(kinds, name);

const asJson = (json: string): string => `export const read = () => JSON.parse(${JSON.stringify(json)});\n`;

/** Brotli's level 10: within 3 % of the highest, in a third of the time. */
const compression = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };

/**
 * The source of a module whose JSON is compressed. That halves the bytes, for a millisecond when it is first read. The
 * module does not import zlib, because every cold start would load it.
 */
const packed = (json: string): string =>
  `const packed = '${brotliCompressSync(json, compression).toString('base64')}';
const unpack = () => process.getBuiltinModule('node:zlib').brotliDecompressSync(Buffer.from(packed, 'base64'));
export const read = () => JSON.parse(unpack().toString());
`;

/**
 * The source of one module of `content/compiled/`, such as `en/messages`. Its JSON stands in a string: as code, a
 * function would compile all of it at every cold start, whether needed or not. A language that only some readers need
 * is compressed, because every function carries it.
 * @throws ZodError if the value is not what the functions take it for
 */
export const compiledModule = (name: string, value: unknown): string => {
  const folders = name.split('/');
  const kind = folders.at(-1) ?? '';
  if (!isKind(kind)) throw new TypeError(`nothing is known of ${name}`);
  const { schema, packed: isPacked = folders.length > 1 && folders[0] !== 'en' } = kinds[kind];
  schema?.parse(value);
  const json = JSON.stringify(value);
  return isPacked ? packed(json) : asJson(json);
};

import { brotliCompressSync, constants } from 'node:zlib';
import * as z from 'zod';
import { messageSpecs } from '../shared/domain/message.ts';

const text = z.string().min(1);
const template = z.object({ html: text, placeholders: z.array(z.string()) });

const linearModel = z.object({ weights: text, scale: z.number(), bias: z.number(), threshold: z.number() });

interface Kind {
  readonly type: string;
  /** The module that declares the type. */
  readonly from?: string;
  readonly schema?: z.ZodType;
  /** Carried by functions that seldom need it. */
  readonly packed?: boolean;
}

/**
 * What each compiled file holds: checked here, once, so that no function has to at a cold start. The type is what the
 * functions take it for. What stands here without a schema is made with that type.
 */
const kinds: Readonly<Record<string, Kind>> = {
  messages: {
    type: "Texts['messages']",
    from: 'shared/domain/texts.ts',
    schema: z.object(Object.fromEntries(Object.keys(messageSpecs).map((key) => [key, text]))),
  },
  tips: {
    type: "Texts['tips']",
    from: 'shared/domain/texts.ts',
    schema: z.array(z.object({ id: text, sms: text, more: text })).min(1),
    packed: true,
  },
  mails: {
    type: 'Mails',
    from: 'shared/content/mails.ts',
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
  'mail-templates': {
    type: 'MailTemplates',
    from: 'shared/content/mail-templates.ts',
    schema: z.object({ tip: template, answer: template, confirmation: template }),
  },
  safety: { type: 'SafetyAnswers', from: 'shared/domain/reply/safety-answer.ts' },
  'second-opinion': {
    type: 'SecondOpinionModels',
    from: 'shared/domain/reading/second-opinion/second-opinion.ts',
    schema: z.object({ signs: linearModel, hopeless: linearModel }),
  },
  zones: { type: 'ZoneTable', from: 'shared/domain/zone-table.ts' },
  'opt-out': { type: 'readonly string[]' },
  // Every text is read in both languages.
  lexicon: { type: 'CompiledLexicon', from: 'shared/domain/reading/lexicon/lexicon.ts', packed: false },
};

const asJson = (json: string): string => `export const read = () => JSON.parse(${JSON.stringify(json)});\n`;

/** One step below the best is within 3 % of it, in a third of the time. */
const compression = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };

/** Half of the bytes, for a millisecond when it is first read; an import would have every cold start load zlib. */
const packed = (json: string): string =>
  `const packed = '${brotliCompressSync(json, compression).toString('base64')}';
const unpack = () => process.getBuiltinModule('node:zlib').brotliDecompressSync(Buffer.from(packed, 'base64'));
export const read = () => JSON.parse(unpack().toString());
`;

/**
 * A file of `content/compiled/`, `en/messages` for instance, as a module and its declaration. JSON in a string: as code, a
 * function would compile all of it at every cold start, whether it is asked for or not. A language that only some of the
 * readers need is packed, as every function carries it.
 * @throws ZodError if the value is not what the functions take it for
 */
export const compiledModule = (name: string, value: unknown): { readonly code: string; readonly types: string } => {
  const folders = name.split('/');
  const kind = kinds[folders.at(-1) ?? ''];
  if (kind === undefined) throw new TypeError(`nothing is known of ${name}`);
  kind.schema?.parse(value);
  const type =
    kind.from === undefined ? kind.type : `import('${'../'.repeat(folders.length + 1)}${kind.from}').${kind.type}`;
  const json = JSON.stringify(value);
  const isRare = kind.packed ?? (folders.length > 1 && folders[0] !== 'en');
  return {
    code: isRare ? packed(json) : asJson(json),
    types: `export const read: () => ${type};\n`,
  };
};

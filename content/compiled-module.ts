import * as z from 'zod';
import { messageSpecs } from '../shared/domain/message.ts';

const text = z.string().min(1);
const template = z.object({ html: text, placeholders: z.array(z.string()) });

/**
 * What each compiled file holds: checked here, once, so that no function has to at a cold start. The type is what the
 * functions take it for. What stands here without a schema is made with that type.
 */
const kinds: Readonly<Record<string, { readonly type: string; readonly from?: string; readonly schema?: z.ZodType }>> =
  {
    texts: {
      type: 'Texts',
      from: 'shared/domain/texts.ts',
      schema: z.object({
        version: text,
        messages: z.object(Object.fromEntries(Object.keys(messageSpecs).map((key) => [key, text]))),
        tips: z.array(z.object({ id: text, sms: text, more: text })).min(1),
      }),
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
    safety: { type: 'CompiledSafety', from: 'shared/domain/reply/safety.ts' },
    zones: { type: 'ZoneTable', from: 'shared/domain/zone-table.ts' },
    'opt-out': { type: 'readonly string[]' },
  };

/**
 * A file of `content/compiled/`, `en/texts` for instance, as a module and its declaration. JSON in a string: as code, a
 * function would compile all of it at every cold start, whether it is asked for or not.
 * @throws ZodError if the value is not what the functions take it for
 */
export const compiledModule = (name: string, value: unknown): { readonly code: string; readonly types: string } => {
  const folders = name.split('/');
  const kind = kinds[folders.at(-1) ?? ''];
  if (kind === undefined) throw new TypeError(`nothing is known of ${name}`);
  kind.schema?.parse(value);
  const type =
    kind.from === undefined ? kind.type : `import('${'../'.repeat(folders.length + 1)}${kind.from}').${kind.type}`;
  return {
    code: `export const read = () => JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`,
    types: `export const read: () => ${type};\n`,
  };
};

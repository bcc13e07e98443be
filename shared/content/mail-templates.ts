import * as z from 'zod/mini';

export interface MailTemplate {
  /** HTML with `{{placeholders}}` left in. */
  readonly html: string;
  readonly placeholders: readonly string[];
}
export type MailTemplates = Readonly<Record<'tip' | 'answer' | 'confirmation', MailTemplate>>;

const template = z.object({ html: z.string(), placeholders: z.array(z.string()) });
const schema = z.object({ tip: template, answer: template, confirmation: template });

let loading: Promise<MailTemplates> | undefined;

/** The mail templates as content/mail-templates.ts compiled them; read when the first mail is written, once per environment. */
export const loadMailTemplates = (): Promise<MailTemplates> => {
  loading ??= import('../../content/compiled/mail-templates.json', { with: { type: 'json' } }).then((file) =>
    schema.parse(file.default),
  );
  return loading;
};

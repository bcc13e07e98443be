/** A compiled mail template. */
export interface MailTemplate {
  /** HTML with `{{placeholders}}` left in. */
  readonly html: string;
  readonly placeholders: readonly string[];
}

/** The mail templates, by name. */
export type MailTemplates = Readonly<Record<'tip' | 'answer' | 'confirmation', MailTemplate>>;

let loading: Promise<MailTemplates> | undefined;

/** The mail templates as content/build/compile-mail-templates.ts compiled them; read when the first mail is written, once per environment. */
export const loadMailTemplates = (): Promise<MailTemplates> => {
  loading ??= import('../../content/compiled/mail-templates.js').then(({ read }) => read());
  return loading;
};

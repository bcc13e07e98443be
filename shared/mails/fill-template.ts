import type { MailTemplate } from '../content/mail-templates.ts';

/** A template has a placeholder without a value: a person would have read `{{name}}`. */
export class MissingPlaceholderError extends Error {
  override readonly name = 'MissingPlaceholderError';
  readonly placeholder: string;
  constructor(placeholder: string) {
    super(`nothing was given for {{${placeholder}}}`);
    this.placeholder = placeholder;
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text with HTML's special characters escaped. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

/**
 * Fills in a mail's HTML: `{{name}}` escaped, `{{{name}}}` as it is, `{{#name}}…{{/name}}` only if there is such a
 * value. A filled-in value is never scanned again, so nobody's words can become a placeholder.
 * @throws MissingPlaceholderError
 */
export const fillTemplate = (template: MailTemplate, values: Readonly<Record<string, string>>): string => {
  const given = (name: string): string => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new MissingPlaceholderError(name);
    return value;
  };
  return template.html
    .replace(/\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}/g, (_, name: string, inside: string) => (given(name) ? inside : ''))
    .replace(/\{\{\{(\w+)\}\}\}|\{\{(\w+)\}\}/g, (_, raw: string | undefined, name: string) =>
      raw === undefined ? escapeHtml(given(name)) : given(raw),
    );
};

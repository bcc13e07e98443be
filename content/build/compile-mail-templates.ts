import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import mjml2html from 'mjml';

/** A template's HTML, and the names of the values that it must be given. */
export interface CompiledMailTemplate {
  readonly html: string;
  readonly placeholders: string[];
}

/** A template is not valid MJML, or its placeholders do not pair up. */
export class MailTemplateError extends Error {
  override readonly name = 'MailTemplateError';
  readonly file: string;
  readonly problems: readonly string[];
  constructor(file: string, problems: readonly string[], options?: ErrorOptions) {
    super(`${file}: ${problems.join('; ')}`, options);
    this.file = file;
    this.problems = problems;
  }
}

const templates = fileURLToPath(new URL('../../shared/mails/templates/', import.meta.url));
const marks = /\{\{([{#/]?)(\w+)\}?\}\}/g;

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

/** `{{name}}` is filled in and escaped, `{{{name}}}` as it is; what stands between `{{#name}}` and `{{/name}}` is left out if it is empty. */
const problemsOf = (file: string, source: string, html: string): string[] => {
  const problems: string[] = [];
  for (const [, part = ''] of source.matchAll(/<mj-include[^>]*path="([^"]*)"/g))
    if (!existsSync(resolve(dirname(file), part))) problems.push(`includes ${part}, which does not exist`);
  // MJML drops text that stands where it expects a tag, and says nothing.
  const namesOf = (text: string) => new Set([...text.matchAll(marks)].map(([whole]) => whole));
  const kept = namesOf(html);
  for (const mark of namesOf(source)) if (!kept.has(mark)) problems.push(`${mark} does not reach the HTML`);
  for (const [, kind, name] of html.matchAll(marks)) {
    if (
      kind === '#' &&
      count(html, new RegExp(`\\{\\{#${name}\\}\\}`, 'g')) !== count(html, new RegExp(`\\{\\{/${name}\\}\\}`, 'g'))
    )
      problems.push(`{{#${name}}} is not closed`);
  }
  return problems;
};

/**
 * Compiles one template. `file` is where it stands, or would stand: parts are included from its folder.
 * @throws MailTemplateError with the line of each mistake
 */
export const compileMailTemplate = async (file: string, source: string): Promise<CompiledMailTemplate> => {
  const { html, errors } = await mjml2html(source, {
    filePath: file,
    includePath: templates,
    ignoreIncludes: false,
    keepComments: false,
    // No fonts from the web: a mail that fetches one tells its sender when it was opened.
    fonts: {},
    minify: true,
    minifyOptions: { minifyCss: false },
  }).catch((cause: unknown) => {
    throw new MailTemplateError(file, ['is not MJML'], { cause });
  });
  const problems = [
    ...errors.map(({ line, message }) => `line ${line}: ${message}`),
    ...problemsOf(file, source, html),
  ];
  if (problems.length > 0) throw new MailTemplateError(file, problems);
  return { html, placeholders: [...new Set([...html.matchAll(marks)].flatMap(([, , name]) => name ?? []))].sort() };
};

/**
 * The mail templates as HTML with their placeholders left in, by name: Lambda only fills in.
 * @throws MailTemplateError
 */
export const compileMailTemplates = async (): Promise<Record<string, CompiledMailTemplate>> => {
  const files = (await readdir(templates)).filter((file) => file.endsWith('.mjml')).sort();
  const compiled: Record<string, CompiledMailTemplate> = {};
  for (const file of files) {
    const path = join(templates, file);
    compiled[basename(file, '.mjml')] = await compileMailTemplate(path, await readFile(path, 'utf8'));
  }
  return compiled;
};

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileMailTemplate, MailTemplateError } from '../../../content/build/compile-mail-templates.ts';
import { fillTemplate, MissingPlaceholderError } from '../../../shared/mails/fill-template.ts';
import { templates } from './mail-setting.ts';

describe('a template', () => {
  it('names what it needs', () => {
    expect(templates.confirmation.placeholders).toContain('confirmUrl');
    expect(() => fillTemplate(templates.confirmation, {})).toThrow(MissingPlaceholderError);
    expect(() => fillTemplate({ html: '{{toString}}', placeholders: [] }, {})).toThrow('{{toString}}');
  });

  const compile = (source: string) => {
    const file = join(mkdtempSync(join(tmpdir(), 'mjml-')), 'bad.mjml');
    writeFileSync(file, source);
    return compileMailTemplate(file, source);
  };

  it.each([
    [
      'a tag that does not exist',
      '<mjml><mj-body>\n<mj-section><mj-column><mj-txt>x</mj-txt></mj-column></mj-section></mj-body></mjml>',
      /bad\.mjml: line 2: .*mj-txt/,
    ],
    [
      'an attribute that does not exist',
      '<mjml><mj-body><mj-section>\n\n<mj-column colour="red"></mj-column></mj-section></mj-body></mjml>',
      /line 3: .*colour/,
    ],
    ['a placeholder where MJML drops it', '<mjml><mj-body>{{x}}</mj-body></mjml>', /\{\{x\}\} does not reach/],
    [
      'a section that is not closed',
      '<mjml><mj-body><mj-section><mj-column><mj-text>{{#a}}b</mj-text></mj-column></mj-section></mj-body></mjml>',
      /\{\{#a\}\} is not closed/,
    ],
    [
      'a part that does not exist',
      '<mjml><mj-body><mj-include path="./gone.mjml" /></mj-body></mjml>',
      /gone\.mjml, which does not exist/,
    ],
    ['no MJML', 'hello', /is not MJML/],
  ])('with %s fails the build and says where', async (_, source, message) => {
    const failed = await compile(source).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(MailTemplateError);
    expect(String(failed)).toMatch(message);
  });
});

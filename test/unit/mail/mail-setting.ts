import { compileMailTemplates } from '../../../content/build/compile-mail-templates.ts';
import type { Language } from '../../../shared/domain/people/subscriber.ts';
import type { MailSetting } from '../../../shared/mails/mail-frame.ts';

const { tip, answer, confirmation } = await compileMailTemplates();
if (!tip || !answer || !confirmation) throw new Error('a template is missing');

/** The templates, compiled as the content build does. */
export const templates = { tip, answer, confirmation };

/** The setting of a clinic whose name has to be escaped in HTML. */
export const setting = (language: Language): MailSetting => ({
  templates,
  language,
  contact: 'Spine & Joint Clinic, 1 High St, Leeds',
});

/** The links of a tip's mail. */
export const tipLinks = {
  diaryUrl: 'https://backbeat.example/diary/d',
  unsubscribeUrl: 'https://backbeat.example/unsubscribe/u',
  painUrl: 'https://backbeat.example/pain/p',
};

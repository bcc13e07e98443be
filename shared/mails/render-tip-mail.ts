import { aroundTip } from './around-tip.ts';
import { fillTemplate } from './fill-template.ts';
import { type MailLinks, type MailSetting, oneLine, paragraphs, preview, type RenderedMail } from './mail-frame.ts';
import { mailWords } from './mail-words.ts';
import { wholeTip } from './whole-tip.ts';

/** A tip to be sent as a mail. */
export interface TipToMail {
  readonly title: string;
  readonly subject: string;
  /** HTML from our own content build, inserted as it is. */
  readonly html: string;
  readonly text: string;
  readonly evidence: string;
  readonly caution?: string | undefined;
}

/**
 * Renders the tip of the day, and how to report the pain: by answering, or by one of eleven buttons if there is a
 * `painUrl` (it takes `?score=N`).
 */
export const renderTipMail = (setting: MailSetting, tip: TipToMail, links: MailLinks): RenderedMail => {
  const { templates, language } = setting;
  const { painUrl = '' } = links;
  const words = mailWords[language];
  const around = aroundTip(setting, links);
  const caution = tip.caution ?? '';
  return {
    subject: oneLine(tip.subject),
    text: paragraphs(
      `${words.askScore} ${words.scale}`,
      painUrl && `${words.oneTap} ${painUrl}`,
      wholeTip(tip, language),
      words.howToAnswer,
      around.text,
    ),
    html: fillTemplate(templates.tip, {
      language,
      title: tip.title,
      preview: preview(tip.text),
      html: tip.html,
      caution,
      cautionLabel: words.caution,
      evidence: tip.evidence,
      evidenceLabel: words.evidence,
      askScore: words.askScore,
      scale: words.scale,
      howToAnswer: words.howToAnswer,
      painUrl,
      ...around.fields,
    }),
  };
};

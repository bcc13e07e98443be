import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileMailTemplates } from '../../content/build/compile-mail-templates.ts';
import { renderPromptMail } from '../../shared/mails/render-prompt-mail.ts';
import { renderTipMail } from '../../shared/mails/render-tip-mail.ts';
import { chromiumPath, launchChromium } from './support/chromium.ts';

const links = {
  diaryUrl: 'https://backbeat.example/diary/t',
  unsubscribeUrl: 'https://backbeat.example/unsubscribe/t',
  painUrl: 'https://backbeat.example/pain/t',
};
const tip = {
  subject: 'A walk',
  title: 'Walking',
  html: '<p>Walk a little.</p>',
  text: 'Walk a little.',
  evidence: 'E.',
};
const days = [6, 5, null, 0, 9.5, 4, 4].map((score, at) => ({ date: `2030-01-0${at + 7}`, score }));

/** How bright a colour is, as WCAG 2.2 reckons it. */
const brightness = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [darker = 0, lighter = 0] = [brightness(one), brightness(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
};

describe.runIf(chromiumPath)('mails on a screen', () => {
  let browser: Browser;
  let setting: Parameters<typeof renderTipMail>[0];
  beforeAll(async () => {
    browser = await launchChromium();
    const { tip: tipTemplate, answer, confirmation } = await compileMailTemplates();
    if (!tipTemplate || !answer || !confirmation) throw new Error('a template is missing');
    setting = { templates: { tip: tipTemplate, answer, confirmation }, language: 'en', contact: 'Elm Street Physio' };
  });
  afterAll(() => browser.close());

  const show = async (html: string, width: number, colorScheme: 'light' | 'dark'): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    await page.setContent(html);
    return page;
  };

  it.each([
    [320, 3],
    [360, 2],
    [700, 1],
  ])('at %i px the eleven numbers stand in %i lines, each as large as a finger', async (width, lines) => {
    const page = await show(renderTipMail(setting, tip, links).html, width, 'light');
    const boxes = await Promise.all((await page.locator('a.score').all()).map((number) => number.boundingBox()));
    expect(boxes).toHaveLength(11);
    for (const box of boxes) expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    expect(new Set(boxes.map((box) => box?.y)).size).toBe(lines);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.close();
  });

  it.each(['light', 'dark'] as const)('the bars of a week stand out from their ground: %s', async (scheme) => {
    const { html } = renderPromptMail(
      setting,
      { prompt: 'weekly', words: 'Your week.', date: '2030-01-14', days },
      links,
    );
    const page = await show(html, 360, scheme);
    const colourOf = (selector: string) =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}')).backgroundColor`);
    const [bar, ground] = [String(await colourOf('[bgcolor="#1c6350"]')), String(await colourOf('.card'))];
    // What is no text stands out from 3:1 on (WCAG 2.2, 1.4.11).
    expect(contrast(bar, ground)).toBeGreaterThanOrEqual(3);
    await page.close();
  });
});

import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../../functions/email-inbound/html-to-text.ts';
import { readReplyText } from '../../../shared/domain/reading/own-text/reply-text.ts';

const ownWords = (html: string) => readReplyText(htmlToText(html)).text;

describe('a mail that has only HTML', () => {
  it.each([
    [
      'Gmail',
      '<div dir="ltr">PAIN 3</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Tue Backbeat wrote:<br></div><blockquote class="gmail_quote">PAIN 9</blockquote></div>',
    ],
    [
      'Outlook',
      '<html><head><style>p{margin:9px}</style><title>9</title></head><body><p class=MsoNormal>PAIN 3<o:p></o:p></p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"><p><b>From:</b> Backbeat<br>PAIN 9</p></div></body></html>',
    ],
    [
      'Outlook on the web',
      '<div>PAIN 3</div><div id="appendonsend"></div><hr style="width:98%"><div id="divRplyFwdMsg">From: Backbeat</div>PAIN 9',
    ],
    [
      'Apple Mail',
      '<html><body>PAIN 3<br><br><blockquote type="cite">On 8 Jan 2030 Backbeat wrote:<br>PAIN 9</blockquote></body></html>',
    ],
    [
      'Thunderbird',
      '<p>PAIN 3</p><div class="moz-cite-prefix">On 8 Jan wrote:</div><blockquote type="cite">PAIN 9</blockquote>',
    ],
    ['Yahoo', '<div>PAIN&nbsp;3</div><div id="yahoo_quoted_123" class="yahoo_quoted">PAIN 9</div>'],
    ['an answer at the bottom', '<blockquote>PAIN 9</blockquote><p>PAIN 3</p>'],
    ['no quote', '<!-- 9 --><p>PAIN\n 3</p><script>let pain = 9;</script>'],
  ])('is read without what it quotes: %s', (_, html) => {
    expect(ownWords(html)).toBe('PAIN 3');
  });

  it('keeps paragraphs, line ends and characters', () => {
    expect(
      htmlToText('<p>Tr&egrave;s mal&#160;: 7 &#x1F615;</p><p>l&#39;apr&egrave;s-midi<br/>&lt;b&gt; &amp;unknown;</p>'),
    ).toBe("Très mal : 7 😕\nl'après-midi\n<b> &unknown;".replace('mal :', 'mal\u00a0:'));
  });

  it.each([
    ['<p>PAIN 6 &mdash; stiff, &ldquo;all over&rdquo;</p>', 'PAIN 6 — stiff, “all over”'],
    ['<table><tr><td>PAIN 5</td><td>sore</td></tr></table>', 'PAIN 5 sore'],
    ['<td>PAIN 5</td><td>sore</td>', 'PAIN 5 sore'],
    ['<tr><th>DOULEUR<th>6<tr><td>au r&eacute;veil', 'DOULEUR 6\nau réveil'],
    ['PAIN 6&thinsp;&frac12; &hellip; &lsquo;bad&rsquo; &#128533 &euro;', 'PAIN 6\u2009½ … ‘bad’ 😕 €'],
    ['PAIN 4 &lt; 6 &amp;amp; more', 'PAIN 4 < 6 &amp; more'],
    ['<P>PAIN 6<P>sore<UL><LI>left<LI>right</UL>', 'PAIN 6\nsore\nleft\nright'],
    ['<div>PAIN 6</div><div><br></div><div>sore</div>', 'PAIN 6\n\nsore'],
    ['<p>PAIN&nbsp;6</p><p>&nbsp;</p><p>sore</p>', 'PAIN\u00a06\n\nsore'],
    ['<pre>PAIN 6\nsore</pre>', 'PAIN 6\nsore'],
    ['<span style="display:none">PAIN 9</span>PAIN <b>6</b>, s<i>or</i>e', 'PAIN 6, sore'],
    ['PAIN 6 <img src=x alt="😕"><img alt="logo">', 'PAIN 6 😕'],
    ['<a href="https://backbeat.example/9">PAIN 6</a', 'PAIN 6'],
    ['<p title="a > b">PAIN 6</p>', 'PAIN 6'],
    ['<!--[if mso]>PAIN 9<![endif]-->PAIN 6', 'PAIN 6'],
  ])('shows what a person sees: %s', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it.each([
    ['<ol start="6"><li>better today</li></ol>', '6. better today'],
    [
      '<p>Hello</p><ol start="4"><li>tired<ul><li>slept badly</li></ul></li><li>done</li></ol>',
      'Hello\n4. tired\nslept badly\n5. done',
    ],
    ['<ol><li>PAIN 6</li></ol>', 'PAIN 6'],
    ['<ol start="x"><li>PAIN 6</li></ol>', 'PAIN 6'],
    ['<li>PAIN 6</li>', 'PAIN 6'],
  ])('has the number that its writer began a list with, and no other: %s', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('is silent when all of it is quoted', () => {
    expect(ownWords('<div class="gmail_quote">PAIN 9</div>')).toBe('');
    expect(ownWords('')).toBe('');
  });

  it.each([
    ['tags that do not close', '<div '.repeat(40_000)],
    ['comments that do not close', '<!--'.repeat(50_000)],
    ['heads that do not close', '<head'.repeat(40_000)],
    ['spaces', `<div ${' '.repeat(200_000)}`],
    ['entities', '&#'.repeat(100_000)],
    ['brackets', '<'.repeat(200_000)],
    ['tags that nest without end', '<div>'.repeat(50_000)],
    ['tags that close nothing', '<b>'.repeat(44_000) + '</i>'.repeat(32_000)],
    ['quotes in quotes', `${'<blockquote>'.repeat(20_000)}x`],
    ['attributes', `<div ${'a '.repeat(100_000)}>`],
    ['empty paragraphs', '<p>'.repeat(80_000)],
    ['line ends', '<br>'.repeat(60_000)],
    ['cells', '<td>6</td>'.repeat(25_000)],
  ])('is read in a second of computing at most: %s', (_, html) => {
    const start = process.cpuUsage();
    htmlToText(html);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
  });
});

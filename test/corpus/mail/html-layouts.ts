import { inHtml, type Layout, mailto } from './layout.ts';

/** The ways in which mail programs quote a mail in HTML, in English, French and German. */
export const htmlLayouts: readonly Layout[] = [
  inHtml(
    'Gmail',
    'en',
    (own, html) =>
      `<div dir="ltr">${own}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Tue, Nov 24, 2026 at 9:00 AM Backbeat &lt;<a href="mailto:${mailto}">${mailto}</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0">${html}</blockquote></div>`,
  ),
  inHtml(
    'Outlook',
    'en',
    (own, html) =>
      `<div class=WordSection1>${own}<p class=MsoNormal>&nbsp;</p><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in'><p class=MsoNormal><b>From:</b> Backbeat<br><b>Sent:</b> Tuesday, November 24, 2026 9:00 AM<br><b>To:</b> Ana<br><b>Subject:</b> Your tip</p></div>${html}</div>`,
  ),
  inHtml(
    'Outlook on the web',
    'fr',
    (own, html) =>
      `${own}<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font><b>De&nbsp;:</b> Backbeat<br><b>Envoyé&nbsp;:</b> mardi 24 novembre 2026 09:00<br></font></div>${html}`,
  ),
  inHtml(
    'Apple Mail',
    'fr',
    (own, html) =>
      `${own}<br><div>Envoyé de mon iPhone</div><div><br><blockquote type="cite">Le 24 nov. 2026 à 09:00, Backbeat &lt;${mailto}&gt; a écrit :<br><br></blockquote></div><blockquote type="cite">${html}</blockquote>`,
  ),
  inHtml(
    'Thunderbird',
    'en',
    (own, html) =>
      `${own}<div class="moz-cite-prefix">On 11/24/26 09:00, Backbeat wrote:<br></div><blockquote type="cite" cite="mid:1">${html}</blockquote>`,
  ),
  inHtml(
    'Yahoo',
    'fr',
    (own, html) =>
      `<div class="yahoo-style-wrap">${own}</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>Le mardi 24 novembre 2026 à 09:00:00 UTC+1, Backbeat &lt;${mailto}&gt; a écrit :</div>${html}</div>`,
  ),
  inHtml(
    'Proton',
    'en',
    (own, html) =>
      `${own}<div class="protonmail_signature_block"><div class="protonmail_signature_block-proton">Sent with <a href="https://proton.me/mail/home">Proton Mail</a> secure email.</div></div><div class="protonmail_quote">On Tuesday, November 24th, 2026 at 9:00 AM, Backbeat wrote:<br><blockquote class="protonmail_quote" type="cite">${html}</blockquote></div>`,
  ),
  inHtml(
    'GMX',
    'en',
    (own, html) =>
      `${own}<div name="quote" style="margin:10px 5px; border-left:2px solid #C3D9E5;"><div><b>Gesendet:</b> Dienstag, 24. November 2026<br><b>Von:</b> Backbeat &lt;${mailto}&gt;</div>${html}</div>`,
  ),
  inHtml(
    'Zimbra',
    'fr',
    (own, html) =>
      `${own}<hr id="zwchr"><div><b>De: </b>"Backbeat" &lt;${mailto}&gt;<br><b>À: </b>"ana"<br><b>Envoyé: </b>Mardi 24 Novembre 2026 09:00:00<br><b>Objet: </b>Votre conseil<br></div>${html}`,
  ),
];

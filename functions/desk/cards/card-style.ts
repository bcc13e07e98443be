/** For paper: millimetres and points, black on white, one page whatever the browser's margins are. */
const common = `
*{box-sizing:border-box;margin:0}
html{color:#111;background:#fff;font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0 auto;display:flex;flex-direction:column;overflow:hidden}
h1{font-weight:700;line-height:1.15;letter-spacing:-.01em}
.from{color:#333}
.act{display:flex;align-items:center}
.send{flex:1}
.words,.number{display:block;font-weight:700}
.number,.link{white-space:nowrap}
strong{overflow-wrap:anywhere}
.words{color:#0b4f6c}
a{color:inherit;text-decoration:none}
.qr{display:block;flex:none}
.agree{margin-top:auto;border-top:.3mm solid #777}
.agree h2{font-size:1em}
.link{font-weight:600}
`;

/** The two sizes that are printed: for the hand, and for the wall. */
export const cardKinds = ['card', 'poster'] as const;
/** One of those sizes. */
export type CardKind = (typeof cardKinds)[number];

/** The style sheet of each size; the words are the same. */
export const cardStyles: Readonly<Record<CardKind, string>> = {
  card: `${common}@page{size:A5 portrait;margin:0}
body{width:148mm;height:209mm;padding:10mm;gap:4mm;font-size:10.5pt;line-height:1.35}
h1{font-size:21pt}
.act{gap:5mm}
.words{font-size:18pt}
.number{font-size:15pt}
.qr{width:45mm;height:45mm}
.small,.agree{font-size:7.6pt;line-height:1.28}
.agree{padding-top:3mm}`,
  poster: `${common}@page{size:A4 portrait;margin:0}
body{width:210mm;height:296mm;padding:15mm;gap:6mm;font-size:14.5pt;line-height:1.35}
h1{font-size:33pt}
.act{gap:8mm}
.words{font-size:25pt}
.number{font-size:21pt}
.qr{width:70mm;height:70mm}
.small,.agree{font-size:10pt;line-height:1.32}
.agree{padding-top:4mm}`,
};

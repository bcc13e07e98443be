/** How mail programs, phones and carriers begin the line that they add below what people write. */
const opening =
  /(?:^|(?<=[\s.!?]))(?:sent (?:from|with|using|via)|get(?= (?:outlook|blue ?mail|aqua ?mail))|envoy[ée](?:e)? (?:de(?:puis)?|[àa] (?:partir d[e'’]|l['’]aide d[e'’])|avec|via|par|gr[âa]ce)|(?:obtenir|obtenez|t[ée]l[ée]charge[rz])(?= (?:outlook|blue ?mail|aqua ?mail))|gesendet (?:von|mit|aus|über)|von meinem|diese nachricht wurde von|enviado (?:desde|con)|inviato da)(?=[\s'’]|$)/giu;

/** What such a line names: a phone, an app, a carrier. */
const product =
  /(?:iphone|ipad|ipod|apple|android|samsung|galaxy|huawei|xiaomi|redmi|oppo|nokia|motorola|moto|pixel|oneplus|honor|wiko|fairphone|blackberry|windows|outlook|courrier|mail|yahoo|gmail|proton|verizon|at&t|t-mobile|metropcs|sprint|cricket|rogers|telus|bell|orange|sfr|free|bouygues|la ?poste|mobile|smartphone|smart ?phone|cell ?phone|phone|handheld|tablet|t[ée]l[ée]phone|portable|tablette|ordinateur|appareil|device|wireless|handy|mobiltelefon|tablet|gmx|web\.de|mailo|em client|thunderbird|spark|edison|k-9|aol|hotmail|zimbra|webmail|ios|mac|pc|messenger|facebook|whatsapp)(?![\p{L}])/giu;

/**
 * What may follow the last name: a model, a kind of network, an address. Each is separated by a space, so that the pattern
 * can match in one way only.
 */
const model =
  /^\d{0,3}(?:[ ,-]{1,3}(?:\d{1,3}\p{L}{0,3}|\p{L}{1,2}\d{1,4}\p{L}{0,2}|pro|max|plus|mini|ultra|lite|note|air|edge|fe|se|xl|xr|xs|lte|series|secure|securise|s[ée]curis[ée]e?|messagerie|gesendet|for|pour|f[üu]r|on|sur|and|et|by|an|email|e-mail|client|app|network)){0,8}[.!]?\s?(?:[<([]?(?:https?:\/\/|www\.|mailto:)\S{1,600})?$/iu;

/**
 * The longest text between the opening and the product ("my", "my Verizon, Samsung", "mon", "meinem Android"). A longer one
 * is a sentence.
 */
const mostBetween = 60;

/** A link as some programs write it into plain text: `[Proton Mail](https://…)`. */
const link = /\[([^\][]{1,60})\]\([^()\s]{1,300}\)/g;

const cutAt = (line: string): number | undefined => {
  for (const { index, 0: said } of line.matchAll(opening)) {
    const rest = line.slice(index + said.length).replace(link, '$1');
    const products = [...rest.matchAll(product)];
    const last = products.at(-1);
    if (last === undefined || (products[0]?.index ?? 0) > mostBetween || rest.length > 300) continue;
    // The address behind an app's name often holds the name again, so every product is tried.
    const behind = products.some((found) => model.test(rest.slice(found.index + found[0].length)));
    // A footer that follows a sentence on the same line begins with a capital. "Messages sent from my phone" goes on.
    const begins = index === 0 || /^\p{Lu}/u.test(said);
    if (behind && begins) return index;
  }
  return undefined;
};

/** Lines that programs add and that hold nothing else. */
const wholeLines: readonly RegExp[] = [
  // Avast, AVG, Norton and McAfee, in English, French and German.
  /^(?:virus-free|(?:garanti )?sans virus|virenfrei)\b.{0,80}$/i,
  /\b(?:avast|avg|norton|mcafee|kaspersky|bitdefender)\b.{0,60}(?:antivirus|virus|https?:)|virus.{0,80}\b(?:avast|avg|norton|mcafee|kaspersky|bitdefender)\b/i,
  /^<?(?:https?:\/\/)?(?:www\.)?avast\.com\S{0,300}$/i,
  /^yahoo mail ?: (?:search|recherchez)\b.{0,60}$/i,
  /^diese nachricht wurde von meinem .{1,60} gesendet\.?$/i,
  /^<(?:https?|mailto):\S{1,600}>$/i,
];

const maxFooter = 700;

/** The lines of a message without the footers of programs, and the footers. */
export interface WithoutFooters {
  readonly own: readonly string[];
  readonly footers: readonly string[];
}

/**
 * Separates the lines that programs add: "Sent from my iPhone", "Get Outlook for iOS", "Sent from my Verizon, Samsung
 * Galaxy smartphone", seals of virus scanners.
 */
export const withoutAppFooters = (lines: readonly string[]): WithoutFooters => {
  const own: string[] = [];
  const footers: string[] = [];
  for (const line of lines) {
    if (line === '' || line.length > maxFooter) {
      own.push(line);
      continue;
    }
    const whole = wholeLines.some((pattern) => pattern.test(line));
    const at = whole ? 0 : cutAt(line);
    if (at === undefined) own.push(line);
    else {
      if (at > 0) own.push(line.slice(0, at).trim());
      footers.push(line.slice(at));
    }
  }
  return { own, footers };
};

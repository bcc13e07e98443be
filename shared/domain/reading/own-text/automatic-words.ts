/** Where a sentence may begin. */
const start = '(?:^|[\\n.!?:;] {0,2})';
/** What closes a sentence, or goes on as only machines' do. */
const stop =
  '(?= {0,2}(?:$|[\\n.,;:!)]|please|merci|and (?:you|please|do)|to (?:let|confirm)|from |sent |g[ée]n[ée]r|envoy))';
const pattern = (source: string): RegExp => new RegExp(source, 'iu');

/** Sentences that no person writes: each is enough. */
const machines: readonly RegExp[] = [
  pattern(
    `${start}(?:this is an? (?:automatic|automated|auto)[ -]?(?:generated )?(?:reply|response|message|e-?mail)|ceci est (?:un|une) (?:message|r[ée]ponse|courriel|e-?mail|accus[ée] de r[ée]ception) automatique)${stop}`,
  ),
  pattern(
    `${start}(?:this (?:message|e-?mail) (?:was|has been|is) (?:sent|generated) automatically|this (?:message|e-?mail) (?:was|is) automatically generated|ce (?:message|courriel|e-?mail) (?:a [ée]t[ée]|est) (?:envoy[ée]|g[ée]n[ée]r[ée]) automatiquement)`,
  ),
  pattern(
    `${start}(?:we have (?:well )?received your (?:message|e-?mail|request|enquiry)|nous avons bien re[çc]u votre (?:message|courriel|e-?mail|demande))`,
  ),
  // Services that hold mail back until its sender has proved to be a person.
  /\b(?:mailinblack|boxbe|spam ?arrest)\b[\s\S]{0,400}https?:/i,
];

/** Receipts of Outlook, Thunderbird and Zimbra that are not marked as a report; the first names the mail by its headers. */
const receipts: readonly RegExp[] = [
  pattern(
    '^(?:your|votre) message\\s[\\s\\S]{0,600}?\\b(?:subject|sent|objet|envoy[ée]) ?:[\\s\\S]{0,400}?\\b(?:was (?:read|displayed|deleted without being read) on|a [ée]t[ée] (?:lu|affich[ée]|supprim[ée] sans (?:[êe]tre|avoir [ée]t[ée]) lu) (?:le|[àa]))\\s',
  ),
  pattern(
    `${start}(?:this is a return receipt for|ceci est un accus[ée] de (?:r[ée]ception|lecture) (?:pour|du|de votre)|this receipt (?:verifies|shows) that|cet accus[ée] de (?:r[ée]ception|lecture) (?:v[ée]rifie|confirme|indique))`,
  ),
];

/** Whether a mail tells that a mail was read. `text` is all of it, with what looks like headers of a quoted mail. */
export const isReceipt = (text: string): boolean => receipts.some((form) => form.test(text.trim()));

/** That somebody is away from work. */
const away = pattern(
  `${start}(?:(?:thank you|thanks|hello|hi)\\b[^\\n.!]{0,60}[.!,]\\s{0,2})?(?:i(?: am|['’]m| will be) (?:currently |presently |now )?(?:out of (?:the |my )?office|on (?:annual |sick |maternity |paternity |parental )?leave|away from (?:the office|my desk|work|my e-?mails?)|on (?:vacation|holiday))|(?:the|our) office (?:is|will be) closed|je (?:suis|serai) (?:actuellement |pr[ée]sentement |momentan[ée]ment )?(?:absente?|en cong[ée]s?|hors du bureau|en d[ée]placement|indisponible|en vacances)|(?:le|notre) (?:bureau|cabinet|secr[ée]tariat) (?:est|sera) ferm[ée])(?!\\p{L})`,
);
/** What is said to whoever has written, and so is said by a machine: nobody answers a tip like that. */
const toWriters = pattern(
  '\\b(?:your (?:message|e-?mail|request|enquiry)|please (?:contact|e-?mail|call|write to)|(?:limited|no) access to (?:my )?e-?mails?|for (?:any )?urgent (?:matters?|requests?|enquiries))\\b|(?<!\\p{L})(?:votre (?:message|courriel|e-?mail|demande)|vos (?:messages|courriels|e-?mails)|(?:vous pouvez|merci de|veuillez|pri[èe]re de) (?:contacter|joindre|appeler|[ée]crire [àa]|(?:vous )?adresser)|pour toute (?:demande|question|urgence))(?!\\p{L})',
);
/** What a tip is about: whoever speaks of it has read one. */
const aboutPain = /\b(?:pain|ache|aches|hurts?|sore|douleur|douleurs|dos|mal)\b/i;

/**
 * Whether words are a machine's although no header says so (RFC 3834 asks for one): an absence note, a
 * confirmation that a mail arrived, a request to prove oneself. An absence note must say both that somebody is away and
 * something to whoever wrote, and nothing of pain: "I'm on holiday till Friday, PAIN 4" is a person's.
 */
export const isMachinesWords = (text: string): boolean =>
  machines.some((sentence) => sentence.test(text)) ||
  (away.test(text) && toWriters.test(text) && !aboutPain.test(text));

/*
 * The longest values that the placeholders of our messages can have, in any language. The content build renders every
 * message with them (message.ts).
 */

/** The longest day in words: a pause may put the next tip further off than tomorrow. */
export const longestDate = 'Wednesday 30 September';
/** The longest time of day: tips go out every five minutes. */
export const longestTime = '12:55 pm';
/** The longest name of a zone, which is French. */
export const longestPlace = 'heure de Ho Chi Minh City';
/** The longest name of a clinic: infra/config.ts allows 40 letters. */
export const longestClinic = 'the physiotherapists of Some Clinic, Rye';
/** The longest hours of a clinic, which infra/config.ts limits too (longestHoursInWords). */
export const longestHours = 'lun-mar, jeu, sam-dim 9h00-17h00, mer 9h00-12h30 (heure de Ho Chi Minh City)';
/** The longest sentence that `hardDay` may be, with a blank before it: what the answers that hold it leave of a segment. */
export const longestHardDay = 'x'.repeat(23);
/** The longest goal that a text repeats (goalInText). */
export const longestGoal = 'x'.repeat(40);
/** The longest activity that a text repeats (activityInText). */
export const longestActivity = 'x'.repeat(24);
/** The longest word by which a programme is chosen (enforced by content/build/programme-source.ts). */
export const longestWord = 'x'.repeat(12);
/** The longest description of such a programme (enforced there too). */
export const longestChoice = 'x'.repeat(60);
/** The longest list of other programmes in the summary, with a comma and a blank before each word. */
export const longestOthers = 'x'.repeat(14);
/** The longest list of programmes with their descriptions. */
export const longestChoices = 'x'.repeat(150);
/** The longest of the messages that say how often messages come (`characters` in message.ts). */
export const longestPace = 'x'.repeat(27);
/** Three tips, each as long as its segment allows. */
export const longestTips = 'x'.repeat(3 * 126);
/** The longest link. It is spelled out: a computed value would stay in every bundle, though only the content build needs it. */
export const longestLink =
  'https://backbeat.some-clinic.example.org/diary/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx';

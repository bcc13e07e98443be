import { longestHoursInWords } from '../shared/domain/desk/readers-in-words.ts';
import { callingCodes } from '../shared/domain/people/calling-codes.ts';
import { northAmericanAreaCodes } from '../shared/domain/people/north-american-area-codes.ts';
import { hoursTooLong, type ReadersConfig } from './readers-config.ts';
import { whyNoTextsIn, whyNotIn } from './regions.ts';

/** One setting that is missing or wrong, and the sentence that says so. */
export interface SettingProblem {
  readonly setting: string;
  readonly sentence: string;
}

/** Settings that may each be right alone and wrong together. */
interface Settings {
  readonly region: string;
  readonly sms?: { readonly countries: readonly string[] };
  readonly email?: { readonly mailDomain: string; readonly mailFrom: string; readonly replyAddress: string };
  readonly contact: string;
  readonly redFlagReaders: ReadersConfig;
  readonly alarmEmail: string;
  readonly deskUserPool?: string | undefined;
  readonly desk?: { readonly staffGroup: string; readonly clinicianGroup: string } | undefined;
  readonly cloudFront?: { readonly name: string; readonly certificateArn: string } | undefined;
  readonly customDomain?: { readonly name: string; readonly certificateArn: string } | undefined;
}

/** A value as a sentence shows it. */
export const shown = (value: unknown): string => (value === undefined ? 'missing' : JSON.stringify(value));

const domainOf = (mailbox: string): string => mailbox.replace(/>$/, '').replace(/^.*@/, '').toLowerCase();

const problem = (setting: string, value: unknown, rest: string): SettingProblem => ({
  setting,
  sentence: `${setting} is ${shown(value)}: ${rest}`,
});

/** Finds senders outside the mail domain: SES refuses their mail, because it has no key for their domain. */
const strayedSenders = ({ email }: Settings): readonly SettingProblem[] =>
  email === undefined
    ? []
    : (['mailFrom', 'replyAddress'] as const)
        .filter((name) => domainOf(email[name]) !== email.mailDomain)
        .map((name) => problem(name, email[name], `it should be at the mailDomain, ${email.mailDomain}.`));

/**
 * Finds mailboxes in the mail domain for alarms or for help: all mail to that domain goes to Backbeat, and no human
 * would read it.
 */
const unreadMailboxes = ({ email, ...settings }: Settings): readonly SettingProblem[] =>
  email === undefined
    ? []
    : (['alarmEmail', 'contact'] as const)
        .filter((name) => settings[name].toLowerCase().includes(`@${email.mailDomain}`))
        .map((name) =>
          problem(
            name,
            settings[name],
            `all mail to ${email.mailDomain} comes to Backbeat, so it should be a mailbox elsewhere that somebody reads.`,
          ),
        );

const knownCountries = (): ReadonlySet<string> =>
  new Set([
    ...[...callingCodes().values()].map(({ country }) => country),
    ...northAmericanAreaCodes().map(({ country }) => country),
  ]);

/** Finds unknown countries: "UK" looks right, and would keep everybody in Britain out, whose numbers belong to GB. */
const unknownCountries = ({ sms }: Settings): readonly SettingProblem[] => {
  const known = knownCountries();
  return (sms?.countries ?? [])
    .map((code, index) => ({ code, setting: `countries.${index}` }))
    .filter(({ code }) => !known.has(code))
    .map(({ code, setting }) => {
      const { region: meant } = new Intl.Locale(`und-${code}`);
      const hint = meant !== undefined && known.has(meant) ? `: do you mean ${shown(meant)}?` : '.';
      return problem(setting, code, `no phone number is of that country by ISO 3166-1${hint}`);
    });
};

const wrongDomain = ({ customDomain, email, region }: Settings): readonly SettingProblem[] => {
  if (customDomain === undefined) return [];
  const { name, certificateArn } = customDomain;
  const problems: SettingProblem[] = [];
  if (email !== undefined && (name === email.mailDomain || name === `bounce.${email.mailDomain}`)) {
    const rest = `its DNS name holds MX records for mail, and DNS allows no CNAME beside them: it should be another name, like "coach.${email.mailDomain}".`;
    problems.push(problem('customDomain.name', name, rest));
  }
  if (certificateArn.split(':')[3] !== region) {
    const rest = `it should be a certificate in the region ${region}.`;
    problems.push(problem('customDomain.certificateArn', certificateArn, rest));
  }
  return problems;
};

/**
 * Finds settings of both a custom domain and CloudFront, which are each the service's one address, and certificates
 * outside the one Region whose certificates CloudFront takes.
 */
const wrongEdge = ({ cloudFront, customDomain }: Settings): readonly SettingProblem[] => {
  if (cloudFront === undefined) return [];
  const { name, certificateArn } = cloudFront;
  const problems: SettingProblem[] = [];
  if (customDomain !== undefined) {
    const rest = 'there is a customDomain as well, and the service has one address: leave out one of them.';
    problems.push(problem('cloudFront.name', name, rest));
  }
  if (certificateArn.split(':')[3] !== 'us-east-1') {
    const rest = 'CloudFront takes certificates of us-east-1 only.';
    problems.push(problem('cloudFront.certificateArn', certificateArn, rest));
  }
  return problems;
};

/** Finds hours that are too long for the texts that tell them, in every language. */
const longHours = ({ redFlagReaders }: Settings): readonly SettingProblem[] => {
  const words = hoursTooLong(redFlagReaders);
  if (words === undefined) return [];
  const rest = `that is longer than the ${longestHoursInWords} letters that texts have room for: say it in fewer hours.`;
  return [problem('redFlagReaders.hours', words, rest)];
};

/** Finds contacts in the mail domain: they are people, and mail to that domain goes to Backbeat. */
const unreadContacts = ({ redFlagReaders, email: own }: Settings): readonly SettingProblem[] =>
  redFlagReaders === 'nobody' || own === undefined
    ? []
    : redFlagReaders.contacts.flatMap(({ email }, index) =>
        email !== undefined && domainOf(email) === own.mailDomain
          ? [
              problem(
                `redFlagReaders.contacts.${index}.email`,
                email,
                `all mail to ${own.mailDomain} comes to Backbeat, so it should be a mailbox elsewhere that somebody reads.`,
              ),
            ]
          : [],
      );

/** Finds one group for both roles: somebody in both is a clinician, so everybody would be one. */
const sameGroup = ({ desk }: Settings): readonly SettingProblem[] =>
  desk?.staffGroup === undefined || desk.staffGroup !== desk.clinicianGroup
    ? []
    : [
        problem(
          'desk.clinicianGroup',
          desk.clinicianGroup,
          'that is the staffGroup too, and all of its members would read what people wrote: it should be another group.',
        ),
      ];

/** Finds two sign-ins: staff sign in at one place. */
const twoSignIns = ({ desk, deskUserPool }: Settings): readonly SettingProblem[] =>
  desk === undefined || deskUserPool === undefined
    ? []
    : [
        problem(
          'deskUserPool',
          deskUserPool,
          'there is a desk as well, which names a provider of its own: leave out one of them.',
        ),
      ];

const wrongRegion = ({ region, email }: Settings): readonly SettingProblem[] => {
  const why = email === undefined ? whyNoTextsIn(region) : whyNotIn(region);
  return why === undefined ? [] : [problem('region', region, why)];
};

/** All problems that no single setting shows; AWS and DNS would report them only after a deployment had begun. */
export const conflictsOf = (settings: Settings): readonly SettingProblem[] =>
  [
    wrongRegion,
    strayedSenders,
    unreadMailboxes,
    unreadContacts,
    longHours,
    unknownCountries,
    wrongDomain,
    wrongEdge,
    sameGroup,
    twoSignIns,
  ].flatMap((check) => check(settings));

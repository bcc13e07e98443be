/**
 * The countries of the twelve-hour clock, by CLDR 48 (`timeData`, as `Intl.Locale.getHourCycles` gives it for the
 * language that most people there speak). They are listed here because asking Intl costs a cold start 12 ms, and the
 * answer does not change.
 */
const twelveHours: ReadonlySet<string> = new Set(
  `AE AG AL AR AS AU BB BD BH BM BN BO BS BT CA CL CO CR CU CY DJ DM DO DZ EC EG ER ET FJ FM GD GH GM GR GT GU GY HK HN
  IN IQ JM JO KH KI KN KP KR KW KY LB LC LR LS LY MH MO MP MR MW MX MY NA NI NZ OM PA PE PG PH PK PR PS PW PY QA SA SB SD
  SG SL SO SS SV SY SZ TC TD TN TO TT TW UM US UY VC VE VG VI VU WS YE ZM`
    .trim()
    .split(/\s+/),
);

/**
 * Whether people of a country (ISO 3166-1) read 7:30 pm; false where it is unknown (ZZ), because nobody misreads 19:30.
 */
export const readsTwelveHours = (country: string): boolean => twelveHours.has(country);

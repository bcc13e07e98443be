/**
 * Looks for things that must not stand in a text, in the spellings in which programs write them down: as they are, in
 * another case, in a URL or form, in Base64, a phone number with or without its plus sign and in groups.
 */
export const createLeakDetector = (secrets: Readonly<Record<string, string>>) => {
  const spellings = Object.entries(secrets).flatMap(([name, secret]) => {
    const bare = secret.replace(/^\+/, '');
    const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
    return [
      secret,
      bare,
      encodeURIComponent(secret),
      new URLSearchParams({ secret }).toString().slice('secret='.length),
      base64,
    ].map((spelling): [string, string] => [name, spelling.toLowerCase()]);
  });
  /** The names of the secrets that a text gives away. */
  return (text: string): readonly string[] => {
    const lower = text.toLowerCase();
    const digits = text.replace(/(?<=\d)[\s().-]{1,2}(?=\d)/g, '');
    const found = spellings.filter(
      ([, spelling]) => lower.includes(spelling) || (/^\d{7,15}$/.test(spelling) && digits.includes(spelling)),
    );
    return [...new Set(found.map(([name]) => name))];
  };
};

export type LeakDetector = ReturnType<typeof createLeakDetector>;

import type { Language } from '../../domain/people/subscriber.ts';
import { begunBy, type TipProgramme } from '../../domain/tips/tip-programme.ts';

const words: Readonly<Record<Language, { readonly begins: (name: string) => string; readonly gone: string }>> = {
  en: {
    begins: (name) => `begins with ${name}`,
    gone: 'its programme is here no longer: begins as everybody does',
  },
  fr: {
    begins: (name) => `commence par ${name}`,
    gone: 'son programme n’est plus là : commence comme tout le monde',
  },
};

/** What whoever joins by a code begins with, where the code names a programme. `first`: the one that everybody begins with. */
export const programmeInWords = (
  language: Language,
  code: { readonly programme?: number },
  first: TipProgramme,
): string | undefined => {
  if (code.programme === undefined) return undefined;
  const name = begunBy(code, first)?.choice?.[language].name;
  return name === undefined ? words[language].gone : words[language].begins(name);
};

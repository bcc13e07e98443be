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

/**
 * The programme that a person who joins by this code begins with. Undefined if the code names none. `first` is the
 * programme that everybody else begins with.
 */
export const programmeInWords = (
  language: Language,
  code: { readonly programme?: number },
  first: TipProgramme,
): string | undefined => {
  if (code.programme === undefined) return undefined;
  const name = begunBy(code, first)?.choice?.[language].name;
  return name === undefined ? words[language].gone : words[language].begins(name);
};

import type { Move } from '../../shared/domain/desk/desk-changes.ts';
import { type Channel, languages } from '../../shared/domain/people/subscriber.ts';
import { CannotError } from '../../shared/use-cases/desk/desk-errors.ts';

const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/;
const channels: readonly Channel[] = ['sms', 'email'];
/** The longest name of a place that anybody types. */
const longestPlace = 80;

/**
 * What a form asks to have moved; a field that is left empty stays as it is.
 * @throws CannotError if nothing is to be moved, or a field cannot be read
 */
export const moveInForm = (form: Readonly<Record<string, string>>): Move => {
  const { time = '', zone = '', channel: saidChannel = '', language: saidLanguage = '' } = form;
  const channel = channels.find((one) => one === saidChannel);
  const language = languages.find((one) => one === saidLanguage);
  if (time !== '' && !timePattern.test(time))
    throw new CannotError({ en: 'a time is written like 18:30', fr: 'une heure s’écrit comme 18:30' });
  if (zone.length > longestPlace)
    throw new CannotError({
      en: 'give a big city, or a name like Europe/Paris',
      fr: 'donnez une grande ville, ou un nom comme Europe/Paris',
    });
  if ((saidChannel !== '' && !channel) || (saidLanguage !== '' && !language))
    throw new CannotError({
      en: 'tips come by sms or email, in en or fr',
      fr: 'les conseils viennent par texto ou par courriel, en anglais ou en français',
    });
  const move = {
    ...(time === '' ? {} : { time }),
    ...(zone === '' ? {} : { zone }),
    ...(channel === undefined ? {} : { channel }),
    ...(language === undefined ? {} : { language }),
  };
  if (Object.keys(move).length === 0)
    throw new CannotError({
      en: 'say what is to be moved: time, place, way or language',
      fr: 'dites ce qui doit changer : heure, lieu, moyen ou langue',
    });
  return move;
};

import { get } from './api.js';
import { element, find } from './dom.js';

const languages = { en: 'English', fr: 'Français' };
/** Those that a newcomer needs; the others are behind one button. */
const shown = 7;

/** The words that people can say, as buttons; `send` texts them. */
export const createCommands = async ({ send }) => {
  const place = find('[data-chips]');
  const all = (await get('commands')).commands;
  let language = 'en';
  let whole = false;

  const chip = (words) => {
    const button = element('button', { type: 'button', className: 'chip', textContent: words });
    button.addEventListener('click', () => send(words));
    return button;
  };
  const change = (properties, act) => {
    const button = element('button', { type: 'button', className: 'chip quiet', ...properties });
    button.addEventListener('click', () => {
      act();
      draw();
      place.querySelector(`[data-switch="${properties.data.switch}"]`).focus();
    });
    return button;
  };
  const draw = () => {
    const words = all[language];
    const other = language === 'en' ? 'fr' : 'en';
    place.replaceChildren(
      place.querySelector('legend'),
      ...words.slice(0, whole ? undefined : shown).map(chip),
      change(
        {
          textContent: whole ? 'Fewer words' : `All ${words.length} words`,
          data: { switch: 'whole' },
          aria: { expanded: String(whole) },
        },
        () => {
          whole = !whole;
        },
      ),
      change({ textContent: languages[other], lang: other, data: { switch: 'language' } }, () => {
        language = other;
      }),
    );
  };
  draw();
};

import { get, post } from './api.js';
import { element, find } from './dom.js';
import { cityOf } from './why.js';

const people = 10;

/** The demo clinic: fills it, and lets one pick whose phone or mailbox is shown. */
export const createDemo = ({ busy, show }) => {
  const picker = find('#person');
  const field = find('[data-person]');
  let session = '';
  let cast = [];

  const draw = () => {
    field.hidden = cast.length === 0;
    picker.replaceChildren(
      element('option', { value: '', textContent: 'pick somebody' }),
      ...cast.map(({ name, address, zone, channel }) =>
        element('option', {
          value: address,
          textContent: `${name}, ${cityOf(zone)}${channel === 'email' ? ' (mail)' : ''}`,
        }),
      ),
    );
  };
  const load = async () => {
    cast = (await get('demo')).people;
    draw();
  };
  const pick = (address) => {
    picker.value = address;
    const person = cast.find((somebody) => somebody.address === address);
    if (person) show(person);
  };
  picker.addEventListener('change', () => pick(picker.value));
  find('[data-demo]').addEventListener('click', () =>
    busy('Filling three months of ten people of fiction…', async () => {
      cast = (await post('demo', { people })).people;
      draw();
      pick(cast[0].address);
      return `${cast.length} people of fiction with three months of tips and diaries are here. Pick one beside the phone.`;
    }),
  );

  return {
    update: async (info) => {
      if (info.session === session) return;
      session = info.session;
      await load();
    },
  };
};

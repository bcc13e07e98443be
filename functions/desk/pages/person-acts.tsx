import type { PersonAtDesk } from '../../../shared/domain/desk/person-at-desk.ts';
import { cityOf } from '../../../shared/domain/time/zone-names.ts';
import { Post, type Visitor } from './frame.tsx';

interface ActsProps {
  readonly visitor: Visitor;
  readonly person: PersonAtDesk;
}

const Stop = ({ visitor, person }: ActsProps) => (
  <details>
    <summary>{visitor.words.person.stop.title}</summary>
    <Post visitor={visitor} action={`/desk/people/${person.id}/stop`}>
      <p>{visitor.words.person.stop.text}</p>
      <button class="button danger" type="submit">
        {visitor.words.person.stop.button}
      </button>
    </Post>
  </details>
);

const Pause = ({ visitor, person }: ActsProps) => (
  <details>
    <summary>{visitor.words.person.pause.title}</summary>
    <Post visitor={visitor} action={`/desk/people/${person.id}/pause`}>
      <div class="field">
        <label for="days">{visitor.words.person.pause.days}</label>
        <input id="days" name="days" type="number" min="1" max="90" required value="14" />
      </div>
      <button class="button" type="submit">
        {visitor.words.person.pause.button}
      </button>
    </Post>
    {person.pausedUntil === undefined ? null : (
      <Post visitor={visitor} action={`/desk/people/${person.id}/resume`}>
        <button class="button second" type="submit">
          {visitor.words.person.pause.end}
        </button>
      </Post>
    )}
  </details>
);

const Move = ({ visitor, person }: ActsProps) => {
  const {
    languages,
    person: { move },
  } = visitor.words;
  return (
    <details>
      <summary>{move.title}</summary>
      <Post visitor={visitor} action={`/desk/people/${person.id}/move`}>
        <p class="hint">{move.hint}</p>
        <div class="field">
          <label for="time">{move.time(person.time)}</label>
          <input id="time" name="time" type="time" step="300" />
        </div>
        <div class="field">
          <label for="zone">{move.zone(cityOf(person.zone))}</label>
          <input id="zone" name="zone" type="text" autocomplete="off" />
        </div>
        <div class="field">
          <label for="channel">{move.channel}</label>
          <select id="channel" name="channel">
            <option value="">{move.asNow(move.channels[person.tipsBy])}</option>
            <option value="sms">{move.channels.sms}</option>
            <option value="email">{move.channels.email}</option>
          </select>
        </div>
        <div class="field">
          <label for="language">{move.language}</label>
          <select id="language" name="language">
            <option value="">{move.asNow(languages[person.language])}</option>
            <option value="en">{languages.en}</option>
            <option value="fr">{languages.fr}</option>
          </select>
        </div>
        <button class="button" type="submit">
          {move.button}
        </button>
      </Post>
    </details>
  );
};

const Words = ({ visitor, person }: ActsProps) =>
  person.letsClinicRead ? (
    <details>
      <summary>{visitor.words.person.words.title}</summary>
      <p>{visitor.words.person.words.text}</p>
      <p>
        <a href={`/desk/people/${person.id}/diary`}>{visitor.words.person.words.diary}</a>
      </p>
      <Post visitor={visitor} action={`/desk/people/${person.id}/export`}>
        <button class="button second" type="submit">
          {visitor.words.person.words.download}
        </button>
      </Post>
    </details>
  ) : (
    <p class="soft">{visitor.words.person.words.not}</p>
  );

/**
 * The forms by which staff act for somebody who phones; for a clinician, also what they wrote, if they let the clinic
 * read it.
 */
export const PersonActs = ({ visitor, person }: ActsProps) => (
  <div class="acts">
    {person.status === 'active' ? (
      <>
        <Pause visitor={visitor} person={person} />
        <Move visitor={visitor} person={person} />
      </>
    ) : null}
    {person.status === 'stopped' ? (
      <p class="soft">{visitor.words.person.stop.already}</p>
    ) : (
      <Stop visitor={visitor} person={person} />
    )}
    {visitor.role === 'clinician' ? <Words visitor={visitor} person={person} /> : null}
    <details>
      <summary>{visitor.words.person.erase.title}</summary>
      <p>
        <a href={`/desk/people/${person.id}/erase`}>{visitor.words.person.erase.link}</a>
        {visitor.words.person.erase.again}
      </p>
    </details>
  </div>
);

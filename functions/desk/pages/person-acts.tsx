import type { PersonAtDesk } from '../../../shared/domain/desk/person-at-desk.ts';
import { Post, type Visitor } from './frame.tsx';

interface ActsProps {
  readonly visitor: Visitor;
  readonly person: PersonAtDesk;
}

const Stop = ({ visitor, person }: ActsProps) => (
  <details>
    <summary>No more messages</summary>
    <Post visitor={visitor} action={`/desk/people/${person.id}/stop`}>
      <p>Texts and mails end together, at once. Only they can begin again, by JOIN.</p>
      <button class="button danger" type="submit">
        Stop everything
      </button>
    </Post>
  </details>
);

const Pause = ({ visitor, person }: ActsProps) => (
  <details>
    <summary>A break</summary>
    <Post visitor={visitor} action={`/desk/people/${person.id}/pause`}>
      <div class="field">
        <label for="days">Days without tips, 1 to 90</label>
        <input id="days" name="days" type="number" min="1" max="90" required value="14" />
      </div>
      <button class="button" type="submit">
        Pause
      </button>
    </Post>
    {person.pausedUntil === undefined ? null : (
      <Post visitor={visitor} action={`/desk/people/${person.id}/resume`}>
        <button class="button second" type="submit">
          End the break now
        </button>
      </Post>
    )}
  </details>
);

const Move = ({ visitor, person }: ActsProps) => (
  <details>
    <summary>Another time, place, way or language</summary>
    <Post visitor={visitor} action={`/desk/people/${person.id}/move`}>
      <p class="hint">What you leave as it is stays as it is.</p>
      <div class="field">
        <label for="time">Time, where they are (now {person.time})</label>
        <input id="time" name="time" type="time" step="300" />
      </div>
      <div class="field">
        <label for="zone">A big city near them (now {person.zone})</label>
        <input id="zone" name="zone" type="text" autocomplete="off" />
      </div>
      <div class="field">
        <label for="channel">Tips come by</label>
        <select id="channel" name="channel">
          <option value="">as now ({person.tipsBy === 'sms' ? 'text' : 'mail'})</option>
          <option value="sms">text</option>
          <option value="email">mail</option>
        </select>
      </div>
      <div class="field">
        <label for="language">Language</label>
        <select id="language" name="language">
          <option value="">as now ({person.language === 'fr' ? 'French' : 'English'})</option>
          <option value="en">English</option>
          <option value="fr">French</option>
        </select>
      </div>
      <button class="button" type="submit">
        Move
      </button>
    </Post>
  </details>
);

const Words = ({ visitor, person }: ActsProps) =>
  person.letsClinicRead ? (
    <details>
      <summary>What they wrote</summary>
      <p>They said CLINIC YES. That you looked stands in the audit trail.</p>
      <p>
        <a href={`/desk/people/${person.id}/diary`}>Read the diary</a>
      </p>
      <Post visitor={visitor} action={`/desk/people/${person.id}/export`}>
        <button class="button second" type="submit">
          Download all that is held (JSON)
        </button>
      </Post>
    </details>
  ) : (
    <p class="soft">
      They have not said CLINIC YES: the clinic sees what was sent to them, not what they wrote. They can text DIARY and
      show it to you.
    </p>
  );

/** What staff do for somebody who phones; for a clinician, what they wrote, if they let the clinic read it. */
export const PersonActs = ({ visitor, person }: ActsProps) => (
  <div class="acts">
    {person.status === 'active' ? (
      <>
        <Pause visitor={visitor} person={person} />
        <Move visitor={visitor} person={person} />
      </>
    ) : null}
    {person.status === 'stopped' ? (
      <p class="soft">They get no messages. Only they can begin again, by JOIN.</p>
    ) : (
      <Stop visitor={visitor} person={person} />
    )}
    {visitor.role === 'clinician' ? <Words visitor={visitor} person={person} /> : null}
    <details>
      <summary>Delete everything</summary>
      <p>
        <a href={`/desk/people/${person.id}/erase`}>Delete all that is held on them</a>: you are asked once more.
      </p>
    </details>
  </div>
);

import { languages } from '../../../shared/domain/people/subscriber.ts';
import { Done, deskPage, Post, type Visitor } from './frame.tsx';

/** What was filled in. */
export interface TipForm {
  readonly tip: string;
  readonly to: string;
  readonly language: string;
}

interface TipProps {
  readonly visitor: Visitor;
  /** What each is called, by its id. */
  readonly tips: ReadonlyMap<string, string>;
  readonly form?: TipForm;
  readonly done?: string | undefined;
  /** Why nothing was sent. */
  readonly error?: string;
}

const Wanted = ({ visitor, tips, form }: TipProps) => {
  const { words } = visitor;
  const language = form?.language ?? words.lang;
  return (
    <>
      <div class="field">
        <label for="tip">{words.tip.which}</label>
        <select id="tip" name="tip">
          {[...tips].map(([id, name]) => (
            <option value={id} selected={id === form?.tip}>
              {`${id.replace(/-.*/, '')} ${name}`}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="language">{words.tip.language}</label>
        <select id="language" name="language">
          {languages.map((one) => (
            <option value={one} selected={one === language}>
              {words.languages[one]}
            </option>
          ))}
        </select>
      </div>
    </>
  );
};

/** The page on which staff have one tip sent to themselves, as people get it. */
export const tipPage = (props: TipProps): string => {
  const { visitor, form, done, error } = props;
  const { words } = visitor;
  return deskPage({
    title: words.tip.title,
    words,
    visitor,
    at: '/desk/tip',
    children: (
      <>
        <h1>{words.tip.title}</h1>
        <Done words={done} />
        <p class="lead">{words.tip.lead}</p>
        {error === undefined ? null : (
          <p class="alarm" role="alert">
            {`${words.errors.nothingDone}${words.colon} ${error}.`}
          </p>
        )}
        <Post visitor={visitor} action="/desk/tip">
          <Wanted {...props} />
          <div class="field">
            <label for="to">{words.tip.to}</label>
            <input id="to" name="to" type="text" autocomplete="off" required value={form?.to} />
          </div>
          <div class="field">
            <label class="check">
              <input type="checkbox" name="own" value="yes" required />
              <span>{words.tip.own}</span>
            </label>
          </div>
          <button class="button" type="submit">
            {words.tip.send}
          </button>
        </Post>
      </>
    ),
  });
};

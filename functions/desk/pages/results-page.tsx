import { deskPage, Post, type Visitor } from './frame.tsx';

interface ResultsProps {
  readonly visitor: Visitor;
  /** The last month that is over. */
  readonly month: string;
}

const Report = ({ visitor, month }: ResultsProps) => {
  const { results: words } = visitor.words;
  return (
    <form method="get" action="/desk/results/report">
      <div class="field">
        <label for="month">{words.month}</label>
        {/* Not every browser has a field for months: there it is one for text, and the answer says how one is written. */}
        <input id="month" name="month" type="month" required value={month} />
      </div>
      <button class="button" type="submit">
        {words.show}
      </button>
    </form>
  );
};

/** The ways out: the month's report, and for a clinician the export for research. */
export const resultsPage = (props: ResultsProps): string => {
  const { visitor } = props;
  const { words, role } = visitor;
  return deskPage({
    title: words.results.title,
    words,
    visitor,
    at: '/desk/results',
    children: (
      <>
        <h1>{words.results.title}</h1>
        <h2>{words.results.report}</h2>
        <p>{words.results.reportText}</p>
        <Report {...props} />
        <h2>{words.results.research}</h2>
        <p>{words.results.researchText}</p>
        {role === 'clinician' ? (
          <Post visitor={visitor} action="/desk/results/research">
            <button class="button" type="submit">
              {words.results.download}
            </button>
          </Post>
        ) : (
          <p class="soft">{words.results.researchNot}</p>
        )}
      </>
    ),
  });
};

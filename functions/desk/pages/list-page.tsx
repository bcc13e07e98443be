import { importCountsInWords, importedRowInWords } from '../../../shared/use-cases/desk/import-in-words.ts';
import type { ImportedRow } from '../../../shared/use-cases/desk/invite-people.ts';
import { deskPage, Post, type Visitor } from './frame.tsx';

interface Result {
  readonly rows: readonly ImportedRow[];
  /** Whether the list was carried out, not only tried. */
  readonly done: boolean;
  /** The list itself as base64url, for the form that carries it out. */
  readonly list: string;
}

/** What the page for lists shows: the form, and what came of a list that was posted. */
export interface ListPageProps {
  readonly visitor: Visitor;
  readonly mostRows: number;
  /** In bytes. */
  readonly longestList: number;
  /** The code that was asked for. */
  readonly code?: string | undefined;
  readonly error?: string;
  readonly result?: Result;
}

const isFaulty = ({ fate }: ImportedRow): boolean => fate.kind === 'faulty';

const Chooser = ({ visitor, mostRows, longestList, code, error }: Omit<ListPageProps, 'result'>) => {
  const { list: words } = visitor.words;
  return (
    <Post visitor={visitor} action="/desk/list" carriesFile>
      <div class="field">
        <label for="list">{words.file}</label>
        <p class="hint" id="list-hint">
          {words.columns} {words.most(mostRows, longestList / 1024)}
        </p>
        <input
          id="list"
          name="list"
          type="file"
          required
          aria-describedby={error === undefined ? 'list-hint' : 'list-hint list-error'}
          {...(error === undefined ? {} : { 'aria-invalid': 'true' })}
        />
        {error === undefined ? null : (
          <p class="error" id="list-error">
            {`${visitor.words.errors.nothingDone}${visitor.words.colon} ${error}.`}
          </p>
        )}
      </div>
      <div class="field">
        <label for="code">{words.code}</label>
        <input id="code" name="code" type="text" autocomplete="off" maxlength={20} value={code} />
      </div>
      <button class="button" type="submit">
        {words.attempt}
      </button>
    </Post>
  );
};

const DoIt = ({ visitor, result, code }: Pick<ListPageProps, 'visitor' | 'code'> & { readonly result: Result }) => {
  const count = result.rows.filter(({ fate }) => fate.kind === 'invite').length;
  if (count === 0) return null;
  return (
    <Post visitor={visitor} action="/desk/list/invite">
      <input type="hidden" name="list" value={result.list} />
      <input type="hidden" name="code" value={code} />
      <button class="button" type="submit">
        {visitor.words.list.doIt(count)}
      </button>
    </Post>
  );
};

const Rows = ({ visitor, result, code }: Pick<ListPageProps, 'visitor' | 'code'> & { readonly result: Result }) => {
  const { list: words, lang } = visitor.words;
  const { rows, done } = result;
  return (
    <>
      <h2>{done ? words.happened : words.wouldHappen}</h2>
      {rows.length === 0 ? <p>{words.none}</p> : null}
      <table>
        <tbody>
          {importCountsInWords(lang, rows).map(([count, name]) => (
            <tr>
              <th scope="row">{name}</th>
              <td class="count">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {done ? <p>{words.again}</p> : <p>{words.nothingYet}</p>}
      {done ? null : <DoIt visitor={visitor} result={result} code={code} />}
      <ul class="rows section">
        {/* What is to be mended comes first: among hundreds of lines nobody would find it. */}
        {[...rows.filter(isFaulty), ...rows.filter((row) => !isFaulty(row))].map(({ line, fate }) => (
          <li>
            <p>
              <b>{words.line(line)}</b>
            </p>
            <p>{importedRowInWords(lang, fate)}</p>
          </li>
        ))}
      </ul>
      <h2>{words.another}</h2>
    </>
  );
};

/** The page that brings in a list of people. It names lines, never addresses. */
export const listPage = ({ result, ...props }: ListPageProps): string => {
  const { words } = props.visitor;
  return deskPage({
    title: words.list.title,
    words,
    visitor: props.visitor,
    at: '/desk/list',
    children: (
      <>
        <h1>{words.list.title}</h1>
        {result === undefined ? (
          <p class="lead">{words.list.lead}</p>
        ) : (
          <Rows visitor={props.visitor} result={result} code={props.code} />
        )}
        <Chooser {...props} />
      </>
    ),
  });
};

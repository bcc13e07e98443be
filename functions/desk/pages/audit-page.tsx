import type { PeopleDesk } from '../../../shared/use-cases/desk/desk.ts';
import { DayForm, deskPage, type Visitor } from './frame.tsx';
import { PersonLink } from './worklist-page.tsx';

/** The words for a name in the trail; a name that no version of ours writes any more is shown as it is. */
const named = (words: Readonly<Record<string, string>>, name: string): string =>
  Object.hasOwn(words, name) ? (words[name] ?? name) : name;

type AuditLines = Awaited<ReturnType<PeopleDesk['readAudit']>>;

/** Who did what at the desk on a day in UTC. */
export const auditPage = ({
  visitor,
  date,
  lines,
}: {
  readonly visitor: Visitor;
  readonly date: string;
  readonly lines: AuditLines;
}): string => {
  const { audit: words } = visitor.words;
  return deskPage({
    title: words.title,
    words: visitor.words,
    visitor,
    at: '/desk/audit',
    children: (
      <>
        <h1>{words.title}</h1>
        <DayForm action="/desk/audit" label={words.day} button={words.show} date={date} />
        {lines.length === 0 ? <p class="section">{words.none}</p> : null}
        <ul class="rows section">
          {lines.map(({ at, who, role, operation, whom, refused }) => (
            <li>
              <p>
                <b>{named(words.operations, operation)}</b>
                {refused === undefined ? null : words.refused(named(words.refusals, refused))}
              </p>
              <p class="soft">
                {new Date(at).toISOString().slice(11, 19)}, <span class="id">{who}</span> (
                {named(visitor.words.roles, role)})
              </p>
              {whom === undefined ? null : (
                <p>
                  <PersonLink id={whom} />
                </p>
              )}
            </li>
          ))}
        </ul>
      </>
    ),
  });
};

import type { PeopleDesk } from '../../../shared/use-cases/desk/desk.ts';
import { DayForm, deskPage, type Visitor } from './frame.tsx';
import { PersonLink } from './worklist-page.tsx';

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
}): string =>
  deskPage({
    title: 'Audit trail',
    visitor,
    at: '/desk/audit',
    children: (
      <>
        <h1>Audit trail</h1>
        <DayForm action="/desk/audit" label="Day, in UTC" button="Show that day" date={date} />
        {lines.length === 0 ? <p class="section">Nothing was done that day.</p> : null}
        <ul class="rows section">
          {lines.map(({ at, who, role, operation, whom, refused }) => (
            <li>
              <p>
                <b>{operation}</b>
                {refused === undefined ? null : `, refused: ${refused}`}
              </p>
              <p class="soft">
                {new Date(at).toISOString().slice(11, 19)}, <span class="id">{who}</span> ({role})
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

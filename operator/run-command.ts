import { tipNamesIn } from '../shared/content/tip-names.ts';
import type { Desk } from '../shared/use-cases/desk/desk.ts';
import { CannotError } from '../shared/use-cases/desk/desk-errors.ts';
import { movedInWords } from '../shared/use-cases/desk/person-in-words.ts';
import { runCards } from './cards-command.ts';
import { runCodes } from './codes-command.ts';
import type { DeskCommand } from './command-line.ts';
import { runImport } from './import-command.ts';
import type { Outcome, Surroundings } from './outcome.ts';
import { runRegistration } from './registration-command.ts';
import {
  acknowledgedLines,
  auditLines,
  dayLines,
  diaryLines,
  explainedLines,
  goalLines,
  personLines,
  resumedLines,
  statusLines,
  todayLines,
  worklistLines,
} from './render.ts';
import { runReport } from './report-command.ts';
import { runResearchExport } from './research-command.ts';

type About = Extract<DeskCommand, { readonly who: string }>;

const onPerson = async (desk: Desk, command: About, who: string, around: Surroundings): Promise<Outcome> => {
  const { actor } = around;
  switch (command.name) {
    case 'find': {
      const person = await desk.find(actor, who);
      return { data: person, lines: personLines(person) };
    }
    case 'show': {
      const shown = await desk.show(actor, who);
      return {
        data: shown,
        lines: [...personLines(shown.person, shown.cohort), '', ...dayLines(shown.tips, await tipNamesIn('en'))],
      };
    }
    case 'explain': {
      const day = await desk.explain(actor, who, command.date);
      return { data: day, lines: explainedLines(day, await tipNamesIn('en')) };
    }
    case 'read-diary': {
      const { rows, goals } = await desk.readDiary(actor, who);
      return { data: { entries: rows, goals }, lines: [...diaryLines(rows), ...goalLines(goals)] };
    }
    case 'export': {
      const json = await desk.exportAll(actor, who);
      return { data: JSON.parse(json), lines: [json] };
    }
    case 'stop': {
      const person = await desk.stop(actor, who);
      return { data: person, lines: ['Done: nothing more is sent to them.', ...personLines(person)] };
    }
    case 'pause': {
      const person = await desk.pause(actor, who, command.days);
      return { data: person, lines: [`Done: no tips up to and including ${person.pausedUntil}.`] };
    }
    case 'resume': {
      const person = await desk.resume(actor, who);
      return { data: person, lines: resumedLines(person) };
    }
    case 'move': {
      const person = await desk.move(actor, who, command.move);
      return { data: person, lines: [movedInWords('en', person), ...personLines(person)] };
    }
    case 'erase': {
      const { id } = await desk.find(actor, who);
      if (!(await around.askWhetherTo(`This deletes all that is held on ${id}`, 'ERASE')))
        throw new CannotError('nothing was deleted');
      const erased = await desk.erase(actor, who);
      return {
        data: erased,
        lines: [`Begun: all that is held on ${id} is being deleted, and once more in 15 minutes.`],
      };
    }
  }
};

/**
 * Carries out a command at the desk.
 * @throws NotAllowedError, NobodyThereError or CannotError
 */
export const runCommand = async (desk: Desk, command: DeskCommand, around: Surroundings): Promise<Outcome> => {
  const { actor, progress, today } = around;
  switch (command.name) {
    case 'status': {
      const status = await desk.status(actor);
      return { data: status, lines: statusLines(status) };
    }
    case 'who-is-due': {
      const tips = await desk.whoIsDue(actor, command, progress);
      return { data: tips, lines: todayLines(tips) };
    }
    case 'worklist': {
      const flags = await desk.worklist(actor, command);
      return { data: flags, lines: worklistLines(flags) };
    }
    case 'acknowledge': {
      const events = await desk.acknowledge(actor, await around.askWhom(command.event));
      return { data: events, lines: acknowledgedLines(events) };
    }
    case 'audit': {
      const lines = await desk.readAudit(actor, command.date ?? today);
      return { data: lines, lines: auditLines(lines) };
    }
    case 'cards':
      return runCards(desk, command, around);
    case 'registration':
      return runRegistration(command, around);
    case 'import':
      return runImport(desk, command, around);
    case 'report':
      return runReport(desk, command, around);
    case 'research-export':
      return runResearchExport(desk, command, around);
    case 'codes':
      return runCodes(desk, command, around);
    default:
      return onPerson(desk, command, await around.askWhom(command.who), around);
  }
};

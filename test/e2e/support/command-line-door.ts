import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../../../shared/domain/desk/authorise.ts';
import { clinic, type DeskDoor, type Told } from './desk-door.ts';
import { runOperator } from './operator-process.ts';

/** Where the commands reach a deployment: words that follow them, and the environment that they run in. */
export interface CommandPlace {
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** `npm run operator`, by its exit codes. */
export const commandLineDoor = ({ words, environment }: CommandPlace): DeskDoor => {
  const folder = mkdtempSync(join(tmpdir(), 'backbeat-door-'));
  const run = async (said: readonly string[], as: Role = 'staff'): Promise<Told> => {
    const { code, output, errors } = await runOperator([...said, '--role', as, ...words], environment);
    if (code === 0) return { is: 'done', text: output };
    return { is: code === 3 ? 'refused' : 'cannot', text: errors };
  };
  return {
    today: () => run(['status']),
    wentWithout: () => run(['who-is-due', '--missed']),
    show: (who) => run(['show', who]),
    explain: (who, date) => run(['explain', who, date]),
    stop: (who) => run(['stop', who]),
    pause: (who, days) => run(['pause', who, days]),
    resume: (who) => run(['resume', who]),
    move: (who, to) => run(['move', who, ...Object.entries(to).flatMap(([name, value]) => [`--${name}`, value])]),
    erase: (who) => run(['erase', who, '--yes']),
    readDiary: (who, as) => run(['read-diary', who], as),
    export: (who, as) => run(['export', who], as),
    worklist: () => run(['worklist']),
    acknowledge: (who) => run(['acknowledge', who]),
    codes: () => run(['codes']),
    addCode: (code, programme) =>
      run(['codes', 'add', code, '--clinic', clinic.name, '--contact', clinic.contact, '--programme', programme]),
    endCode: (code) => run(['codes', 'end', code]),
    report: (month) => run(['report', month, '--out', join(folder, 'report.html')]),
    research: (as) => run(['research-export', '--out', folder], as),
    preview: (tip, to) => run(['preview', tip, '--to', to, '--yes']),
    whatFailed: () => run(['list-failed']),
    audit: (date, as) => run(['audit', date], as),
  };
};

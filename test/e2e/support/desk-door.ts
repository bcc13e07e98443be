import type { Role } from '../../../shared/domain/desk/authorise.ts';

/** What a door has said of an act: that it was done, that whoever asked may not, or that it cannot be done; and in which words. */
export interface Told {
  readonly is: 'done' | 'refused' | 'cannot';
  readonly text: string;
}

/** The desk's operations in the clinic's words, whichever door leads to them. A person is named by number. */
export interface DeskDoor {
  today(): Promise<Told>;
  wentWithout(): Promise<Told>;
  show(who: string): Promise<Told>;
  explain(who: string, date: string): Promise<Told>;
  stop(who: string): Promise<Told>;
  pause(who: string, days: string): Promise<Told>;
  resume(who: string): Promise<Told>;
  move(who: string, to: { readonly time?: string; readonly zone?: string }): Promise<Told>;
  erase(who: string): Promise<Told>;
  readDiary(who: string, as: Role): Promise<Told>;
  export(who: string, as: Role): Promise<Told>;
  worklist(): Promise<Told>;
  acknowledge(who: string): Promise<Told>;
  codes(): Promise<Told>;
  addCode(code: string, programme: string): Promise<Told>;
  endCode(code: string): Promise<Told>;
  report(month: string): Promise<Told>;
  research(as: Role): Promise<Told>;
  preview(tip: string, to: string): Promise<Told>;
  whatFailed(): Promise<Told>;
  audit(date: string, as: Role): Promise<Told>;
}

/** The clinic whose code is made. */
export const clinic = { name: 'Elm Street Physio', contact: '+1 212 555 0199' } as const;

import type { Actor } from '../../domain/desk/authorise.ts';
import { planCode, type WantedCode } from '../../domain/desk/new-code.ts';
import { drawnCodeBytes, readCode } from '../../domain/people/cohort.ts';
import { addDays } from '../../domain/time/local-time.ts';
import type { TipProgramme } from '../../domain/tips/tip-programme.ts';
import type { Runtime } from '../../platform/runtime.ts';
import type { CodeStore, KeptCode } from '../../store/code-store.ts';
import { CannotError } from './desk-errors.ts';
import type { Guard } from './guard.ts';

interface KeepCodesDeps {
  readonly runtime: Pick<Runtime, 'clock' | 'randomBytes'>;
  readonly guard: Guard;
  readonly codes: CodeStore;
  /** The programme that everybody begins with unless their code names another. */
  readonly programme: TipProgramme;
}

/** A code with the number of people who joined by it. Days are counted in UTC. */
export interface CountedCode extends KeptCode {
  readonly today: number;
  readonly thirtyDays: number;
  /** Of the 400 days for which a count is kept. */
  readonly all: number;
}

const monthDays = 30;

/**
 * The clinic's codes. What a code stands for never changes, because people were told it when they joined. Every method
 * throws NotAllowedError or CannotError.
 */
export const createKeepCodes = ({ runtime, guard, codes, programme }: KeepCodesDeps) => {
  const counted = async (kept: KeptCode): Promise<CountedCode> => {
    const counts = await codes.countsOf(kept.code);
    const today = new Date(runtime.clock.now()).toISOString().slice(0, 10);
    const since = (from: string): number =>
      [...counts].reduce((sum, [date, joined]) => (date >= from ? sum + joined : sum), 0);
    return { ...kept, today: since(today), thirtyDays: since(addDays(today, 1 - monthDays)), all: since('') };
  };

  const known = async (said: string): Promise<KeptCode> => {
    const code = readCode(said);
    const kept = code === undefined ? undefined : await codes.read(code);
    if (!kept) throw new CannotError({ en: 'there is no such code', fr: 'ce code n’existe pas' });
    return kept;
  };

  return {
    listCodes: async (actor: Actor): Promise<readonly CountedCode[]> => {
      await guard(actor, 'list-codes');
      return Promise.all((await codes.list()).map(counted));
    },

    /** A code to print a card of. A code that has ended is refused, since its card would lead nowhere. */
    readCode: async (actor: Actor, said: string): Promise<KeptCode> => {
      await guard(actor, 'list-codes');
      const kept = await known(said);
      if (kept.endedAt !== undefined)
        throw new CannotError({
          en: `${kept.code} has ended: nobody gets in by it any more`,
          fr: `${kept.code} est terminé : personne n’entre plus par lui`,
        });
      return kept;
    },

    addCode: async (actor: Actor, wanted: WantedCode): Promise<KeptCode> => {
      await guard(actor, 'add-code');
      const now = runtime.clock.now();
      const planned = planCode(wanted, programme, runtime.randomBytes(drawnCodeBytes), now);
      if (planned.kind === 'refused') throw new CannotError(planned.why);
      const kept = { ...planned.cohort, at: now, by: actor.name };
      if (!(await codes.add(kept)))
        throw new CannotError({
          en: `there is or was a code ${kept.code}: none is used twice`,
          fr: `il y a ou il y a eu un code ${kept.code} : aucun ne sert deux fois`,
        });
      return kept;
    },

    /** Ends a code: nobody joins by it any more, and whoever did stays. */
    endCode: async (actor: Actor, said: string): Promise<KeptCode> => {
      await guard(actor, 'end-code');
      const { code } = await known(said);
      await codes.end(code, runtime.clock.now());
      return known(code);
    },
  };
};

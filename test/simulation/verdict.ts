/** What must never happen has happened: which rule was broken, by whom, and how it showed. */
export interface Breach {
  readonly rule: string;
  readonly who: string;
  readonly what: string;
}

/** Keeps the first breach: what follows from it is not looked at. */
export const createVerdict = () => {
  let breach: Breach | undefined;
  return {
    breach: (): Breach | undefined => breach,
    broken: (rule: string, who: string, what: string): void => {
      breach ??= { rule, who, what };
    },
  };
};

export type Verdict = ReturnType<typeof createVerdict>;

/** The rules, in the words of the issue; the table of mutants names them. */
export const rules = {
  oneTip: 'at most one tip per person and local date',
  afterStop: 'no claim after a STOP was stored',
  fresh: 'no provider call more than 2 s after its claim',
  window: 'nothing outside the sending window',
  paused: 'no tip on a paused day',
  once: 'every text is applied exactly once',
  asked: 'a mailbox that is named is written to',
  cohort: 'whoever joins by a code is in its cohort, and is counted once',
  proved: 'a form changes nothing but what waits for its confirmation',
  stranger: 'nothing unproved changes a profile',
  overtaken: 'no tip is late because of a stranger',
  pressed: 'a link does what its button says, once it is pressed',
  exported: 'an export says what its owner said',
  erased: 'an erased person stays erased',
  due: 'every tip due is accepted, or recorded with its reason',
  openClaim: 'no claim stays open for more than an hour',
  mailDoubt: 'e-mail in doubt is unknown, never sent again',
  drain: 'queues drain',
  truth: 'what is recorded of a tip is true',
  forward: 'what is recorded of a tip never goes back',
  programme: 'no tip of the programme comes twice or is left out',
  dose: 'no tip comes unasked on a day that is none of the dose',
  end: 'the programme ends with a summary, and nothing comes before they say what next',
  flare: 'nothing that asks for an effort comes in a flare',
  explained: 'what comes is what the desk would have foretold',
  weekly: 'the weekly question comes once a week from the eighth day on, and its answer is kept as one',
  activity: 'the weekly question is about the activity that was chosen before its day, and so is its answer',
  goal: 'a goal is kept in its own words, and what is said of it is of the goal that they have',
  redFlag: 'every red flag is on the worklist once, and told in the hours until somebody has it, without its words',
  tally: 'what is counted of a day equals what stands in the table',
  silence: 'whoever is silent is asked, then sent fewer, then left alone; whoever writes is heard',
} as const;

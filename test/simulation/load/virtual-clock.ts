import type { Clock } from '../../../shared/platform/clock.ts';
import type { Timeline } from '../timeline.ts';

/** The clock of code that runs on a timeline: an hour of waiting takes no time. `resume` is told before the code goes on. */
export const clockOn = (timeline: Timeline, resume = () => {}): Clock => ({
  now: timeline.now,
  sleep: (milliseconds) =>
    new Promise((resolve) => {
      timeline.after(milliseconds, () => {
        timeline.wake();
        resume();
        resolve();
      });
    }),
});

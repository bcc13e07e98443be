import { exampleConfig, resourcesOf, synthesise } from '../infra/deployment.ts';
import { alarmSchema, dataPointsOf, type EvaluatedAlarm, ringsAt } from './alarm-evaluator.ts';

/** The namespace that the functions of the stage of `alarmOf` print their metrics under. */
export const namespace = 'backbeat-local';

/** The alarm of a heading on a metric of our own, as the template has it. */
const alarmOf = (heading: string): EvaluatedAlarm => {
  const found = resourcesOf([synthesise(exampleConfig({ stage: 'local' })).service]).find(
    ({ properties }) => properties['AlarmName'] === `${namespace}-${heading}`,
  );
  return alarmSchema.parse(found?.properties);
};

/** Minutes from an instant (epoch ms) within a day at which an alarm rings over what was printed, by its own definition. */
export const ringsOver = (heading: string, lines: readonly string[], from: number): readonly number[] =>
  ringsAt(alarmOf(heading), dataPointsOf(lines), from, from + 86_400_000).map((at) => (at - from) / 60_000);

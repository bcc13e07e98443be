import { exampleConfig, resourcesOf, synthesise } from '../../infra/deployment.ts';
import { alarmSchema, dataPointsOf, ringsAt } from '../../support/alarm-evaluator.ts';

/** The namespace of the metrics that npm start prints. */
export const localNamespace = 'backbeat-local';

const isOurs = (properties: object): boolean =>
  'Metrics' in properties || ('Namespace' in properties && properties.Namespace === localNamespace);

/**
 * The alarms of the template on what the functions print, evaluated by their own definitions over the lines that were printed.
 * Its stage is called as the local metrics are. `due`: from when on minutes are counted.
 */
export const openAlarmBoard = (lines: () => readonly string[], due: string) => {
  const alarms = new Map(
    resourcesOf([synthesise(exampleConfig({ stage: 'local' })).service])
      .filter(({ type, properties }) => type === 'AWS::CloudWatch::Alarm' && isOurs(properties))
      .map(({ properties }) => alarmSchema.parse(properties))
      .map((alarm) => [alarm.AlarmName.slice('backbeat-local-'.length), alarm]),
  );
  /** Minutes after the tips were due at which an alarm begins to ring, up to six hours; undefined if it stays silent. */
  const ringsAfter = (heading: string, since = due): number | undefined => {
    const alarm = alarms.get(heading);
    if (alarm === undefined) throw new TypeError(`no alarm is called ${heading}`);
    const start = Date.parse(since);
    const [first] = ringsAt(alarm, dataPointsOf(lines()), start - 3_600_000, start + 6 * 3_600_000);
    return first === undefined ? undefined : (first - start) / 60_000;
  };
  return {
    ringsAfter,
    ringing: (): readonly string[] => [...alarms.keys()].filter((heading) => ringsAfter(heading) !== undefined),
  };
};

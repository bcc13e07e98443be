import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes a worker more than twenty seconds. Where nothing is known of earlier runs (CI) vitest begins with the largest files. */
const long = [
  'test/simulation/simulation.test.ts',
  'test/e2e/pages.test.ts',
  'test/e2e/simulator.test.ts',
  'test/e2e/service-faults.test.ts',
  'test/property/due-every-zone.test.ts',
  'test/rehearsal/events-and-schedules.test.ts',
  'test/rehearsal/people-facing.test.ts',
  'test/infra/rule-packs.test.ts',
];

/** The order of a run: long files first within their project, so that no worker ends with one while the others have nothing to do. */
export default class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => long.some((path) => moduleId.endsWith(path));
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((project) => {
      const own = sorted.filter((file) => file.project === project);
      return [...own.filter(isLong), ...own.filter((file) => !isLong(file))];
    });
  }
}

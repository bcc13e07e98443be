import * as z from 'zod';

const lineSchema = z.looseObject({ Channel: z.string(), Reason: z.string().optional() });

/** What the lines say that functions print for CloudWatch to count. */
export const readMetrics = (lines: () => readonly string[]) => {
  /** The lines that tell a metric: channel, reason, value. */
  const toldOf = (metric: string): readonly (readonly unknown[])[] =>
    lines()
      .map((line) => lineSchema.parse(JSON.parse(line)))
      .flatMap((line) => (metric in line ? [[line.Channel, line.Reason, line[metric]] as const] : []));
  const sumOf = (metric: string): number => toldOf(metric).reduce((sum, [, , value]) => sum + Number(value), 0);
  return { toldOf, sumOf };
};

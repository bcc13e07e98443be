const pattern = /^P(?=\d|T\d)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const units = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1_000];

/**
 * Milliseconds of an ISO 8601 duration in weeks, days, hours, minutes and seconds; undefined for anything else, such as
 * a month, which has no fixed length.
 */
export const millisecondsOf = (duration: string): number | undefined => {
  const parts = pattern.exec(duration)?.slice(1);
  return parts?.reduce((sum, part, index) => sum + Number(part ?? 0) * (units[index] ?? 0), 0);
};

const day = 24 * 60 * 60 * 1000;

function parse(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function isWeekday(time: number): boolean {
  const weekday = new Date(time).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** Today by this workstation's clock, YYYY-MM-DD. */
export function today(now = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * Working days from one day to another: Monday to Friday, the first day not counted, the last one counted. Holidays and
 * the working weekends around them are not known here.
 * @param from YYYY-MM-DD
 * @param to YYYY-MM-DD; where it lies before `from` the count is negative
 */
export function workdaysBetween(from: string, to: string): number {
  const [start, end] = [parse(from), parse(to)];
  if (end < start) return -workdaysBetween(to, from);
  let count = 0;
  for (let time = start + day; time <= end; time += day) if (isWeekday(time)) count += 1;
  return count;
}

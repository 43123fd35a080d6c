/** A time without a line, of which the days around have many. Seconds since 1970 UTC, half open. */
export interface LogGap {
  readonly from: number;
  readonly until: number;
}

const [hourSeconds, quartersInHour, hoursInDay] = [3600, 4, 24];

/** So many days before and after are looked at. */
const daysAround = 7;

/** With fewer requests in the same hour of most days around, an hour without any may be chance. */
const fewestUsual = 20;

/**
 * In which hours did the servers write nothing, though they write much at that time of the day?
 *
 * Days without any line are no gaps: they are told as such. Nor is what comes before the first line of all and after the last, unless
 * a stretch is asked about that reaches beyond.
 *
 * @param quarters Requests in each quarter of an hour since 1970, UTC.
 * @param asked What the logs are to cover, at whole hours; from the first line to the last where nothing is said.
 */
export function findGaps(quarters: ReadonlyMap<number, number>, asked?: LogGap): LogGap[] {
  const hours = new Map<number, number>();
  for (const [quarter, requests] of quarters) {
    const hour = Math.floor(quarter / quartersInHour);
    hours.set(hour, (hours.get(hour) ?? 0) + requests);
  }
  if (hours.size === 0) return [];
  const days = new Set([...hours.keys()].map(dayOf));
  const known = [...hours.keys()].sort((one, other) => one - other);
  const [first, last] = [known[0]!, known.at(-1)!];
  const from = asked ? Math.floor(asked.from / hourSeconds) : first;
  const until = asked ? Math.ceil(asked.until / hourSeconds) : last;
  const gaps: {from: number; until: number}[] = [];
  for (let hour = from; hour < until; hour++) {
    const isWithin = hour > first && hour < last;
    if (hours.has(hour) || (isWithin && !days.has(dayOf(hour))) || usualAt(hour, hours, days) < fewestUsual) continue;
    const before = gaps.at(-1);
    if (before?.until === hour * hourSeconds) before.until += hourSeconds;
    else gaps.push({from: hour * hourSeconds, until: (hour + 1) * hourSeconds});
  }
  return gaps;
}

function dayOf(hour: number): number {
  return Math.floor(hour / hoursInDay);
}

/** How many requests are usual in this hour: the middle one of the days around that have lines, of which there have to be three. */
function usualAt(hour: number, hours: ReadonlyMap<number, number>, days: ReadonlySet<number>): number {
  const around: number[] = [];
  for (let by = -daysAround; by <= daysAround; by++) {
    const other = hour + by * hoursInDay;
    if (by !== 0 && days.has(dayOf(other))) around.push(hours.get(other) ?? 0);
  }
  if (around.length < 3) return 0;
  return around.sort((one, other) => one - other)[Math.floor(around.length / 2)]!;
}

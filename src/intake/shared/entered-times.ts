/** From which second to which something has requests; null where it has none. */
interface Time {
  readonly firstSecond: number | null;
  readonly lastSecond: number | null;
}

/** The times of what was entered into the cluster's book, and when it was entered. */
export class EnteredTimes {
  readonly #times: {readonly number: number; readonly first: number; readonly last: number}[] = [];

  /** @param number Of the entry in the book. */
  add(number: number, {firstSecond, lastSecond}: Time): void {
    if (firstSecond !== null && lastSecond !== null) this.#times.push({number, first: firstSecond, last: lastSecond});
  }

  /** Was anything of this time entered, from an entry on? */
  haveSince(number: number, {firstSecond, lastSecond}: Time): boolean {
    if (firstSecond === null || lastSecond === null) return false;
    return this.#times.some((one) => one.number >= number && one.first <= lastSecond && one.last >= firstSecond);
  }
}

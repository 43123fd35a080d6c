/** `2005-07-01T00:00:04Z` as a person reads it. */
export function shownInstant(time: string): string {
  return time.replace("T", " ").replace(/(?:\.\d+)?Z$/, "");
}

/** A sign of what stands before lines: itself, or any of a kind. */
export type SignBefore = number | "digit" | "letter" | "digit or blank";

/** Prefixes whose end no sign behind them changes, by their names. */
const told: ReadonlySet<string> = new Set([
  "Kubernetes (CRI)",
  "syslog (RFC 5424)",
  "syslog",
  "syslog with ISO times",
  "journald",
  "docker compose",
  "a container's name",
  "docker",
]);

/** The time in a prefix: of another line it is another. */
const time =
  /[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d+)?|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?|^\d{9,10}\.\d{6}/;

/**
 * What stands before lines of the same origin: the same text, at another time; null where the prefix does not tell that.
 *
 * @param text All of what stood before one of them.
 */
export function signsBefore(name: string, text: string): readonly SignBefore[] | null {
  if (!told.has(name) || !/^[\x20-\x7e]+$/.test(text)) return null;
  const found = time.exec(text);
  return [...text].map((sign, at): SignBefore => {
    const isTime = found !== null && at >= found.index && at < found.index + found[0].length;
    if (isTime && /[A-Za-z]/.test(sign) && sign !== "T") return "letter";
    // A day of one digit may stand behind two blanks.
    if (isTime && at === found.index + 4 && /[A-Z]/.test(found[0].charAt(0))) return "digit or blank";
    return isTime && /\d/.test(sign) ? "digit" : sign.charCodeAt(0);
  });
}

import {printJson} from "../../base/json.ts";
import {formatNumber} from "../../base/number.ts";
import {plural, visible} from "../../base/text.ts";
import {instantText} from "../../base/zone.ts";

/** An input that was read, as it is shown. */
interface ShownInput {
  readonly name: string;
  readonly sha256: string;
  readonly format: string;
  readonly lines: number;
  readonly requests: number;
  readonly quarantined: number;
  readonly ignored: number;
  readonly firstSecond: number | null;
  readonly lastSecond: number | null;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly months: readonly string[];
  /** Null where an earlier Broadsheet read it. */
  readonly reading: {
    readonly client: readonly string[];
    readonly trustedProxies: readonly string[];
    readonly foundProxies: number;
    readonly readers: string;
  } | null;
  readonly isByOlderSettings: boolean;
  /** Lines that stand in another input, too, and count there. */
  readonly repeated: readonly {readonly name: string; readonly lines: number}[];
}

/** So many digits of a hash tell inputs apart. */
const shownDigits = 12;

/** What was read, and how, a few lines each, for a terminal. */
export function renderInputs(inputs: readonly ShownInput[]): string {
  if (inputs.length === 0) return "Nothing was read yet.\n";
  const told = inputs.map((input) => {
    const {name, sha256, format, lines, requests, quarantined} = input;
    const head = [visible(name), sha256.slice(0, shownDigits), visible(format)].join("  ");
    const counts = `${plural(lines, "line", "lines")}, ${plural(requests, "request", "requests")}, ${formatNumber(quarantined)} quarantined`;
    return `${[head, `  ${counts}; ${daysOf(input)}`, ...repeatedIn(input), ...readingOf(input).map((line) => `  ${line}`)].join("\n")}\n`;
  });
  const all = inputs.reduce((sum, {lines}) => sum + lines, 0);
  return `${told.join("")}\n${plural(inputs.length, "input", "inputs")}, ${plural(all, "line", "lines")}.\n`;
}

function repeatedIn({repeated}: ShownInput): string[] {
  return repeated.map(({name, lines}) => `  ${plural(lines, "line counts", "lines count")} in ${visible(name)}`);
}

/** Files that were named and of which nothing could be read, a line each. */
export function renderUnread(unread: readonly {readonly name: string; readonly reason: string}[]): string {
  const told = unread.map(({name, reason}) => `${visible(name)}  could not be read: ${reason.replaceAll("-", " ")}\n`);
  return told.length === 0 ? "" : `\n${told.join("")}`;
}

function daysOf({firstDay, lastDay, months}: ShownInput): string {
  if (firstDay === null) return "no day";
  const days = firstDay === lastDay ? firstDay : `${firstDay} to ${lastDay}`;
  return `${days}, ${plural(months.length, "month", "months")}`;
}

/** Where clients were looked for, and what is to be known of them. */
function readingOf({reading, isByOlderSettings}: ShownInput): string[] {
  const older = isByOlderSettings ? ["read by older settings: broadsheet ingest --again reads it anew"] : [];
  if (reading === null) return older;
  const {client, trustedProxies, foundProxies, readers} = reading;
  const [first, ...others] = client;
  const names = trustedProxies.slice(0, mostNamed).join(", ");
  const more = trustedProxies.length > mostNamed ? ` and ${trustedProxies.length - mostNamed} more` : "";
  const told = [
    `clients from ${first}${first === "connection" || others.length === 0 ? "" : `, else ${others.join(", ")}`}`,
    ...(trustedProxies.length > 0 ? [`trusted proxies ${names}${more}`] : []),
    ...(foundProxies > 0 ? [`${plural(foundProxies, "proxy", "proxies")} found in lists`] : []),
    ...(readers === "each" ? [] : [`readers ${readers}`]),
  ];
  return [visible(told.join("; ")), ...older];
}

/** More trusted proxies are not named in a line. */
const mostNamed = 5;

/** The same for programs, with all of each hash. */
export function inputsJson(inputs: readonly ShownInput[]): string {
  return printJson(
    inputs.map((input) => {
      const {name, sha256, format, lines, requests, quarantined, ignored, months, reading, isByOlderSettings} = input;
      const [firstRequest, lastRequest] = [input.firstSecond, input.lastSecond].map(instantOf);
      const counts = {lines, requests, quarantined, ignored, firstRequest, lastRequest, months};
      const repeated = input.repeated.map((other) => ({name: other.name, lines: other.lines}));
      return {name, sha256, format, ...counts, reading, isByOlderSettings, repeated};
    }),
  );
}

function instantOf(second: number | null): string | null {
  return second === null ? null : instantText(second);
}

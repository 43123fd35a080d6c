import {printJson} from "../../base/json.ts";
import {formatNumber} from "../../base/number.ts";
import {plural, visible} from "../../base/text.ts";

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
}

/** So many digits of a hash tell inputs apart. */
const shownDigits = 12;

/** What was read, two lines each, for a terminal. */
export function renderInputs(inputs: readonly ShownInput[]): string {
  if (inputs.length === 0) return "Nothing was read yet.\n";
  const told = inputs.map((input) => {
    const {name, sha256, format, lines, requests, quarantined} = input;
    const head = [visible(name), sha256.slice(0, shownDigits), visible(format)].join("  ");
    const counts = `${plural(lines, "line", "lines")}, ${plural(requests, "request", "requests")}, ${formatNumber(quarantined)} quarantined`;
    return `${head}\n  ${counts}; ${daysOf(input)}\n`;
  });
  const all = inputs.reduce((sum, {lines}) => sum + lines, 0);
  return `${told.join("")}\n${plural(inputs.length, "input", "inputs")}, ${plural(all, "line", "lines")}.\n`;
}

function daysOf({firstDay, lastDay, months}: ShownInput): string {
  if (firstDay === null) return "no day";
  const days = firstDay === lastDay ? firstDay : `${firstDay} to ${lastDay}`;
  return `${days}, ${plural(months.length, "month", "months")}`;
}

/** The same for programs, with all of each hash. */
export function inputsJson(inputs: readonly ShownInput[]): string {
  return printJson(
    inputs.map(({name, sha256, format, lines, requests, quarantined, ignored, firstSecond, lastSecond, months}) => {
      const [firstRequest, lastRequest] = [firstSecond, lastSecond].map(instantOf);
      return {name, sha256, format, lines, requests, quarantined, ignored, firstRequest, lastRequest, months};
    }),
  );
}

function instantOf(second: number | null): string | null {
  return second === null ? null : new Date(second * 1000).toISOString().replace(".000Z", "Z");
}

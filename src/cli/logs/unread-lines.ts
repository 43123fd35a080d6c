import {formatNumber} from "../../base/number.ts";
import {visible} from "../../base/text.ts";
import type {Result} from "../../intake/ingest.ts";
import {countQuarantined, type Quarantine} from "../../workspace/quarantined.ts";

/** A warning where most lines of an input could not be read: then it is not what it was taken for; null elsewhere. */
export function mostlyUnread({source, outcome}: Result): string | null {
  if (outcome === null || outcome.kind === "known") return null;
  const [unread, lines] = [countQuarantined(outcome.quarantined), outcome.addedLines - outcome.ignored];
  if (2 * unread <= lines) return null;
  const name = visible(source.name);
  return `warning: ${formatNumber(unread)} of ${formatNumber(lines)} lines of ${name} could not be read: the figures rest on the others. broadsheet quarantine shows them; --log-format names the format`;
}

/** How many lines could not be read for each reason, and where the first of each stands. */
export function reasonLines(name: string, {counts, lines}: Quarantine): string[] {
  const firsts = lines.filter(({reason}, place) => lines.findIndex((one) => one.reason === reason) === place);
  return firsts.map(({line, column, reason}) => {
    return `  ${String(counts[reason]).padStart(6)}  ${reason.padEnd(11)}  first at ${name}:${line}:${column}`;
  });
}

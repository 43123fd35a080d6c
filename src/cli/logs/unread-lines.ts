import {visible} from "../../base/text.ts";
import type {Result} from "../../intake/ingest.ts";
import {shareWith, type UnreadShare, unreadTold} from "../../intake/unread-share.ts";
import type {Quarantine} from "../../workspace/quarantined.ts";

/**
 * A warning where many lines of an input could not be read, with what they seem to be; null elsewhere.
 *
 * @param isMany Whether a share is.
 */
export function manyUnread({source, outcome}: Result, isMany: (share: UnreadShare) => boolean): string | null {
  if (outcome === null || outcome.kind === "known") return null;
  const {addedLines, ignored, quarantined} = outcome;
  const share = shareWith(null, {lines: addedLines, ignored, quarantined});
  if (!isMany(share)) return null;
  const told = visible(unreadTold(source.name, share, quarantined.cause));
  return `warning: ${told}: the figures rest on the others. broadsheet quarantine shows them; --log-format names the format`;
}

/** How many lines could not be read for each reason, and where the first of each stands. */
export function reasonLines(name: string, {counts, lines}: Quarantine): string[] {
  const firsts = lines.filter(({reason}, place) => lines.findIndex((one) => one.reason === reason) === place);
  return firsts.map(({line, column, reason}) => {
    return `  ${String(counts[reason]).padStart(6)}  ${reason.padEnd(11)}  first at ${name}:${line}:${column}`;
  });
}

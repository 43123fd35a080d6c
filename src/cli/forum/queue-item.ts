import {visible} from "../../base/text.ts";
import {marksOfHtml} from "../../forum/ends/foreign/html.ts";
import type {QueueItem} from "../../forum/moderation/queue.ts";
import {wrap} from "../../render/text/wrap.ts";

const kinds = {
  post: "held post",
  report: "reported post",
  knock: "wants to join",
  appeal: "appeals against a decision",
} as const;

/** Something that waits for a moderator, as a terminal shows it. */
export function drawItem({id, kind, name, title, day, html, reports, appeal}: QueueItem, width: number): string {
  const head = [id, kinds[kind], name ?? "(nobody)", day, ...(title === null ? [] : [`"${title}"`])];
  const lines = [
    visible(head.join(" · ")),
    ...marksOfHtml(html)
      .split("\n")
      .map((line) => `  ${visible(line)}`),
    ...reports.map(({rule, words}) => visible(`  reported: ${rule}${words === "" ? "" : ` – ${words}`}`)),
    ...(appeal === null ? [] : [visible(`  says against it: ${appeal}`)]),
  ];
  return lines.flatMap((line) => wrap(line, width)).join("\n");
}

import {monthTitle} from "../../base/period.ts";
import {joinAnd, plural, visible} from "../../base/text.ts";

/** What goes with inputs, and what rests on them. */
interface ShownForecast {
  readonly inputs: readonly {readonly name: string}[];
  readonly lines: number;
  readonly requests: number;
  readonly months: readonly string[];
  readonly closedMonths: readonly string[];
  readonly published: readonly string[];
  readonly leftWithout: readonly {readonly name: string; readonly lines: number}[];
}

/** What taking inputs out means, a sentence a line. */
export function renderForecast({
  inputs,
  lines,
  requests,
  months,
  closedMonths,
  published,
  leftWithout,
}: ShownForecast): string[] {
  const names = joinAnd(inputs.map(({name}) => visible(name)));
  const many = inputs.length > 1;
  const when =
    months.length === 0
      ? ""
      : ` of ${months.length > 3 ? `${monthTitle(months[0]!)} to ${monthTitle(months.at(-1)!)}` : joinAnd(months.map(monthTitle))}`;
  const others = leftWithout.map(({name, lines: own}) => `${plural(own, "line", "lines")} of ${visible(name)}`);
  return [
    `${names} ${many ? "have" : "has"} ${plural(lines, "line", "lines")}, ${plural(requests, "request", "requests")}${when}.`,
    ...(closedMonths.length === 0
      ? []
      : [
          `Closed: ${joinAnd(closedMonths.map(monthTitle))}. Were it read again, no addresses of ${closedMonths.length > 1 ? "them" : "it"} would be kept.`,
        ]),
    ...(published.length === 0
      ? []
      : [
          `Published: ${joinAnd(published)}. broadsheet restate shows what moves of ${published.length > 1 ? "them" : "it"}.`,
        ]),
    ...(others.length === 0
      ? []
      : [
          `Counted here alone, though they stand elsewhere, too: ${joinAnd(others)}. Take ${leftWithout.length > 1 ? "those files" : "that file"} out, too, and read ${leftWithout.length > 1 ? "them" : "it"} again.`,
        ]),
  ];
}

/**
 * What is told when they are out of a cluster.
 *
 * @param before How many of those that were named had been taken out before.
 */
export function renderSharedDrop(
  dropped: Pick<ShownForecast, "inputs" | "lines">,
  {before, isDeleted}: {readonly before: number; readonly isDeleted: boolean},
): string {
  const count = dropped.inputs.length + before;
  const known = before > 1 ? `${before} of them were taken out before.` : "It was taken out before.";
  return [
    ...(dropped.inputs.length > 0 ? [renderDropped(dropped)] : []),
    ...(before > 0 ? [count === before && before > 1 ? "They were taken out before." : known] : []),
    isDeleted
      ? `The servers delete ${count > 1 ? "their" : "its"} rows when they find time.`
      : `A report is being made on the servers, which keep ${count > 1 ? "their" : "its"} rows until then: broadsheet engine setup deletes them.`,
  ].join("\n");
}

/** What is told when they are out. */
export function renderDropped({inputs, lines}: Pick<ShownForecast, "inputs" | "lines">): string {
  return `Took out ${plural(lines, "line", "lines")} in ${plural(inputs.length, "file", "files")}. ${inputs.length > 1 ? "They" : "It"} can be read again with broadsheet ingest.`;
}

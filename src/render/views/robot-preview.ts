import {printJson} from "../../base/json.ts";
import {formatNumber} from "../../base/number.ts";
import {plural, visible} from "../../base/text.ts";
import {Translator} from "../../base/words/translator.ts";
import type {MovedAgents, Movement, RobotListEntry, RobotPreview} from "../../report/robot-preview.ts";
import {formatChange} from "../content/change.ts";
import type {RenderOptions} from "../options.ts";
import {layGrid} from "../text/grid.ts";
import type {TextRow} from "../text/layout.ts";
import {joinParts, monthHead, titleLines} from "../text/page.ts";
import {openPaint, type Paint} from "../text/paint.ts";
import {renderTable} from "../text/table.ts";
import {shorten, wrap} from "../text/wrap.ts";

/** What is told at the desk is told in English. */
const english = new Translator("en");

/** What stands in the middle of a longer agent is left out. */
const longestAgent = 300;

/** Which lists are in use? For a terminal. */
export function renderListsText(lists: readonly RobotListEntry[], width: number): string {
  if (lists.length === 0) return "No list of robots is in use.\n";
  const grid = layGrid(
    [
      {head: "List", cells: lists.map(({name}) => visible(name)), isText: true},
      {head: "Version", cells: lists.map(({version}) => visible(version)), isText: true},
      {head: "Form", cells: lists.map(({form}) => form), isText: true},
      {head: "Entries", cells: lists.map(({entries}) => formatNumber(entries))},
      {head: "SHA-256", cells: lists.map(({sha256}) => sha256), isText: true, canShrink: true},
    ],
    Math.max(80, width),
  );
  return joinParts([grid.lines]);
}

/** What would the list change? For a terminal. */
export function renderPreviewText(preview: RobotPreview, options: RenderOptions): string {
  const paint = openPaint(options);
  const width = Math.max(80, options.width);
  const prose = Math.min(width, 100);
  const {publication, title, timeZone, list, replaces, newRobots, noLongerRobots} = preview;
  const heading = `${publication} · what ${list.name} would change, ${title}`;
  const place = replaces ? `in place of ${nameOf(replaces)}` : "besides the lists in use";
  return joinParts([
    titleLines(heading, timeZone, prose, prose, paint),
    wrap(visible(`${nameOf(list)} (${list.form}), ${place}. SHA-256 ${list.sha256}.`), prose),
    [
      ...wrap(sentenceOf("New robots", "counted until now", newRobots), prose),
      ...wrap(sentenceOf("No longer robots", "counted from then on", noLongerRobots), prose),
    ],
    movementLines(preview, width, paint),
    agentLines("New robots with most requests counted until now", newRobots, width, paint),
    agentLines("No longer robots, with most requests counted from then on", noLongerRobots, width, paint),
  ]);
}

/** The same for programs. Agents stand as the logs have them. */
export function previewJson({period, list, replaces, newRobots, noLongerRobots, months, total}: RobotPreview): string {
  return printJson({period, list, replaces, newRobots, noLongerRobots, months, total});
}

function nameOf({name, version, entries}: RobotListEntry): string {
  return `${name} ${version}, ${plural(entries, "entry", "entries")}`;
}

function sentenceOf(what: string, when: string, {agents, requests, countedRequests}: MovedAgents): string {
  if (agents === 0) return `${what}: none.`;
  const taken = `${plural(agents, "agent", "agents")} with ${plural(requests, "request", "requests")}`;
  return `${what}: ${taken}, of them ${formatNumber(countedRequests)} ${when}.`;
}

function movementLines({months, total}: RobotPreview, width: number, paint: Paint): string[] {
  const rows = (["readers", "documents"] as const).flatMap((measure): TextRow[] => {
    const movements = months.map((month) => month[measure]);
    const row = (label: string, print: (movement: Movement) => string): TextRow => ({
      label,
      cells: movements.map(print),
      ...(months.length > 1 ? {total: print(total[measure])} : {}),
    });
    const label = {readers: "Distinct users", documents: "Documents"}[measure];
    return [
      {...row(label, ({before}) => countOf(before)), emphasis: "strong"},
      {...row("with the list", ({after}) => countOf(after)), isIndented: true},
      {...row("change", changeOf), isIndented: true, emphasis: "faint"},
    ];
  });
  const head = monthHead(
    months.map(({period}) => period),
    english,
  );
  return renderTable({head, rows, width, ...(months.length > 1 ? {totalHead: "Total"} : {})}, paint);
}

function countOf(count: number | null): string {
  return count === null ? "–" : formatNumber(count);
}

function changeOf({before, after}: Movement): string {
  if (before === null) return "–";
  return formatChange((((after ?? 0) - before) / before) * 100, english);
}

function agentLines(heading: string, {most}: MovedAgents, width: number, paint: Paint): string[] {
  if (most.length === 0) return [];
  const cell = (agent: string | null): string => {
    if (agent === null) return "(not recorded)";
    return agent === "" ? "(empty)" : visible(agent);
  };
  const counts = layGrid(
    [
      {head: "Counted", cells: most.map(({countedRequests}) => formatNumber(countedRequests))},
      {head: "Requests", cells: most.map(({requests}) => formatNumber(requests))},
    ],
    width,
  );
  const lines = most.flatMap(({agent}, row) => {
    const first = `${counts.lines[row + counts.heads]}  `;
    return wrap(shorten(cell(agent), longestAgent), width, {first, rest: " ".repeat(first.length)});
  });
  return [paint.strong(heading), `${counts.lines[counts.heads - 1]}  Agent`, ...lines];
}

import {Message, type MessageId, type Wording} from "../../base/words/message.ts";
import {agentless, identifyRobot, type RobotIdentity} from "../../methodology/robots/identify.ts";
import {unnamedRobot} from "../../methodology/robots/names.ts";
import {robotColumns} from "../counted-columns.ts";
import type {EntryCounts, TableEntry, TableLayout} from "../layout.ts";
import {groupItems} from "./grouping.ts";
import {askTable, layTable} from "./lay.ts";
import type {TableSource} from "./source.ts";
import type {MeasuredTable} from "./table.ts";

/** A robot whose network is on a list; its agent says nothing of it. */
const networked: RobotIdentity = {name: "In a network of robots", kind: "other", ai: null};

/** A robot that only gave itself away by asking for /robots.txt. */
const robotsTxtClient: RobotIdentity = {name: "Asked for /robots.txt", kind: "other", ai: null};

/** So many items stand before the agents. */
const robotsBefore = 2;

/** Robots that have no name of their own, by what stands in its place. */
const nameless: Readonly<Record<string, MessageId>> = {
  [networked.name]: "robot-in-network",
  [robotsTxtClient.name]: "robot-asked-for-robots-txt",
  [agentless]: "robot-without-agent",
  [unnamedRobot]: "robot-unnamed",
};

/** The robot's own name, or what is said of one that has none. */
export function robotLabel({name}: RobotIdentity): Wording {
  return Object.hasOwn(nameless, name) ? new Message(nameless[name]!, {}) : name;
}

/**
 * A table of robots: what they took, whatever it was and however it was answered.
 *
 * @param entryOf What the robot belongs to; null for those that the table is not about. Those of an entry are of one kind.
 * @param notesOf What is to be said besides; it may count the requests of robots, those of rows that are not shown with them.
 */
export async function layRobots(
  source: TableSource,
  given: Pick<TableLayout, "id" | "title" | "rowLabel" | "groupLabel" | "definition" | "rows">,
  entryOf: (robot: RobotIdentity) => TableEntry | null,
  notesOf: (count: (isOne: (robot: RobotIdentity) => boolean) => number) => MeasuredTable["notes"] = () => [],
): Promise<MeasuredTable> {
  const {engine, names, served} = source;
  // The first items are what the engine numbers -2 and -1: clients that are not known by their agent.
  const robots = [networked, robotsTxtClient, ...names.agents.map(identifyRobot)];
  const {describe, load, itemsOf} = await groupItems(engine, robots, (robot) => entryOf(robot), -robotsBefore);
  const requestsOf = (counts: EntryCounts, isOne: (robot: RobotIdentity) => boolean): number =>
    [...counts]
      .filter(([entry]) => itemsOf(entry).some((item) => isOne(robots[item + robotsBefore]!)))
      .reduce((sum, [, {requests = 0}]) => sum + requests, 0);
  const asked = await askTable(
    {
      ...given,
      form: "ranked",
      question: "table-robots",
      amount: "requests",
      columns: robotColumns,
      describe,
      load,
      unknown: null,
      whole: {...served},
      notes: (counts) => notesOf((isOne) => requestsOf(counts, isOne)),
    },
    source,
  );
  return layTable(asked, source, null);
}

import {Message, type MessageId, type Wording} from "../../base/words/message.ts";
import {agentless, identifyRobot, type RobotIdentity} from "../../methodology/robots/identify.ts";
import {unnamedRobot} from "../../methodology/robots/names.ts";
import {robotColumns} from "../counted-columns.ts";
import type {TableEntry, TableLayout} from "../layout.ts";
import {groupItems} from "./grouping.ts";
import {askTable, layTable} from "./lay.ts";
import type {TableSource} from "./source.ts";
import type {MeasuredTable} from "./table.ts";

/** A robot whose network is on a list; its agent says nothing of it. */
const networked: RobotIdentity = {name: "In a network of robots", kind: "other", ai: null};

/** A robot that only gave itself away by asking for /robots.txt. */
const robotsTxtClient: RobotIdentity = {name: "Asked for /robots.txt", kind: "other", ai: null};

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
 * @param entryOf What the robot belongs to; null for those that the table is not about.
 */
export async function layRobots(
  source: TableSource,
  given: Pick<TableLayout, "id" | "title" | "rowLabel" | "groupLabel" | "definition" | "rows">,
  entryOf: (robot: RobotIdentity) => TableEntry | null,
): Promise<MeasuredTable> {
  const {engine, names, served} = source;
  // The first items are what the engine numbers -2 and -1: clients that are not known by their agent.
  const {describe, load} = await groupItems(
    engine,
    [networked, robotsTxtClient, ...names.agents.map(identifyRobot)],
    (robot) => entryOf(robot),
    -2,
  );
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
      notes: () => [],
    },
    source,
  );
  return layTable(asked, source, null);
}

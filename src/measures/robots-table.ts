import {identifyRobot, type RobotIdentity} from "../methodology/robot-kinds.ts";
import {robotColumns} from "./counted-columns.ts";
import {groupItems} from "./grouping.ts";
import {type Entry, type Layout, layTable} from "./lay-table.ts";
import type {Table} from "./table.ts";
import type {TableSource} from "./table-source.ts";

/** A robot whose network is on a list; its agent says nothing of it. */
const networked: RobotIdentity = {name: "In a network of robots", kind: "other", ai: null};

/** A robot that only gave itself away by asking for /robots.txt. */
const teller: RobotIdentity = {name: "Asked for /robots.txt", kind: "other", ai: null};

/**
 * A table of robots: what they took, whatever it was and however it was answered.
 *
 * @param entryOf What the robot belongs to; null for those that the table is not about.
 */
export async function layRobots(
  source: TableSource,
  given: Pick<Layout, "id" | "title" | "rowLabel" | "groupLabel" | "definition" | "rows">,
  entryOf: (robot: RobotIdentity) => Entry | null,
): Promise<Table> {
  const {engine, names, served} = source;
  // The first items are what the engine numbers -2 and -1: clients that are not known by their agent.
  const {describe} = await groupItems(
    engine,
    [networked, teller, ...names.agents.map(identifyRobot)],
    (robot) => entryOf(robot),
    -2,
  );
  return layTable(
    {
      ...given,
      form: "ranked",
      question: "table-robots",
      amount: "requests",
      columns: robotColumns,
      describe,
      unknown: null,
      whole: {...served},
      notes: () => [],
    },
    source,
  );
}

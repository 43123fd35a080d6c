import {message} from "../../base/words/message.ts";
import {robotKinds} from "../../methodology/robots/identify.ts";
import {entryNamed} from "./grouping.ts";
import {layRobots, robotLabel} from "./robot-counts.ts";
import type {TableSource} from "./source.ts";
import type {MeasuredTable} from "./table.ts";

const definition = message("robots-means");

/** What did robots take, by kind and by name? */
export async function makeRobots(source: TableSource, rows: number): Promise<MeasuredTable[]> {
  const kinds = await layRobots(
    source,
    {
      id: "robots:kinds",
      title: message("table.robots:kinds"),
      rowLabel: message("head-kind"),
      groupLabel: null,
      definition,
      rows,
    },
    ({kind}) => entryNamed(kind, robotKinds[kind].label),
  );
  const robots = await layRobots(
    source,
    {
      id: "robots",
      title: message("table.robots"),
      rowLabel: message("head-robot"),
      groupLabel: message("head-kind"),
      definition,
      rows,
    },
    (robot) => entryNamed(robot.name, robotLabel(robot), robotKinds[robot.kind].label),
  );
  return [kinds, robots];
}

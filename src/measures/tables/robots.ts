import {robotKinds} from "../../methodology/robot-kinds.ts";
import {entryNamed} from "../grouping.ts";
import {layRobots} from "../robots-table.ts";
import type {Table} from "../table.ts";
import type {TableSource} from "../table-source.ts";

const definition =
  "Everything that robots asked for, graphics and missing documents too, as a share of all that was served to anybody. None of it is in the readers' figures.";

/** What did robots take, by kind and by name? */
export async function makeRobots(source: TableSource, rows: number): Promise<Table[]> {
  const kinds = await layRobots(
    source,
    {id: "robots:kinds", title: "What robots took, by kind", rowLabel: "Kind", groupLabel: null, definition, rows},
    ({kind}) => entryNamed(kind, robotKinds[kind].label),
  );
  const robots = await layRobots(
    source,
    {id: "robots", title: "What robots took, by name", rowLabel: "Robot", groupLabel: "Kind", definition, rows},
    ({name, kind}) => entryNamed(name, name, robotKinds[kind].label),
  );
  return [kinds, robots];
}

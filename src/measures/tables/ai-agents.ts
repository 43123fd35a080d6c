import {robotKinds} from "../../methodology/robot-kinds.ts";
import {entryNamed} from "../grouping.ts";
import {layRobots} from "../robots-table.ts";
import type {Table} from "../table.ts";
import type {TableSource} from "../table-source.ts";

/** What did the agents of AI companies take? */
export async function makeAiAgents(source: TableSource, rows: number): Promise<Table[]> {
  const table = await layRobots(
    source,
    {
      id: "ai-agents",
      title: "AI agents",
      rowLabel: "Agent",
      groupLabel: "Kind",
      definition:
        "What agents of AI companies asked for: to train models, to build an index, or because a person put a question. They stand beside the readers, never among them.",
      rows,
    },
    ({name, kind, ai}) => (ai === null ? null : entryNamed(name, name, robotKinds[kind].label)),
  );
  return [table];
}

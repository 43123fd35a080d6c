import {message} from "../../base/words/message.ts";
import {robotKinds} from "../../methodology/robots/identify.ts";
import {entryNamed} from "./grouping.ts";
import {layRobots, robotLabel} from "./robot-counts.ts";
import type {TableSource} from "./source.ts";
import type {MeasuredTable} from "./table.ts";

/** What did the agents of AI companies take? */
export async function makeAiAgents(source: TableSource, rows: number): Promise<MeasuredTable[]> {
  const table = await layRobots(
    source,
    {
      id: "ai-agents",
      title: message("table.ai-agents"),
      rowLabel: message("head-agent"),
      groupLabel: message("head-kind"),
      definition: message("ai-agents-means"),
      rows,
    },
    (robot) => (robot.ai === null ? null : entryNamed(robot.name, robotLabel(robot), robotKinds[robot.kind].label)),
    (count) => {
      const requests = count(({ai}) => ai === "user");
      return requests === 0 ? [] : [{id: "fetched-for-people", text: message("fetched-for-people", {requests})}];
    },
  );
  return [table];
}

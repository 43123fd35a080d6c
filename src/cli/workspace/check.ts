import {resolve} from "node:path";
import {checkWorkspace} from "../../operations/check/check-workspace.ts";
import {openPaint} from "../../render/text/paint.ts";
import {findingsJson, renderFindings} from "../../render/views/findings.ts";
import {findWorkspace, shortPath} from "../../workspace/workspace-files.ts";
import {helpOf} from "../advice.ts";
import {type Run, textOption} from "../command.ts";
import {isColored} from "../environment.ts";
import {formatFromArgs} from "../text-or-json.ts";

/** `broadsheet check`: looks at everything in a workspace, and changes nothing. */
export const runCheck: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const named = textOption(args, "folder");
  const folder = findWorkspace(named === undefined ? environment.cwd : resolve(environment.cwd, named));
  const found = await checkWorkspace(folder, environment.now());
  const {stdout, cwd} = environment;
  const placed = found.map((one) => ({
    ...one,
    faults: one.faults.map(({what, where, help, advice = null}) => {
      return {what, where: shortPath(where, cwd), help: helpOf({help, advice})};
    }),
  }));
  const paint = openPaint({color: isColored(stdout, environment)});
  stdout.write(format === "json" ? findingsJson(placed) : renderFindings(placed, paint));
  return found.some(({faults}) => faults.length > 0) ? 3 : 0;
};

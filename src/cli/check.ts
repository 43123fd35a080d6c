import {resolve} from "node:path";
import {checkWorkspace} from "../operations/check/check-workspace.ts";
import {openPaint} from "../render/text/paint.ts";
import {findingsJson, renderFindings} from "../render/views/findings.ts";
import {findWorkspace} from "../workspace/workspace.ts";
import {shortPath} from "../workspace/workspace-files.ts";
import {type Run, textOption} from "./command.ts";
import {isColored} from "./outside.ts";
import {formatTyped} from "./text-or-json.ts";

/** `broadsheet check`: looks at everything in a workspace, and changes nothing. */
export const runCheck: Run = async (typed, outside) => {
  const format = formatTyped(typed);
  const named = textOption(typed, "folder");
  const folder = findWorkspace(named === undefined ? outside.cwd : resolve(outside.cwd, named));
  const found = await checkWorkspace(folder, outside.now());
  const {stdout, cwd} = outside;
  const placed = found.map((one) => ({
    ...one,
    faults: one.faults.map((fault) => ({...fault, where: shortPath(fault.where, cwd)})),
  }));
  const paint = openPaint({color: isColored(stdout, outside)});
  stdout.write(format === "json" ? findingsJson(placed) : renderFindings(placed, paint));
  return found.some(({faults}) => faults.length > 0) ? 3 : 0;
};

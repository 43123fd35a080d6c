import {UserError} from "../base/error.ts";
import type {Period} from "../base/period.ts";
import {methodOutputs} from "../render/views/method-comparison.ts";
import {compareMethods} from "../report/method-comparison.ts";
import type {Report} from "../report/report.ts";
import {methodologyNames} from "../workspace/config/methodology.ts";
import {type Run, type Typed, textOption} from "./command.ts";
import type {Open} from "./judge-periods.ts";
import {reportPeriod} from "./make-report.ts";
import {periodTyped, withOpen, workspaceTyped} from "./open.ts";
import {isColored, type Outside} from "./outside.ts";
import {withQuickWorkspace} from "./quick-workspace.ts";
import {mainTableOnly} from "./report-scope.ts";

/** `broadsheet compare-methods`: one period under each methodology, of a workspace or of whatever files hold. */
export const runCompareMethods: Run = async (typed, outside) => {
  const print = printerTyped(typed, outside);
  const [word, ...more] = typed.words as readonly [string, ...string[]];
  if (more.length > 0 || !isPeriod(word, outside)) {
    return withQuickWorkspace(typed, outside, {places: false, addresses: false}, async (open, period) =>
      print(await judgeAll(open, period)),
    );
  }
  const workspace = workspaceTyped(typed, outside);
  const period = periodTyped(word, workspace.config.timeZone, outside);
  print(await withOpen(workspace, (open) => judgeAll(open, period)));
  return 0;
};

/** One report a methodology, the workspace's own first. */
async function judgeAll(open: Open, period: Period): Promise<Report[]> {
  const own = open.workspace.config.methodology.extends;
  const reports: Report[] = [];
  // One after the other: they share the engine's tables.
  for (const methodology of [own, ...methodologyNames.filter((name) => name !== own)]) {
    reports.push(await reportPeriod(open, period, {...mainTableOnly, language: "en", methodology}));
  }
  return reports;
}

function printerTyped(typed: Typed, outside: Outside): (reports: readonly Report[]) => void {
  const format = textOption(typed, "format") ?? "text";
  const render = Object.entries(methodOutputs).find(([name]) => name === format)?.[1];
  if (render === undefined) {
    const known = Object.keys(methodOutputs).join(", ");
    throw new UserError(
      "COMMAND_INCOMPLETE",
      `there is no format "${format}" here`,
      `name one of ${known}`,
      "--format",
    );
  }
  const {stdout} = outside;
  const options = {width: stdout.columns ?? 80, color: isColored(stdout, outside)};
  return (reports) => stdout.write(render(compareMethods(reports), options));
}

/** Is the word a period, and not the name of a file? */
function isPeriod(word: string, outside: Outside): boolean {
  try {
    periodTyped(word, "UTC", outside);
    return true;
  } catch (fault) {
    // A period the other way round was meant to be one.
    return fault instanceof UserError && /^\d{4}\b[^/]*\.\./.test(word);
  }
}

import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import * as library from "../../src/publish/library.ts";
import {longTest} from "../run/amounts.ts";
import {printed, runScript} from "./library.ts";

longTest("the script of docs/library.md prints what the page says, from the sources", () => {
  const top = mkdtempSync(join(tmpdir(), "broadsheet-library-"));
  try {
    const {stdout, stderr} = runScript(top, new URL("../../src/publish/library.ts", import.meta.url).href);
    expect({stdout, stderr}).toEqual({stdout: printed, stderr: ""});
  } finally {
    rmSync(top, {recursive: true, force: true});
  }
});

test("what is promised is there", () => {
  expect(Object.keys(library).toSorted()).toEqual(
    [
      ...[
        "UserError",
        ...[
          "announceEdition",
          "attestEdition",
          "changeKey",
          "readKeyFile",
          "revokeListedKey",
          "showKeys",
          "verifyPlace",
        ],
        "buildSite",
        "issueErratum",
        "publishEdition",
        "checkWorkspace",
        "clearUnfinished",
        "closeMonths",
        "compareMethodologies",
      ],
      ...[
        "countUndecided",
        "decisionPen",
        "dropFromStore",
        "errorCodes",
        "explainFigure",
        "ingestLogs",
        "makeReport",
        "moveStore",
        "openStore",
      ],
      ...["parsePeriod", "planDrop", "previewRobotList", "readDecisionSheet", "repairStore", "reportJson"],
      ...["reportPeriod", "restatePeriods", "setupCluster", "surveyClients", "tableUnmatched", "withCatalogue"],
      ...["withIntake", "withStore"],
      "withQuickWorkspace",
      ...["backupWorkspace", "checkBackup", "restoreWorkspace"],
      ...["decideAbout", "planUndo", "whatNeedsAPerson"],
      ...["listBooks", "readBookPage", "addBookRows", "correctRow", "planGrid", "addGrid", "gridText"],
    ].toSorted(),
  );
});

import {join} from "node:path";
import {buildSite} from "../../../publish/site/build.ts";
import type {GoAnswer} from "../../forms/answer.ts";
import type {Desk, Visitor} from "../desk.ts";
import {goToJob} from "../jobs/begin.ts";

/** Where the desk puts the public archive. */
export function siteFolder(workspaceFolder: string): string {
  return join(workspaceFolder, "public");
}

/** Begins to build the public archive of all that was published. */
export function siteAnswer(desk: Desk, visitor: Visitor): GoAnswer {
  const {words, folder} = desk;
  return goToJob(desk, visitor, {
    title: words.t("desk-publish-site-job"),
    run: async (attendance) => {
      await buildSite(folder, {output: siteFolder(folder)}, attendance);
      desk.visitors.record(visitor, "site-build", "public");
      return {to: "/publish"};
    },
  });
}

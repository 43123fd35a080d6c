import {plural} from "../../base/text.ts";
import type {ServedSite} from "../../serve/public/served-site.ts";
import {answerOnce, type ServeListener, type ServeRequest, serveArchive} from "../../serve/start.ts";
import {isSet, type Run, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";
import {printFault} from "../fault.ts";
import {languageFromArgs} from "../report/report-language.ts";
import {workspaceFolderFromArgs} from "../workspace-folder.ts";
import {listenFromArgs, toldToEnd} from "./serving.ts";

/** `broadsheet serve`: the archive on the web. */
export const runServe: Run = async (args, environment) => {
  if (isSet(args, "deskOnly")) return (await import("./serve-desk.ts")).runDesk(args, environment);
  if (isSet(args, "desk")) return (await import("./serve-desk.ts")).runArchiveAndDesk(args, environment);
  const {stdout, stderr} = environment;
  const workspaceFolder = workspaceFolderFromArgs(args, environment);
  const request: ServeRequest = {listen: listenFromArgs(args, "listen"), language: languageFromArgs(args)};
  const listener = listenerTo(environment, isSet(args, "quiet"));
  const path = textOption(args, "get");
  if (path !== undefined) {
    const {status, body} = await answerOnce(workspaceFolder, path, request, listener);
    stdout.write(body);
    return status < 400 ? 0 : 3;
  }
  const serving = await serveArchive(workspaceFolder, request, listener);
  if (!isSet(args, "quiet")) {
    const {host, port, current} = serving;
    stderr.write(`http://${host}:${port}/ has ${whatItHas(current.now())}. Ctrl-C ends it.\n`);
  }
  await toldToEnd(environment);
  await serving.drain();
  return 0;
};

/** Only what happens to the archive is said. Of who asks nothing is, and nothing of what for. */
function listenerTo(environment: Environment, isQuiet: boolean): ServeListener {
  const {stderr} = environment;
  return {
    changed: (site) => {
      if (!isQuiet) stderr.write(`Read again: ${whatItHas(site)}.\n`);
    },
    failed: (fault) => {
      printFault(fault, environment);
      stderr.write("  until it is mended, what was published before is shown\n");
    },
    bug: (fault, number, route) => {
      stderr.write(`number ${number}, at ${route}: `);
      printFault(fault, environment);
    },
  };
}

function whatItHas({archive: {editions}, series}: ServedSite): string {
  return `${plural(editions.length, "edition", "editions")} and ${plural(series.length, "figure", "figures")}`;
}

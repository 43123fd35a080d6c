import {plural} from "../../base/text.ts";
import type {ServedSite} from "../../serve/public/served-site.ts";
import {answerOnce, type ServeListener, type ServeRequest, serveArchive} from "../../serve/start.ts";
import {isSet, type Run, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";
import {printFault} from "../fault.ts";
import {languageFromArgs} from "../report/report-language.ts";
import {workspaceFolderFromArgs} from "../workspace-folder.ts";
import {listenFromArgs, toldToEnd} from "./serving.ts";

/** `broadsheet serve`: the archive on the web, and the forum where that is asked for. */
export const runServe: Run = async (args, environment) => {
  if (isSet(args, "deskOnly")) return (await import("./serve-desk.ts")).runDesk(args, environment);
  if (isSet(args, "desk")) return (await import("./serve-desk.ts")).runArchiveAndDesk(args, environment);
  const {stdout, stderr} = environment;
  const workspaceFolder = workspaceFolderFromArgs(args, environment);
  const request: ServeRequest = {
    ...{listen: listenFromArgs(args, "listen"), language: languageFromArgs(args)},
    hasForum: isSet(args, "forum"),
  };
  const listener = listenerTo(environment, isSet(args, "quiet"));
  const path = textOption(args, "get");
  if (path !== undefined) {
    const {status, body} = await answerOnce(workspaceFolder, path, request, listener);
    stdout.write(body);
    return status < 400 ? 0 : 3;
  }
  const serving = await serveArchive(workspaceFolder, request, listener);
  if (!isSet(args, "quiet")) {
    const {host, port, current, further} = serving;
    stderr.write(`http://${host}:${port}/ has ${whatItHas(current.now(), request)}. Ctrl-C ends it.\n`);
    for (const one of further) stderr.write(`http://${one.host}:${one.port}/ has the forum alone.\n`);
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

function whatItHas(site: ServedSite | null, {hasForum = false}: ServeRequest = {}): string {
  if (site === null) return "the forum, and nothing that was published yet";
  const {archive, series} = site;
  const editions = plural(archive.editions.length, "edition", "editions");
  const figures = plural(series.length, "figure", "figures");
  return hasForum ? `${editions}, ${figures} and the forum` : `${editions} and ${figures}`;
}

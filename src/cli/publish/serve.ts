import {UserError} from "../../base/error.ts";
import {plural} from "../../base/text.ts";
import type {ServedSite} from "../../serve/public/served-site.ts";
import {answerOnce, type ServeListener, type ServeRequest, serveArchive} from "../../serve/start.ts";
import {type ListenAddress, listenAddress} from "../../workspace/config/serve.ts";
import {isSet, type ParsedArgs, type Run, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";
import {printFault} from "../fault.ts";
import {languageFromArgs} from "../report/report-language.ts";
import {workspaceFolderFromArgs} from "../workspace-folder.ts";

/** `broadsheet serve`: the archive on the web. */
export const runServe: Run = async (args, environment) => {
  const {stdout, stderr} = environment;
  const workspaceFolder = workspaceFolderFromArgs(args, environment);
  const request: ServeRequest = {listen: listenFromArgs(args), language: languageFromArgs(args)};
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

function listenFromArgs(args: ParsedArgs): ListenAddress | undefined {
  const text = textOption(args, "listen");
  if (text === undefined) return undefined;
  const address = listenAddress(text);
  if (address !== undefined) return address;
  const help = "write an address and a port, like 127.0.0.1:8080";
  throw new UserError("COMMAND_INCOMPLETE", `"${text}" is no address to listen on`, help, {field: "listen"});
}

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

/** Waits until a person interrupts, or the system ends it. */
function toldToEnd({signal, termination}: Environment): Promise<void> {
  const signals = [signal, termination].filter((one) => one !== undefined);
  return new Promise((done) => {
    for (const one of signals) one.addEventListener("abort", () => done(), {once: true});
    if (signals.some(({aborted}) => aborted)) done();
  });
}

import {readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import {serveDesk} from "../../serve/desk/start.ts";
import {type ServedPart, type SupervisorListener, supervise} from "../../serve/supervise.ts";
import {publishedFolder} from "../../workspace/published.ts";
import {isSet, type Run, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";
import {printFault} from "../fault.ts";
import {worldOf} from "../from-args.ts";
import {languageFromArgs} from "../report/report-language.ts";
import {workspaceFolderFromArgs} from "../workspace-folder.ts";
import {listenFromArgs, supervised, toldToEnd} from "./serving.ts";

/** `broadsheet serve --desk-only`: the desk, in this process. */
export const runDesk: Run = async (args, environment) => {
  const {stderr} = environment;
  const workspaceFolder = workspaceFolderFromArgs(args, environment);
  const onBug = (fault: unknown, number: string, place: string): void => {
    stderr.write(`${number === "" ? "" : `number ${number}, `}at ${place}: `);
    printFault(fault, environment);
  };
  const request = {
    listen: listenFromArgs(args, "deskListen"),
    language: languageFromArgs(args),
    world: worldOf(environment),
  };
  const {host, port, drain} = await serveDesk(workspaceFolder, request, onBug);
  if (!isSet(args, "quiet")) {
    // A passkey is bound to a name, and an address is none.
    const name = host === "127.0.0.1" || host === "[::1]" ? "localhost" : host;
    stderr.write(`http://${name}:${port}/ is the desk. Ctrl-C ends it.\n`);
  }
  await toldToEnd(environment);
  await drain();
  return 0;
};

/** `broadsheet serve --desk`: the archive, with the forum where that is asked for, and the desk, each in a process of its own. */
export const runArchiveAndDesk: Run = async (args, environment) => {
  const workspaceFolder = workspaceFolderFromArgs(args, environment);
  const shared = [
    ...optionWords("language", textOption(args, "language")),
    ...(isSet(args, "quiet") ? ["--quiet"] : []),
  ];
  const words = (...own: string[]): string[] => [process.argv[1]!, "-C", workspaceFolder, "serve", ...shared, ...own];
  const hasForum = isSet(args, "forum");
  const published = join(workspaceFolder, publishedFolder);
  const archive: ServedPart = {
    name: hasForum ? "the archive with the forum" : "the archive",
    command: process.execPath,
    args: words(...optionWords("listen", textOption(args, "listen")), ...(hasForum ? ["--forum"] : [])),
    stamp: () => stampOf(published),
  };
  const desk: ServedPart = {
    name: "the desk",
    command: process.execPath,
    args: words("--desk-only", ...optionWords("desk-listen", textOption(args, "deskListen"))),
  };
  const end = new AbortController();
  void toldToEnd(environment).then(() => end.abort());
  return supervise([archive, desk], {...environment.env, [supervised]: "1"}, end.signal, listener(environment));
};

function listener({stderr}: Environment): SupervisorListener {
  return {
    died: (name, how, againInMs) => {
      stderr.write(`${name} has ended (${how}), and is started again in ${(againInMs / 1000).toFixed(1)} s.\n`);
    },
    waits: (name) =>
      void stderr.write(`${name} begins once something is published, or what was published is mended.\n`),
  };
}

function optionWords(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`--${name}`, value];
}

/** Another one when something is published, or taken away. */
function stampOf(folder: string): string {
  const stat = statSync(folder, {throwIfNoEntry: false});
  return stat === undefined ? "" : `${stat.mtimeMs} ${readdirSync(folder).join("\n")}`;
}

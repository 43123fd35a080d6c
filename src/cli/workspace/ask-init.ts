import {accessSync, constants, globSync} from "node:fs";
import {basename, resolve} from "node:path";
import {confirm, isCancel, text} from "@clack/prompts";
import {UserError} from "../../base/error.ts";
import {formatSize} from "../../base/size.ts";
import {isTimeZone} from "../../base/zone.ts";
import {sizeOfLogs} from "./log-size.ts";

/** What `init` was told; undefined where it was not. */
export interface InitAnswers {
  readonly publication: string | undefined;
  readonly timeZone: string | undefined;
}

/** What a new workspace is made of. */
export interface InitPlan {
  readonly publication: string;
  readonly timeZone: string;
  /** A file, a folder or a pattern. */
  readonly logs: string;
  /** Are they to be read at once? */
  readonly isRead: boolean;
}

/** Where web servers write, as their packages set them up. */
const usualPlaces = [
  "/var/log/nginx/access.log*",
  "/var/log/apache2/access.log*",
  "/var/log/apache2/other_vhosts_access.log*",
  "/var/log/httpd/access_log*",
  "/var/log/caddy/*.log*",
  "/var/log/lighttpd/access.log*",
  "/var/log/haproxy.log*",
];

/** The folder of logs in every workspace. */
export const ownLogs = "logs";

/**
 * Asks what was not given. What is proposed goes as soon as something is typed, and holds where nothing is.
 *
 * @param folder Where the workspace is to be.
 * @param cwd Where the person stands: a path that is typed begins there.
 */
export async function askForInit(given: InitAnswers, folder: string, cwd: string): Promise<InitPlan> {
  const publication =
    given.publication ?? (await ask("What is the publication called?", basename(folder), () => undefined));
  const timeZone =
    given.timeZone ??
    (await ask("In which time zone does its day begin?", Intl.DateTimeFormat().resolvedOptions().timeZone, (value) =>
      isTimeZone(value) ? undefined : "A time zone is written like UTC or Europe/Paris",
    ));
  const typed = await ask("Where are the logs? A file, a folder or a pattern", findLogs() ?? ownLogs, (value) => {
    if (value === ownLogs || sizeOfLogs(resolve(cwd, value)).files > 0) return undefined;
    return `There is no such file; ${ownLogs} is the folder that is made here`;
  });
  const logs = typed === ownLogs ? ownLogs : resolve(cwd, typed);
  const {files, bytes} = sizeOfLogs(resolve(folder, logs));
  if (files === 0) return {publication, timeZone, logs, isRead: false};
  const message = `Read ${files === 1 ? "one file" : `${files} files`} (${formatSize(bytes)}) now?`;
  const isRead = await confirm({message});
  if (isCancel(isRead)) throw ended();
  return {publication, timeZone, logs, isRead};
}

async function ask(message: string, proposed: string, faultOf: (value: string) => string | undefined): Promise<string> {
  const validate = (value: string | undefined): string | undefined =>
    value?.trim() ? faultOf(value.trim()) : undefined;
  const answer = await text({message, placeholder: proposed, defaultValue: proposed, validate});
  if (isCancel(answer)) throw ended();
  return answer.trim() || proposed;
}

function ended(): UserError {
  return new UserError("COMMAND_INCOMPLETE", "no workspace was made", "run broadsheet init again");
}

/** The first of the usual places where there is something that may be read. */
function findLogs(): string | undefined {
  return usualPlaces.find((pattern) => globSync(pattern).some(isReadable));
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

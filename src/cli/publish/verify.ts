import {homedir} from "node:os";
import {join, resolve} from "node:path";
import {UserError} from "../../base/error.ts";
import {dayAt} from "../../base/zone.ts";
import {readKeptKey} from "../../publish/signatures/kept-key.ts";
import {type PublicKey, parsePublicKey} from "../../publish/signatures/public-key.ts";
import type {Answer} from "../../publish/verify/answer.ts";
import {answerOfAll, printVerification, verificationJson} from "../../publish/verify/print.ts";
import {type VerifyRequest, verifyPlace} from "../../publish/verify/verify.ts";
import {readConfig} from "../../workspace/config/config.ts";
import {readKeptFile} from "../../workspace/kept-file.ts";
import {configName, findWorkspace, storePaths} from "../../workspace/workspace-files.ts";
import {isSet, listOption, type ParsedArgs, type Run, textOption} from "../command.ts";
import {type Environment, isColored} from "../environment.ts";
import {storeFromArgs, worldOf} from "../from-args.ts";
import {formatFromArgs} from "../text-or-json.ts";

const exits: Readonly<Record<Answer, number>> = {verified: 0, differs: 1, "could not be checked": 2};

/** `broadsheet verify`: is what was published what its publisher put there, and is it true? */
export const runVerify: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const {stdout, signal} = environment;
  const request = {
    place: args.words[0]!,
    against: textOption(args, "against") ?? null,
    key: keyFromArgs(args, environment),
    auditors: listOption(args, "auditorKey").map((given) => publicKeyFrom(given, "--auditor-key", environment)),
    hasTrust: isSet(args, "remember"),
    ...surroundingsFromArgs(args, environment),
  };
  const found = await verifyPlace(request, {signal});
  const options = {width: stdout.columns ?? 80, color: isColored(stdout, environment)};
  stdout.write(format === "json" ? verificationJson(found) : printVerification(found, options));
  return exits[answerOfAll(found)];
};

/** What an edition is verified beside, as it was typed and as it is here. */
export function surroundingsFromArgs(
  args: ParsedArgs,
  environment: Environment,
): Omit<VerifyRequest, "place" | "against" | "key" | "hasTrust"> {
  const {cwd, env, now} = environment;
  return {
    cwd,
    ours: oursFromArgs(args, environment),
    knownKeys: join(
      env["XDG_STATE_HOME"] || join(env["HOME"] ?? homedir(), ".local", "state"),
      "broadsheet",
      "known-keys",
    ),
    today: dayAt(now(), "UTC"),
    versions: process.versions,
    store: isSet(args, "workspace") ? storeFromArgs(args, environment) : null,
    logs: logsFromArgs(args, environment),
  };
}

function logsFromArgs(args: ParsedArgs, environment: Environment): VerifyRequest["logs"] {
  const [logs, hidden] = [textOption(args, "fromLogs"), textOption(args, "private")];
  if (logs !== undefined) {
    return {logs, hidden: hidden === undefined ? null : resolve(environment.cwd, hidden), world: worldOf(environment)};
  }
  if (hidden === undefined) return null;
  const help = "write it like broadsheet verify published/2005-H2 --from-logs logs --private lists";
  throw new UserError("COMMAND_INCOMPLETE", "--private says something only beside --from-logs", help);
}

function keyFromArgs(args: ParsedArgs, environment: Environment): PublicKey | null {
  const given = textOption(args, "key");
  return given === undefined ? null : publicKeyFrom(given, "--key", environment);
}

/** The line itself, or a file that holds it. */
export function publicKeyFrom(given: string, option: string, {cwd}: Environment): PublicKey {
  if (/^RW[A-Za-z0-9+/]{54}$/.test(given)) return parsePublicKey(given, option);
  const file = {
    code: "KEY_REFUSED",
    name: "key",
    help: "give the line of 56 characters, or a file with it",
    mostMegabytes: 1,
  } as const;
  return parsePublicKey(readKeptFile(resolve(cwd, given), file).toString("utf8"), given);
}

/** The key of the workspace at hand, which whoever works in it need not give. */
function oursFromArgs(args: ParsedArgs, {cwd}: Environment): VerifyRequest["ours"] {
  const named = textOption(args, "folder");
  try {
    const folder = findWorkspace(named === undefined ? cwd : resolve(cwd, named));
    const key = readKeptKey(storePaths(folder));
    return key && {key, publication: readConfig(join(folder, configName)).publication};
  } catch (fault) {
    if (named === undefined && fault instanceof UserError && fault.code === "WORKSPACE_MISSING") return null;
    throw fault;
  }
}

import {getEventListeners} from "node:events";
import {clearUnfinished} from "../base/ending/unfinished.ts";
import {readVersion} from "../base/version.ts";
import {asFullDisk} from "../base/write-fault.ts";
import type {Command, ParsedArgs} from "./command.ts";
import {commands} from "./commands.ts";
import {type Environment, outsideOf} from "./environment.ts";
import {exitFor, printFault} from "./fault.ts";
import {parseArgs} from "./parse.ts";

/**
 * Runs the command that was typed.
 *
 * @returns The exit status: 0 done, 1 bug, 2 wrong command, 3 input refused, 4 engine unreachable, 130 interrupted.
 */
export async function main(process: NodeJS.Process): Promise<number> {
  process.once("exit", clearUnfinished);
  const signal = stopOn(process, "SIGINT", 130);
  const termination = stopOn(process, "SIGTERM", 143);
  // The terminal was closed, or the connection to it.
  process.once("SIGHUP", () => process.exit(129));
  // A reader that has seen enough (`| head`) closes the pipe: that is no fault.
  process.stderr.on("error", () => {});
  process.stdout.on("error", (fault: NodeJS.ErrnoException) => process.exit(fault.code === "EPIPE" ? 0 : 1));
  return runArgs(process.argv.slice(2), outsideOf(process, {signal, termination}));
}

/** Stops what minds the signal, and ends at once where nothing does, or where it is said again. */
function stopOn(process: NodeJS.Process, signal: "SIGINT" | "SIGTERM", exit: number): AbortSignal {
  const stopping = new AbortController();
  process.on(signal, () => {
    const isMinded = !stopping.signal.aborted && getEventListeners(stopping.signal, "abort").length > 0;
    if (!isMinded) process.exit(exit);
    stopping.abort();
  });
  return stopping.signal;
}

/** Runs a command line as it was split into words. */
export async function runArgs(args: readonly string[], environment: Environment): Promise<number> {
  try {
    const parsed = parseArgs(args, commands, readVersion());
    if ("print" in parsed) {
      environment.stdout.write(parsed.print);
      return 0;
    }
    return await run(parsed.command, parsed.typed, environment);
  } catch (cause) {
    const fault = asFullDisk(cause) ?? cause;
    printFault(fault, environment);
    return exitFor(fault);
  }
}

async function run(command: Command, args: ParsedArgs, environment: Environment): Promise<number> {
  const carryOut = await command.load();
  return carryOut(args, environment);
}

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
 * @returns The exit status: 0 done, 1 bug, 2 wrong command, 3 input refused, 4 engine unreachable.
 */
export async function main(process: NodeJS.Process): Promise<number> {
  // So that what is cleared away on exit is cleared away when a person interrupts, too.
  process.once("SIGINT", () => process.exit(130));
  process.once("SIGTERM", () => process.exit(143));
  // The terminal was closed, or the connection to it.
  process.once("SIGHUP", () => process.exit(129));
  // A reader that has seen enough (`| head`) closes the pipe: that is no fault.
  process.stderr.on("error", () => {});
  process.stdout.on("error", (fault: NodeJS.ErrnoException) => process.exit(fault.code === "EPIPE" ? 0 : 1));
  return runArgs(process.argv.slice(2), outsideOf(process));
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

import {errorCodes, UserError} from "../base/error.ts";
import {visible} from "../base/text.ts";
import {helpOf, messageOf, whereOf} from "./advice.ts";
import {type Environment, isColored} from "./environment.ts";

/** Prints what went wrong in five parts, or, where it is a bug, everything that helps to find it. */
export function printFault(fault: unknown, environment: Environment): void {
  const {stderr} = environment;
  const [red, plain] = isColored(stderr, environment) ? ["\x1b[31m", "\x1b[0m"] : ["", ""];
  if (!(fault instanceof UserError)) {
    const trace = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    const lines = trace.split("\n").map(visible).join("\n");
    stderr.write(
      `${red}bug${plain}: ${lines}\n  help  this is a fault in Broadsheet; nothing was counted twice. Report it with the lines above\n`,
    );
    return;
  }
  const [where, what, help] = [whereOf(fault), messageOf(fault), helpOf(fault)];
  const place = where === undefined ? "" : `  at    ${visible(where)}\n`;
  stderr.write(`${red}error ${fault.code}${plain}: ${visible(what)}\n${place}  help  ${visible(help)}\n`);
}

/** The exit status that tells the fault to a script. */
export function exitFor(fault: unknown): number {
  return fault instanceof UserError ? errorCodes[fault.code].exit : 1;
}

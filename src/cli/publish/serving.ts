import {UserError} from "../../base/error.ts";
import {type ListenAddress, listenAddress} from "../../workspace/config/serve.ts";
import {type ParsedArgs, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";

/** The address that an option names; undefined where it is not given. @throws {UserError} COMMAND_INCOMPLETE */
export function listenFromArgs(args: ParsedArgs, option: string): ListenAddress | undefined {
  const text = textOption(args, option);
  if (text === undefined) return undefined;
  const address = listenAddress(text);
  if (address !== undefined) return address;
  const help = "write an address and a port, like 127.0.0.1:8080";
  throw new UserError("COMMAND_INCOMPLETE", `"${text}" is no address to listen on`, help, {field: option});
}

/** Set in the parts of a server of several: they end when what has started them is gone. */
export const supervised = "BROADSHEET_SUPERVISED";

/** Waits until a person interrupts, the system ends it, or what has started it is gone. */
export function toldToEnd({signal, termination, env, stdin}: Environment): Promise<void> {
  const signals = [signal, termination].filter((one) => one !== undefined);
  return new Promise((done) => {
    const isPart = env[supervised] !== undefined;
    const over = (): void => {
      // Nothing of it is read, and it would keep the process waiting.
      if (isPart) stdin.destroy();
      done();
    };
    for (const one of signals) one.addEventListener("abort", over, {once: true});
    if (signals.some(({aborted}) => aborted)) over();
    if (isPart) stdin.once("end", over).once("error", over).resume();
  });
}

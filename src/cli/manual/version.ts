import {readVersion} from "../../base/version.ts";
import type {Run} from "../command.ts";

/** `broadsheet version`: the same as `--version`. */
export const runVersion: Run = async (_args, {stdout}) => {
  stdout.write(`${readVersion()}\n`);
  return 0;
};

import type {Help} from "../../base/advice.ts";
import {UserError} from "../../base/error.ts";

/** Says why a file cannot be added to the ledger. */
export function importFault(what: string, help: Help, where: string): UserError {
  return new UserError("IMPORT_REFUSED", what, help, where);
}

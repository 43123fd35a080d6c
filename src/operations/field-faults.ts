import {UserError} from "../base/error.ts";
import {isTimeZone} from "../base/zone.ts";

/**
 * Refuses a time zone that days cannot be cut in.
 *
 * @throws {UserError} COMMAND_INCOMPLETE
 */
export function checkTimeZone(timeZone: string): void {
  if (isTimeZone(timeZone)) return;
  throw new UserError("COMMAND_INCOMPLETE", `"${timeZone}" is not a time zone`, "write it like UTC or Europe/Paris", {
    field: "timeZone",
  });
}

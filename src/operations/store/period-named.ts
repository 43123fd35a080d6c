import {type Period, parsePeriod} from "../../base/period.ts";
import {dayAt} from "../../base/zone.ts";
import type {Store} from "./store.ts";

/** The period that somebody names today, in the time zone of the publication. @throws {UserError} PERIOD_UNREADABLE */
export function periodNamed({workspace, now}: Pick<Store, "workspace" | "now">, text: string): Period {
  return parsePeriod(text, dayAt(now(), workspace.config.timeZone), {field: "period"});
}

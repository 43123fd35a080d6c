import type {Message} from "../base/words/message.ts";
import type {Percent} from "./report.ts";

/** Is the unit a share of a whole, whatever it is called in the report's language? */
export function percentOf(unit: Message): Percent {
  return unit.id.startsWith("unit.percent") ? {isPercent: true} : {};
}

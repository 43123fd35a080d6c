import type {Head} from "../bytes/head.ts";
import {detect} from "../formats/detect.ts";
import {chooseOrder} from "./choose-order.ts";
import type {AddressSource} from "./fields.ts";
import type {ReadingPlan} from "./input-lines.ts";

/** What a person said of how logs are to be read. */
export interface ReadingSettings {
  /** The name of a format, or a format string; null where it is found out. */
  readonly format: string | null;
  /** Where the client's address is looked for; null where that is found out. */
  readonly client: readonly AddressSource[] | null;
  /** Networks of proxies. */
  readonly trustedProxies: readonly string[];
}

/**
 * How is the input to be read?
 *
 * @returns null where no line of it fits any format.
 */
export function planOf({sample, hasLines}: Head, settings: ReadingSettings): ReadingPlan | null {
  const found = settings.format === null && hasLines ? detect(sample) : null;
  if (settings.format === null && hasLines && found === null) return null;
  const formats =
    settings.format !== null
      ? [settings.format]
      : // One without a line that tells is taken for what most servers write.
        [...new Set([found?.format.name ?? "combined", ...(found?.others.map(({name}) => name) ?? [])])];
  const plan: ReadingPlan = {
    formats,
    isNamed: settings.format !== null,
    client: found?.client ?? "first",
    order: [],
    trusted: settings.trustedProxies,
    headers: sample.filter((line) => line.startsWith("#")).slice(-1),
  };
  return {...plan, ...chooseOrder(sample, plan, settings.client)};
}

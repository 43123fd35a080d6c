import {usualOrder} from "../../src/intake/line/choose-client.ts";
import type {ReadingPlan} from "../../src/intake/line/input-lines.ts";

/** Lines of these formats, read as where nothing else is known of them. */
export function planOfFormats(formats: readonly string[], others: Partial<ReadingPlan> = {}): ReadingPlan {
  return {
    formats,
    isNamed: true,
    client: "first",
    isClientSaid: false,
    isOrderSaid: false,
    order: usualOrder,
    fields: [],
    trusted: [],
    asksBehindTrusted: false,
    headers: [],
    everybody: [],
    shortened: [],
    better: null,
    ...others,
  };
}

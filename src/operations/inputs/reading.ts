import {formatNamed} from "../../intake/formats/named.ts";
import {sourceNamed} from "../../intake/line/address-source.ts";
import type {ReadingSettings} from "../../intake/line/plan.ts";
import {isSameSettings, readingIn} from "../../intake/recorded-reading.ts";
import {queryOrderOf} from "../../methodology/site/query-order.ts";
import type {InputRow} from "../../workspace/catalogue/catalogue.ts";
import type {Workspace} from "../../workspace/workspace.ts";

/**
 * How are logs to be read by what broadsheet.yaml says now?
 *
 * @throws {UserError} FORMAT_UNKNOWN or DEPARTMENTS_REFUSED
 */
export function settingsOfReading({config, folder}: Pick<Workspace, "config" | "folder">): ReadingSettings {
  const {logFormat, client, trustedProxies} = config;
  return {
    format: logFormat === undefined ? null : formatNamed(logFormat),
    client: client?.map(sourceNamed) ?? null,
    trustedProxies,
    query: queryOrderOf({config, folder}),
  };
}

/**
 * Would the input be read otherwise, as broadsheet.yaml is now? What a command said for it then is no matter of the settings.
 *
 * Of what an earlier Broadsheet read only the format is known: it is as old as any setting of clients.
 */
export function isReadByOlderSettings({reading, format}: InputRow, settings: ReadingSettings): boolean {
  const recorded = readingIn(reading);
  if (recorded !== null) return !isSameSettings(recorded.bySettings, settings);
  const isOtherFormat = settings.format !== null && settings.format !== format;
  return isOtherFormat || settings.client !== null || settings.trustedProxies.length > 0 || settings.query !== null;
}

/** How an input was read, as a person is told of it. */
export interface ToldReading {
  /** Where its clients were looked for, the first that holds one. */
  readonly client: readonly string[];
  readonly trustedProxies: readonly string[];
  /** How many more addresses at the end of lists were found to be proxies'. */
  readonly foundProxies: number;
  /** Were its readers told apart: each, none of them, or networks with an agent? */
  readonly readers: "each" | "not recorded" | "by network and agent";
}

/** How was it read? Null where an earlier Broadsheet did. */
export function toldReading({reading}: InputRow): ToldReading | null {
  const recorded = readingIn(reading);
  if (recorded === null) return null;
  const {order, trusted, everybody, shortened, clients, two} = recorded;
  const isNobodys = everybody.length > 0 || (clients.requests > 0 && clients.nameless === clients.requests);
  return {
    client: two === "second" ? order.map((source) => (source === "connection" ? "second" : source)) : order,
    trustedProxies: trusted.filter((one) => !one.startsWith("#")),
    foundProxies: trusted.filter((one) => one.startsWith("#")).length,
    readers: isNobodys ? "not recorded" : shortened.length > 0 ? "by network and agent" : "each",
  };
}

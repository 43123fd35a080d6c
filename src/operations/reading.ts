import {UserError} from "../base/error.ts";
import {visible} from "../base/text.ts";
import {formatNamed} from "../intake/formats/named.ts";
import {sourceNamed} from "../intake/line/address-source.ts";
import type {ReadingSettings} from "../intake/line/plan.ts";
import {couldBeField, proxyFault} from "../workspace/config/reading.ts";
import {settingsOfReading} from "./inputs/reading.ts";
import type {Store} from "./store/store.ts";

/** A clock that runs ahead by less than two days is not what makes a line's date absurd. */
const aheadSeconds = 2 * 86_400;

/** How logs are to be read, where something is said of it; else the settings say it. */
export interface ReadingRequest {
  /** A format by its name, or the format string of the server that wrote them. */
  readonly logFormat?: string | undefined;
  /** Fields that readers' addresses are looked for in, or `connection`: the first that holds one. */
  readonly client?: readonly string[] | undefined;
  /** Whose addresses are no reader's: networks, and names of CDNs. */
  readonly trustedProxies?: readonly string[] | undefined;
}

/**
 * How are logs to be read, by what was asked or else by the settings?
 *
 * @throws {UserError} FORMAT_UNKNOWN or COMMAND_INCOMPLETE
 */
export function readingOf(request: ReadingRequest, {workspace}: Pick<Store, "workspace">): ReadingSettings {
  const settings = settingsOfReading(workspace);
  const {logFormat, client, trustedProxies} = request;
  const format = logFormat === undefined ? settings.format : formatNamed(logFormat);
  const helpForClient = "name fields of the log, like x-forwarded-for, or connection, with commas between them";
  for (const word of client ?? []) if (!couldBeField(word)) throw notMeant(word, helpForClient, "client");
  for (const word of trustedProxies ?? []) {
    const fault = proxyFault(word);
    if (fault !== null) throw notMeant(word, fault.help, "trustedProxies");
  }
  return {
    format,
    client: client === undefined ? settings.client : client.map(sourceNamed),
    trustedProxies: trustedProxies ?? settings.trustedProxies,
    query: settings.query,
  };
}

function notMeant(word: string, help: string, field: string): UserError {
  return new UserError("COMMAND_INCOMPLETE", `"${visible(word)}" cannot be meant here`, help, {field});
}

/** The second after which a line's date is taken for a mistake. */
export function latestSecond({now}: Pick<Store, "now">): number {
  return Math.floor(now() / 1000) + aheadSeconds;
}

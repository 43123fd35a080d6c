import {resolve} from "node:path";
import {openPlaceFinder, placesOf} from "../../intake/places/finder.ts";
import {readerId} from "../../workspace/reader-id.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import type {OpenStore} from "../store/judge.ts";

/**
 * What are these clients called? By their numbers; those whose address nobody knows are left out.
 *
 * @param clients Numbers as text.
 * @param listed Names that a person keeps: of closed months they are the only ones.
 * @throws {UserError} WORKSPACE_DAMAGED where a book of addresses is not what was sealed.
 */
export async function namesOf(
  clients: ReadonlySet<string>,
  months: readonly string[],
  listed: readonly string[],
  {workspace, catalogue, addresses}: Pick<OpenStore, "workspace" | "catalogue" | "addresses">,
): Promise<Map<string, string>> {
  const {key} = workspace;
  const found = new Map<string, string>();
  const look = (names: readonly string[]): void => {
    for (const name of names) {
      const client = String(readerId(name, key));
      if (clients.has(client)) found.set(client, name);
    }
  };
  look(listed);
  for (const book of catalogue.books(months)) {
    if (found.size === clients.size) break;
    look((await addresses.namesIn(book)) ?? []);
  }
  return found;
}

/** Tells whose network an address is in, and in which country. */
export interface Surroundings {
  /** Which databases answer. */
  readonly describe: readonly string[];
  of(name: string): {readonly owner: string | null; readonly country: string | null};
}

/**
 * Opens what owners of networks and countries are looked up in; on this machine, nobody is asked over the net.
 *
 * @param owners A database of autonomous systems; null for that of the settings, or that which comes with Broadsheet.
 * @throws {UserError} PLACES_REFUSED
 */
export async function openSurroundings(workspace: Workspace, owners: string | null): Promise<Surroundings> {
  const {config, folder} = workspace;
  const path = owners ?? (config.owners === undefined ? null : resolve(folder, config.owners));
  const places = await openPlaceFinder({...(placesOf(workspace) ?? {ipv4: null, ipv6: null}), owners: path});
  return {
    describe: [places.describe],
    of(name) {
      const {country, network} = places.find(name);
      return {country, owner: network};
    },
  };
}

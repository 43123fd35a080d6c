import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {BlockList, isIP} from "node:net";
import {resolve} from "node:path";
import {UserError} from "../../base/error.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {addressNamed} from "../scanner/client-by-agent.ts";
import {type OwnerDatabase, openDatabase, openOwnerDatabase, type PlaceDatabase} from "./database.ts";
import {openBundledOwners} from "./networks.ts";
import {nowhere, type Place} from "./record.ts";

/** Where a client is, and whose network it is in. */
export interface Location extends Place {
  /** Number and name of the autonomous system: `AS64500 Example Net`; null where that is not known. */
  readonly network: string | null;
}

/** Of what no database knows. */
const unknown: Location = {...nowhere, network: null};

/** Tells where clients are. */
export interface PlaceFinder {
  /** Which database answers: name and version, for a report's provenance. */
  readonly describe: string;
  /**
   * Where is the client?
   *
   * Nothing is known of the name of a host, nor of an address that is given out nowhere.
   *
   * @param name From `canonicalClient`. An IPv6 network is where its first address is, a network with an agent where the network is.
   * @throws {UserError} PLACES_REFUSED where the database turns out to be damaged.
   */
  find(name: string): Location;
}

/** Absolute paths of mmdb files; null for the database that comes with Broadsheet. One file may serve both families. */
export interface PlacesOptions {
  readonly ipv4: string | null;
  readonly ipv6: string | null;
  /** Of autonomous systems. */
  readonly owners?: string | null;
}

/** Which databases does the workspace want places from? Null where it wants none. */
export function placesOf({config, folder}: Workspace): PlacesOptions | null {
  const {places} = config;
  if (places === false) return null;
  const own = places === true ? {} : places;
  const pathOf = (path: string | undefined): string | null => (path === undefined ? null : resolve(folder, path));
  return {ipv4: pathOf(own.ipv4), ipv6: pathOf(own.ipv6), owners: pathOf(config.owners)};
}

/**
 * Opens a database of the owners of networks; without a path that which comes with Broadsheet.
 *
 * @throws {UserError} PLACES_REFUSED
 */
export async function openOwners(path: string | null): Promise<OwnerDatabase> {
  return path === null ? openBundledOwners() : await openOwnerDatabase(path);
}

/**
 * Opens the databases of places and of the owners of networks.
 *
 * @throws {UserError} PLACES_REFUSED
 */
export async function openPlaceFinder({ipv4, ipv6, owners}: PlacesOptions): Promise<PlaceFinder> {
  const four = await (ipv4 === null ? openBundled(4) : openDatabase(ipv4));
  const six = await (ipv6 === null ? openBundled(6) : ipv6 === ipv4 ? four : openDatabase(ipv6));
  four.checkFamily(4);
  six.checkFamily(6);
  const networks = await openOwners(owners ?? null);
  const located = (place: Place, address: string): Location => ({...place, network: networks.find(address)});
  return {
    describe: [...new Set([four.describe, six.describe, networks.describe])].join(", "),
    find(name) {
      const address = addressNamed(name);
      const family = isIP(address);
      if (family === 4) return unrouted4.check(address) ? unknown : located(four.find(address), address);
      if (family === 6) return unrouted6.check(address, "ipv6") ? unknown : located(six.find(address), address);
      return unknown;
    },
  };
}

/** CC BY 4.0, by the NRO: made from the registries' own statements, of which countries are all that is in it. */
const bundled = "@ip-location-db/geo-whois-asn-country-mmdb";

const opened = new Map<4 | 6, Promise<PlaceDatabase>>();

/** Opens what comes with Broadsheet, which is the same for as long as the process runs. */
function openBundled(family: 4 | 6): Promise<PlaceDatabase> {
  const known = opened.get(family) ?? readBundled(family);
  opened.set(family, known);
  return known;
}

async function readBundled(family: 4 | 6): Promise<PlaceDatabase> {
  const {resolve: pathOf} = createRequire(import.meta.url);
  try {
    const {version} = JSON.parse(readFileSync(pathOf(`${bundled}/package.json`), "utf8")) as {version: string};
    const database = await openDatabase(pathOf(`${bundled}/geo-whois-asn-country-ipv${family}.mmdb`));
    const [examples, name] = family === 4 ? ([examples4, "ipv4"] as const) : ([examples6, "ipv6"] as const);
    return {
      ...database,
      describe: `${bundled} ${version} (from the statements of the address registries, nro.net, CC BY 4.0)`,
      find: (address) => (examples.check(address, name) ? nowhere : database.find(address)),
    };
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError("PLACES_REFUSED", "the database of places is missing", "run npm ci again", bundled);
  }
}

// Networks that lead nowhere, or for everybody somewhere else: private ones, local ones, those of many receivers. One list
// a family: Node takes an IPv4 address for an IPv6 one that begins with zeros.
const unrouted4 = listOf(
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24"],
  ...["192.168.0.0/16", "224.0.0.0/3"],
);
const unrouted6 = listOf("::/8", "100::/64", "fc00::/6");

// Kept for examples and for measuring. The bundled database has places for some of them.
const examples4 = listOf("192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24");
const examples6 = listOf("2001:2::/48", "2001:db8::/32", "3fff::/20");

function listOf(...networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    list.addSubnet(address, Number(bits), isIP(address) === 4 ? "ipv4" : "ipv6");
  }
  return list;
}

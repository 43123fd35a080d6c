import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {canonicalClient} from "../../../src/base/client-name.ts";
import {openPlaceFinder, type PlacesOptions} from "../../../src/intake/places/finder.ts";
import {type MmdbValue, mmdbOf} from "./mmdb.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-places-"));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const none = {country: null, region: null, city: null, network: null};
const bundled: PlacesOptions = {ipv4: null, ipv6: null};

/** Marseille and Leipzig as MaxMind and DB-IP write them, Oslo and Quito as ip-location-db does, Kyoto as IPinfo does. */
const records: Readonly<Record<string, MmdbValue>> = {
  "192.0.2.0/24": {
    continent: {code: "EU", names: {en: "Europe"}},
    country: {iso_code: "FR", names: {en: "France", fr: "France"}},
    subdivisions: [
      {iso_code: "PAC", names: {en: "Provence"}},
      {iso_code: "13", names: {en: "Bouches-du-Rhône"}},
    ],
    city: {names: {fr: "Marseille", en: "Marseilles"}},
  },
  "192.0.2.128/25": {country: {iso_code: "DE"}, city: {names: {en: "Leipzig"}}},
  "198.51.100.0/24": {city: "Oslo", country_code: "no", postcode: "", state1: "Oslo County", state2: ""},
  "203.0.113.0/24": {country: "JP", region: "Kyoto Prefecture", city: "Kyoto"},
  "2001:db8:1::/48": {city: "Quito", country_code: "EC", state1: " Pichincha ", state2: ""},
  "2001:db8:2::/48": {country: {iso_code: "KE"}, registered_country: {iso_code: "US"}},
  "2001:db8:3::/48": {registered_country: {iso_code: "US"}},
  "2001:db8:4::/48": {country_code: "ZZ", city: ""},
  "10.0.0.0/8": {country_code: "SE"},
  "fd00::/8": {country_code: "SE"},
};

describe("where a client is, by a database of the workspace's own", () => {
  for (const recordSize of [24, 28, 32] as const) {
    for (const [client, country, region, city] of [
      ["192.0.2.1", "FR", "Provence", "Marseilles"],
      ["192.0.2.200", "DE", null, "Leipzig"],
      ["198.51.100.255", "NO", "Oslo County", "Oslo"],
      ["203.0.113.7:4711", "JP", "Kyoto Prefecture", "Kyoto"],
      ["::ffff:192.0.2.1", "FR", "Provence", "Marseilles"],
      ["2001:db8:1::1", "EC", "Pichincha", "Quito"],
      ["[2001:DB8:1:2:3:4:5:6]:443", "EC", "Pichincha", "Quito"],
      ["2001:db8:2:ffff::", "KE", null, null],
      ["2001:db8:3::1", null, null, null],
      ["2001:db8:4::1", null, null, null],
      ["2001:db8:5::1", null, null, null],
      ["192.0.3.1", null, null, null],
      ["10.1.2.3", null, null, null],
      ["fd00::1", null, null, null],
      ["reader-17.example.net", null, null, null],
      ["192.0.2.1.example.net", null, null, null],
      ["192.0.2.1,", null, null, null],
      ["-", null, null, null],
      ["", null, null, null],
    ] as const) {
      test(`${client || "nothing"} is in ${country ?? "no known place"} (${recordSize} bits)`, async () => {
        const path = write(`both-${recordSize}.mmdb`, mmdbOf(records, {recordSize}));
        const {find} = await openPlaceFinder({ipv4: path, ipv6: path});
        expect(find(canonicalClient(client))).toMatchObject({country, region, city});
      });
    }
  }

  test("all addresses of a /64 are where its first one is", async () => {
    const halves = {"2001:db8::/65": {country_code: "NO"}, "2001:db8:0:0:8000::/65": {country_code: "SE"}};
    const {find} = await openPlaceFinder({ipv4: null, ipv6: write("halves.mmdb", mmdbOf(halves))});
    for (const client of ["2001:db8::1", "2001:db8::8000:0:0:1"])
      expect(find(canonicalClient(client)).country).toBe("NO");
  });

  test("each family may have a file of its own; both are named", async () => {
    const [four, six] = [{"192.0.2.0/24": {country_code: "FR"}}, {"2001:db8::/32": {country_code: "IT"}}];
    const ipv4 = write("four.mmdb", mmdbOf(four, {ipVersion: 4, databaseType: "Four", day: "2026-03-04"}));
    const ipv6 = write("six.mmdb", mmdbOf(six, {databaseType: "Six"}));
    const {find, describe} = await openPlaceFinder({ipv4, ipv6});
    expect([find("192.0.2.1").country, find("2001:db8:1:2::/64").country]).toEqual(["FR", "IT"]);
    expect(describe).toMatch(/^Four 2026-03-04, Six 2026-01-02, networks of the routing table /);
  });

  test("one file for both is named once", async () => {
    const path = write("one.mmdb", mmdbOf(records, {databaseType: "GeoTest-City"}));
    expect((await openPlaceFinder({ipv4: path, ipv6: path})).describe).toMatch(/^GeoTest-City 2026-01-02, networks/);
  });
});

describe("where a client is, by the database that comes with Broadsheet", () => {
  test("countries are known, cities are not", async () => {
    const {find, describe} = await openPlaceFinder(bundled);
    // Networks that have been theirs for long: the universities of Helsinki and Waterloo, the German research network.
    expect(find("128.214.1.1")).toMatchObject({country: "FI", region: null, city: null});
    expect(find("129.97.1.1")).toMatchObject({country: "CA"});
    expect(find(canonicalClient("2001:638::1"))).toMatchObject({country: "DE"});
    expect(describe).toMatch(/^@ip-location-db\/geo-whois-asn-country-mmdb \d+\.\d+\.\d+ \(from the statements/);
  });

  test("networks for examples and measuring are nowhere", async () => {
    const {find} = await openPlaceFinder(bundled);
    const clients = ["192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "2001:db8::1", "3fff::1", "2001:2::1"];
    for (const client of clients) expect(find(canonicalClient(client)), client).toEqual(none);
  });

  test("private, local and other unrouted addresses are nowhere", async () => {
    const {find} = await openPlaceFinder(bundled);
    for (const client of [
      ...["0.0.0.0", "10.255.255.255", "100.64.0.1", "127.0.0.1", "169.254.1.1", "172.31.0.1", "192.168.1.1"],
      ...["224.0.0.1", "255.255.255.255", "::1", "::", "64:ff9b::808:808", "fc00::1", "fe80::1%eth0", "ff02::1"],
    ]) {
      expect(find(canonicalClient(client)), client).toEqual(none);
    }
  });

  test("a country has two capitals, whatever the address", async () => {
    const {find} = await openPlaceFinder(bundled);
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), (client) => {
        const {country, region, city} = find(canonicalClient(client));
        expect(country ?? "XX").toMatch(/^[A-Z]{2}$/);
        expect([region, city]).toEqual([null, null]);
      }),
      {seed: 2005, numRuns: 2000},
    );
  });

  test("it serves the family for which no other is given", async () => {
    const ipv4 = write("only-four.mmdb", mmdbOf({"192.0.2.0/24": {country_code: "FR"}}, {ipVersion: 4}));
    const {find, describe} = await openPlaceFinder({ipv4, ipv6: null});
    expect(find("192.0.2.1").country).toBe("FR");
    expect(find(canonicalClient("2001:638::1")).country).toBe("DE");
    expect(describe).toMatch(/^Test-City 2026-01-02, @ip-location-db/);
  });
});

describe("whose network a client is in, by the file that comes with Broadsheet", () => {
  // As the registries and the companies themselves say it.
  for (const [client, network] of [
    ["8.8.8.8", "AS15169 Google LLC"],
    ["1.1.1.1:443", "AS13335 Cloudflare, Inc."],
    ["[2001:4860:4860::8888]:53", "AS15169 Google LLC"],
    ["2a02:ec80:300:ed1a::1", "AS14907 Wikimedia Foundation Inc."],
    ["::ffff:8.8.8.8", "AS15169 Google LLC"],
    ["10.1.2.3", null],
    ["203.0.113.7", null],
    ["240.0.0.1", null],
    ["255.255.255.255", null],
    ["2001:db8::1", null],
    ["fe80::1", null],
    ["::1", null],
    ["reader-17.example.net", null],
  ] as const) {
    test(`${client} is in ${network ?? "no known network"}`, async () => {
      expect((await openPlaceFinder(bundled)).find(canonicalClient(client)).network).toBe(network);
    });
  }

  test("no address whatever gives anything but nothing, or a number and a name", async () => {
    const {find} = await openPlaceFinder(bundled);
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (client) => {
        expect(find(canonicalClient(client)).network ?? "AS1").toMatch(/^AS[1-9]\d*( \S.*)?$/);
      }),
      {seed: 2005, numRuns: 2000},
    );
  });

  test("a database of the workspace's own takes its place", async () => {
    const record = {autonomous_system_number: 64_496, autonomous_system_organization: "Example Net"};
    const path = write("owners.mmdb", mmdbOf({"8.8.0.0/16": record}, {databaseType: "Test-ASN"}));
    const {find, describe} = await openPlaceFinder({...bundled, owners: path});
    expect([find("8.8.8.8").network, find("1.1.1.1").network]).toEqual(["AS64496 Example Net", null]);
    expect(describe).toMatch(/, Test-ASN 2026-01-02$/);
  });
});

describe("what is no database of places is refused: PLACES_REFUSED", () => {
  const places = mmdbOf(records);
  const numbers = {
    "192.0.2.0/24": {autonomous_system_number: 64_496},
    "2001:db8::/32": {autonomous_system_number: 64_497},
  };
  const asn = {databaseType: "Test-ASN"};
  const four = {"192.0.2.0/24": {country_code: "FR"}};
  for (const [what, content, family, message] of [
    ["a text", "This is no database.\n".repeat(1000), 4, "is no database of places"],
    ["an empty file", "", 4, "is no database of places"],
    ["one that breaks off", places.subarray(0, places.length / 2), 4, "is no database of places"],
    ["one whose description breaks off", places.subarray(0, places.length - 60), 4, "is damaged"],
    ["one whose beginning is lost", places.subarray(places.indexOf("MaxMind.com") - 3), 4, "is damaged"],
    ["one of networks' owners", mmdbOf(numbers, asn), 4, "knows no country of any IPv4 address (Test-ASN)"],
    ["one of networks' owners, for IPv6", mmdbOf(numbers, asn), 6, "knows no country of any IPv6 address (Test-ASN)"],
    ["an empty one", mmdbOf({}), 4, "knows no country of any IPv4 address"],
    ["one without IPv6, for IPv6", mmdbOf(four, {ipVersion: 4}), 6, "knows IPv4 addresses only"],
    ["one with places of IPv4 only, for IPv6", mmdbOf(four), 6, "knows no country of any IPv6 address"],
    [
      "one with places of IPv6 only, for IPv4",
      mmdbOf({"2001:db8::/32": {country_code: "IT"}}),
      4,
      "knows no country of any IPv4 address",
    ],
  ] as const) {
    test(what, async () => {
      const path = write("refused.mmdb", content);
      await expect(openPlaceFinder({...bundled, [`ipv${family}`]: path})).rejects.toMatchObject({
        code: "PLACES_REFUSED",
        where: path,
        message: expect.stringContaining(message),
      });
    });
  }

  test("a file that is not there", async () => {
    const path = join(folder, "nowhere.mmdb");
    const refused = {code: "PLACES_REFUSED", where: path, message: "there is no such file"};
    await expect(openPlaceFinder({ipv4: path, ipv6: null})).rejects.toMatchObject(refused);
  });

  test("a folder", async () => {
    const path = join(folder, "folder.mmdb");
    mkdirSync(path);
    const refused = {code: "PLACES_REFUSED", where: path, message: "it is a folder"};
    await expect(openPlaceFinder({ipv4: null, ipv6: path})).rejects.toMatchObject(refused);
  });
});

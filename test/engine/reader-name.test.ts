import {mkdtempSync, rmSync} from "node:fs";
import {isIPv6} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {canonicalClient} from "../../src/base/address.ts";
import {DuckDbEngine} from "../../src/engine/duckdb.ts";
import {readerMacros, readerSql} from "../../src/intake/reader-sql.ts";
import {networkName, readerId} from "../../src/workspace/reader-id.ts";

const key = "000102030405060708090a0b0c0d0e0f";
const folder = mkdtempSync(join(tmpdir(), "broadsheet-names-"));
let engine: DuckDbEngine;

beforeAll(async () => {
  engine = await DuckDbEngine.open(folder);
  for (const macro of readerMacros) await engine.run(macro);
});
afterAll(() => {
  engine.close();
  rmSync(folder, {recursive: true, force: true});
});

/** What the SQL of intake makes of each client: its name, its number, and of an IPv6 address its networks'. */
async function namesOf(clients: readonly string[]): Promise<unknown[]> {
  const list = clients.map((client) => `'${client.replaceAll("'", "''")}'`).join(", ");
  return engine.rows(`select name, ${readerSql("name", key)}::varchar as id,
    case when contains(name, ':') then ${readerSql("network_name(name, 3)", key)}::varchar end as id48,
    case when contains(name, ':') then ${readerSql("network_name(name, 2)", key)}::varchar end as id32
    from (select number, client_name(client) as name
      from (select unnest(range(${clients.length})) as number, unnest([${list}]) as client)) order by number`);
}

function namesWanted(client: string): unknown {
  const name = canonicalClient(client);
  const bare = client.replace(/^\[/, "").replace(/[\]%].*$/, "");
  const isNetwork = name.includes(":");
  return {
    name,
    id: String(readerId(name, key)),
    id48: isNetwork ? String(readerId(networkName(bare, 48), key)) : null,
    id32: isNetwork ? String(readerId(networkName(bare, 32), key)) : null,
  };
}

const group = fc.integer({min: 0, max: 0xffff});
const manyZeros = fc.oneof(fc.constant(0), group);

/** One way of writing eight groups: case, leading zeros, and which run of zeros is left out. */
const ipv6 = fc
  .record({
    groups: fc.array(manyZeros, {minLength: 8, maxLength: 8}),
    width: fc.constantFrom(1, 4),
    isUpper: fc.boolean(),
    from: fc.integer({min: 0, max: 7}),
    isShort: fc.boolean(),
    hasTail: fc.boolean(),
  })
  .map(({groups, width, isUpper, from, isShort, hasTail}) => {
    const spelt = groups.map((one) => one.toString(16).padStart(width, "0"));
    if (hasTail) {
      const octets = groups.slice(6).flatMap((one) => [one >> 8, one & 255]);
      spelt.splice(6, 2, octets.join("."));
    }
    let text = spelt.join(":");
    if (isShort && groups[from] === 0 && from < spelt.length) {
      let until = from;
      while (until + 1 < (hasTail ? 6 : 8) && groups[until + 1] === 0) until++;
      if (from < (hasTail ? 6 : 8)) text = `${spelt.slice(0, from).join(":")}::${spelt.slice(until + 1).join(":")}`;
    }
    return isUpper ? text.toUpperCase() : text;
  })
  .filter((text) => isIPv6(text));

const ipv4 = fc.array(fc.integer({min: 0, max: 255}), {minLength: 4, maxLength: 4}).map((octets) => octets.join("."));
const port = fc.integer({min: 1, max: 65_535});
const hostName = fc
  .array(fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9-]{0,6}[A-Za-z0-9])?$/), {minLength: 1, maxLength: 4})
  .map((labels) => labels.join("."));

describe("the SQL of intake names a client as TypeScript does", () => {
  for (const [what, clients] of [
    ["IPv4 addresses", ipv4],
    ["IPv4 addresses with a port", fc.tuple(ipv4, port).map(([address, number]) => `${address}:${number}`)],
    [
      "IPv4 addresses in IPv6 clothing",
      fc.tuple(fc.constantFrom("::ffff:", "::FFFF:"), ipv4).map((both) => both.join("")),
    ],
    ["IPv6 addresses", ipv6],
    ["IPv6 addresses in brackets", ipv6.map((address) => `[${address}]`)],
    [
      "IPv6 addresses in brackets with a port",
      fc.tuple(ipv6, port).map(([address, number]) => `[${address}]:${number}`),
    ],
    ["IPv6 addresses with a zone", ipv6.map((address) => `${address}%eth0`)],
    ["host names", hostName],
  ] as const) {
    test(what, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(clients, {minLength: 1, maxLength: 60}), async (some) => {
          expect(await namesOf(some)).toEqual(some.map(namesWanted));
        }),
        {seed: 2005, numRuns: 15},
      );
    });
  }
});

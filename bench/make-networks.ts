import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {constants, zstdCompressSync} from "node:zlib";

/*
 * Makes `src/intake/places/networks.bin` of the npm package `@ip-location-db/asn`: which networks the routing table has, and whose they are.
 *
 *     npm pack @ip-location-db/asn@VERSION && tar xf ip-location-db-asn-*.tgz && node bench/make-networks.ts package
 *
 * The package is 65 MB of text, and its data are all that a program wants of it.
 */
const [folder = "package"] = process.argv.slice(2);
const row = /^(\d+),(\d+),(\d+),(?:"((?:[^"]|"")*)"|(.*))$/;

/** Where something begins, and the number of its system; 0 where it is nobody's. */
type Start = readonly [first: bigint, system: number];

const names = new Map<number, string>();

/** @param narrowest Bits of an address that are told apart. */
function startsIn(file: string, narrowest: bigint): Start[] {
  const starts: [bigint, number][] = [];
  let next = 0n;
  const begin = (first: bigint, system: number): void => {
    const last = starts.at(-1);
    if (last?.[0] === first) last[1] = system;
    else if (last?.[1] !== system) starts.push([first, system]);
  };
  for (const line of readFileSync(join(folder, file), "utf8").trimEnd().split(/\r?\n/)) {
    const [, first, last, number, quoted, plain] = row.exec(line) ?? [];
    if (number === undefined) throw new Error(`${file}: ${line}`);
    names.set(Number(number), (quoted ?? plain ?? "").replaceAll('""', '"').replace(/\s+/g, " ").trim());
    const [from, until] = [BigInt(first!) >> narrowest, (BigInt(last!) >> narrowest) + 1n];
    if (from > next) begin(next, 0);
    begin(from, Number(number));
    next = until;
  }
  begin(next, 0);
  return starts;
}

/** Seven bits a byte, the lowest first; all but the last byte of a number have the eighth bit. */
function written(numbers: readonly number[]): Buffer {
  const bytes: number[] = [];
  for (let number of numbers) {
    for (; number >= 128; number = Math.floor(number / 128)) bytes.push((number % 128) + 128);
    bytes.push(number);
  }
  return Buffer.from(bytes);
}

const differences = (numbers: readonly number[]): number[] =>
  numbers.map((one, place) => one - (numbers[place - 1] ?? 0));

const ipv4 = startsIn("asn-ipv4-num.csv", 0n).filter(([first]) => first < 1n << 32n);
const ipv6 = startsIn("asn-ipv6-num.csv", 64n).filter(([first]) => first < 1n << 64n);
const systems = [...names].toSorted(([one], [other]) => one - other);
const places = new Map(systems.map(([number], place) => [number, place + 1]));
const systemsOf = (starts: readonly Start[]): Buffer => written(starts.map(([, number]) => places.get(number) ?? 0));
const {version} = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {version: string};
const made = version.replace(/^.*\.(\d{4})(\d{2})(\d{2})\d*$/, "$1-$2-$3");
const head = {made, systems: systems.length, ipv4: ipv4.length, ipv6: ipv6.length};
const content = Buffer.concat([
  Buffer.from(`${JSON.stringify(head)}\n`),
  written(differences(ipv4.map(([first]) => Number(first)))),
  systemsOf(ipv4),
  written(differences(ipv6.map(([first]) => Number(first >> 32n)))),
  written(ipv6.map(([first]) => Number(first & 0xffff_ffffn))),
  systemsOf(ipv6),
  Buffer.from(systems.map(([number, name]) => `AS${number} ${name}`.trim()).join("\n")),
]);
const packed = zstdCompressSync(content, {params: {[constants.ZSTD_c_compressionLevel]: 19}});
writeFileSync(new URL("../src/intake/places/networks.bin", import.meta.url), packed);
process.stdout.write(`${JSON.stringify(head)} ${content.length} bytes, packed ${packed.length}\n`);

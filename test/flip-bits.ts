import {existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {expect} from "vitest";
import type {Workshop} from "./intake/workshop.ts";

/** How often what became of a bit that flipped. */
export interface Flipped {
  same: number;
  refused: number;
}

/** A workspace with requests of two months, places, books of addresses, a closed month and lines in quarantine. */
export async function fillPress(press: Workshop, lines = 400): Promise<void> {
  const first = press.write("a.log", `${logOf("2026-01", lines, 1)}no line at all\n`);
  const second = press.write("b.log", logOf("2026-02", lines, 2));
  await press.ingest([first, second, "--quiet"]);
  press.write("a.log", readFileSync(first, "utf8") + logOf("2026-02", lines / 4, 3));
  await press.ingest([first, "--quiet"]);
  await press.run("close", "2026-01", "--undecided", "--quiet");
}

function logOf(month: string, lines: number, seed: number): string {
  const name = month.endsWith("01") ? "Jan" : "Feb";
  return Array.from({length: lines}, (_, at) => {
    const number = (at * 7919 + seed * 104_729) % 10_007;
    const client = `${1 + (number % 200)}.${number % 17}.${at % 5}.${number % 251}`;
    const time = `${String(1 + (at % 28)).padStart(2, "0")}/${name}/2026:${String(at % 24).padStart(2, "0")}:${String(number % 60).padStart(2, "0")}:00 +0000`;
    return `${client} - - [${time}] "GET /page-${number % 41}.html HTTP/1.1" 200 ${1000 + number} "http://site-${number % 9}.example/" "Mozilla/5.0 (${number % 13}) Firefox/99"\n`;
  }).join("");
}

/** The files of the store that hold what was read. */
export function filesOf(
  press: Workshop,
): Record<"facts" | "places" | "addresses" | "retained" | "catalogue" | "key", string[]> {
  const {facts, addresses, retained, catalogue, key} = press.store;
  const inFacts = readdirSync(facts).map((name) => join(facts, name));
  return {
    facts: inFacts.filter((path) => !path.endsWith("-places.parquet")),
    places: inFacts.filter((path) => path.endsWith("-places.parquet")),
    addresses: readdirSync(addresses).map((name) => join(addresses, name)),
    retained: (existsSync(retained) ? readdirSync(retained, {recursive: true, encoding: "utf8"}) : [])
      .map((name) => join(retained, name))
      .filter((path) => statSync(path).isFile()),
    catalogue: [catalogue],
    key: [key],
  };
}

/** What the commands say that read the store: what each must say again, or refuse. */
export async function sayAll(press: Workshop, commands: readonly (readonly string[])[]): Promise<Said[]> {
  const said: Said[] = [];
  for (const words of commands) said.push(await press.run(...words));
  return said;
}

type Said = Awaited<ReturnType<Workshop["run"]>>;

/** The commands that read all of the store. */
export const allCommands = [
  ["report", "2026-01..2026-02", "--format", "json", "--quiet"],
  ["account", "2026-02", "--format", "json", "--quiet"],
  ["review", "2026-02", "--format", "json", "--quiet"],
  ["quarantine"],
];

/**
 * Flips bits of a file, one at a time, and asks all commands: each says the same as before, or that the workspace is damaged, and
 * never anything else.
 */
export async function flipBits(
  press: Workshop,
  path: string,
  bits: readonly number[],
  {commands = allCommands, before}: {commands?: readonly (readonly string[])[]; before: readonly Said[]},
): Promise<Flipped> {
  const whole = readFileSync(path);
  const found: Flipped = {same: 0, refused: 0};
  for (const bit of bits) {
    const bytes = Buffer.from(whole);
    const at = Math.floor(bit / 8) % bytes.length;
    bytes[at]! ^= 1 << (bit % 8);
    writeFileSync(path, bytes);
    const after = await sayAll(press, commands);
    for (const [place, said] of after.entries()) {
      const what = `${commands[place]!.join(" ")}, bit ${bit % 8} of byte ${at} of ${path}: ${said.stderr}`;
      if (said.status === 3) {
        expect(said.stderr, what).toMatch(/^error WORKSPACE_(?:DAMAGED|NEWER)/m);
        found.refused++;
      } else {
        expect({status: said.status, stdout: said.stdout}, what).toEqual({status: 0, stdout: before[place]!.stdout});
        found.same++;
      }
    }
    for (const ending of ["-wal", "-shm"]) rmSync(path + ending, {force: true});
    // What one report leaves for the next is thrown away when it is damaged.
    if (existsSync(dirname(path))) writeFileSync(path, whole);
  }
  return found;
}

import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {Workshop} from "../intake/workshop.ts";
import {linesFrom, type Said} from "../intake/workshop.ts";

/** Makes an edition of the test's month. */
export function publish(workshop: Workshop, ...options: readonly string[]): Promise<Said> {
  return workshop.run("publish", "2026-02", "--date", "2026-03-01", "--no-ranges", "--accept", "a test", ...options);
}

/** Reads a log of the month, and publishes it. */
export async function publishNew(workshop: Workshop): Promise<string> {
  workshop.write("a.log", linesFrom(0, 30));
  await workshop.ingest(["a.log"]);
  const said = await publish(workshop, "--quiet");
  if (said.status !== 0) throw new Error(said.stderr);
  return join(workshop.folder, "published", "2026-02");
}

/** The hash of every file in a folder, by its path. */
export function hashesIn(folder: string): Record<string, string> {
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  const paths = entries.map(({parentPath, name}) => join(parentPath, name)).sort();
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1), createHash("sha256").update(readFileSync(path)).digest("hex")]),
  );
}

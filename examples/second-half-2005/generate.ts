import {createHash, hash} from "node:crypto";
import {createReadStream, existsSync, mkdirSync, writeFileSync} from "node:fs";
import {rename, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import {fileURLToPath} from "node:url";
import {parseArgs, promisify} from "node:util";
import {createGunzip, gzip} from "node:zlib";
import {figuresFile, loggedMonths, type MonthFigures, readFigures} from "./model/figures.ts";
import {linesOfMonth} from "./model/month.ts";

const pack = promisify(gzip);

/** The log as the server would have written it. Latin-1, because a few lines hold bytes that are not UTF-8. */
function bytesOf(lines: readonly string[]): Buffer {
  return Buffer.from(`${lines.join("\n")}\n`, "latin1");
}

/** Is this log there, whole, with the lines it should have? A file that cannot be unpacked is not. */
async function isMade(file: string, {sha256}: MonthFigures): Promise<boolean> {
  if (!existsSync(file)) return false;
  const sum = createHash("sha256");
  try {
    await pipeline(createReadStream(file), createGunzip(), sum);
  } catch {
    return false;
  }
  return sum.digest("hex") === sha256;
}

async function makeLog(file: string, figures: MonthFigures, month: number, level: number): Promise<void> {
  const unfinished = `${file}.part`;
  // Packed on another thread, while the next month's lines are made on this one.
  const packed = await pack(bytesOf(linesOfMonth(figures, month)), {level});
  await writeFile(unfinished, packed);
  await rename(unfinished, file);
}

/** What to do besides writing the logs that are missing. */
export interface MakeOptions {
  /** Write every log anew, even where it is there and right. */
  readonly anew?: boolean;
  /** How hard they are packed, from 1 to 9; 6, as servers do, where nothing is said. */
  readonly level?: number;
}

/**
 * Which logs does the folder lack? Writes them, one a month, and says which.
 *
 * Touches nothing else in the folder.
 *
 * @returns Names of the files written; none when all were there.
 */
export async function makeLogs(
  folder: string,
  {anew = false, level = 6}: MakeOptions = {},
): Promise<readonly string[]> {
  mkdirSync(folder, {recursive: true});
  const made = await Promise.all(
    loggedMonths(readFigures()).map(async ([figures, month]) => {
      const name = `access-${figures.period}.log.gz`;
      const file = join(folder, name);
      if (!anew && (await isMade(file, figures))) return null;
      await makeLog(file, figures, month, level);
      return name;
    }),
  );
  return made.filter((name) => name !== null);
}

/** Keeps the checksums of what the generator makes now in figures.json. The figures themselves are written by hand. */
function pinChecksums(): void {
  const figures = readFigures();
  const [before, ...months] = loggedMonths(figures).map(([logged, month]) => ({
    ...logged,
    sha256: hash("sha256", bytesOf(linesOfMonth(logged, month))),
  }));
  writeFileSync(figuresFile, `${JSON.stringify({...figures, before, months}, null, 2)}\n`);
}

if (import.meta.main) {
  const {values} = parseArgs({
    options: {anew: {type: "boolean", default: false}, pin: {type: "boolean", default: false}},
  });
  if (values.pin) pinChecksums();
  const folder = fileURLToPath(new URL("logs/", import.meta.url));
  const made = await makeLogs(folder, {anew: values.anew});
  process.stderr.write(made.length === 0 ? "logs are there\n" : `made ${made.join(", ")}\n`);
}

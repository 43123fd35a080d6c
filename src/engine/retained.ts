import {createHash, randomUUID} from "node:crypto";
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import {join} from "node:path";

/** A period's figures and those of the one that is set beside it are asked for by turns; older ones have rarely another use. */
const mostFiles = 2;

const ending = ".duckdb";

/** A file that is older than this and not finished belongs to nobody any more. */
const abandonedMs = 3_600_000;

/**
 * What engines keep for engines to come: a file each, named by its mark and by what is in it. All of it can be worked out again
 * from the facts, so that a file which is not as it was written is thrown away.
 */
export class RetainedFiles {
  readonly #folder: string;

  /** @param folder Made when something is first kept. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The file that is kept under this mark; null for none. */
  async find(mark: string): Promise<string | null> {
    if (!existsSync(this.#folder)) return null;
    const name = readdirSync(this.#folder).find((one) => one.startsWith(mark) && one.endsWith(ending));
    if (name === undefined) return null;
    const file = join(this.#folder, name);
    if (name !== nameOf(mark, await sha256Of(file))) {
      rmSync(file, {force: true});
      return null;
    }
    // What was used last stays longest.
    utimesSync(file, new Date(), new Date());
    return file;
  }

  /** Keeps what `write` puts into the file it is given, and lets the oldest go. Nothing is kept unless all of it was written. */
  async put(mark: string, write: (file: string) => Promise<void>): Promise<void> {
    mkdirSync(this.#folder, {recursive: true, mode: 0o700});
    const draft = join(this.#folder, `${randomUUID()}.part`);
    try {
      await write(draft);
      chmodSync(draft, 0o600);
      renameSync(draft, join(this.#folder, nameOf(mark, await sha256Of(draft))));
      this.#thinOut();
    } finally {
      rmSync(draft, {force: true});
    }
  }

  #thinOut(): void {
    const now = Date.now();
    const files = readdirSync(this.#folder).map((name) => {
      const path = join(this.#folder, name);
      return {path, isWhole: name.endsWith(ending), at: statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? now};
    });
    const whole = files.filter(({isWhole}) => isWhole).sort((one, other) => other.at - one.at);
    const abandoned = files.filter(({isWhole, at}) => !isWhole && now - at > abandonedMs);
    for (const {path} of [...whole.slice(mostFiles), ...abandoned]) rmSync(path, {force: true});
  }
}

function nameOf(mark: string, sha256: string): string {
  return `${mark}-${sha256}${ending}`;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const bytes of createReadStream(file, {highWaterMark: 1 << 20})) hash.update(bytes);
  return hash.digest("hex");
}

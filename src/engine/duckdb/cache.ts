import {createHash, randomUUID} from "node:crypto";
import {createReadStream, mkdirSync, readdirSync, renameSync, statSync, utimesSync} from "node:fs";
import {join} from "node:path";
import {deleteOwn, ownForms, ownNames} from "../../base/own-files.ts";

/** A period's figures and those of the one that is set beside it are asked for by turns; older ones have rarely another use. */
const mostFolders = 2;

const ending = ".kept";

/** What is older than this and not finished belongs to nobody any more. */
const abandonedMs = 3_600_000;

/**
 * What engines keep for engines to come: a folder each, named by its key and by what is in its files. All of it can be worked out
 * again from the facts, so that a folder which is not as it was written is thrown away.
 */
export class CacheFolders {
  readonly #top: string;
  /** Folders that engines of this process read, one for each that does. */
  readonly #inUse: string[] = [];

  /** @param top Made when something is first kept. */
  constructor(top: string) {
    this.#top = top;
  }

  /** The folder that is kept under this key, which stays until it is {@link leave left}; null for none. */
  async use(cacheKey: string): Promise<string | null> {
    const name = ownNames(this.#top, ownForms.retained).find((one) => one.startsWith(cacheKey) && one.endsWith(ending));
    if (name === undefined) return null;
    const folder = join(this.#top, name);
    this.#inUse.push(folder);
    let isWhole = false;
    try {
      isWhole = name === nameOf(cacheKey, await sha256Of(folder));
    } finally {
      if (!isWhole) this.leave([folder]);
    }
    if (!isWhole) {
      this.#remove(name);
      return null;
    }
    // What was used last stays longest. Where it may only be read, it stays anyway.
    try {
      utimesSync(folder, new Date(), new Date());
    } catch {}
    return folder;
  }

  /** Keeps what `write` puts into the folder it is given, and lets the oldest go. Nothing is kept unless all of it was written. */
  async put(cacheKey: string, write: (folder: string) => Promise<void>): Promise<void> {
    const part = `${randomUUID()}.part`;
    const draft = join(this.#top, part);
    mkdirSync(draft, {recursive: true, mode: 0o700});
    try {
      await write(draft);
      renameSync(draft, join(this.#top, nameOf(cacheKey, await sha256Of(draft))));
      this.#thinOut();
    } finally {
      this.#remove(part);
    }
  }

  /** Leaves folders that were used, once for each use: others may delete them from then on. */
  leave(folders: readonly string[]): void {
    for (const folder of folders) this.#inUse.splice(this.#inUse.indexOf(folder), 1);
  }

  #remove(...names: readonly string[]): void {
    deleteOwn(this.#top, ownForms.retained, (name) => names.includes(name));
  }

  #thinOut(): void {
    const now = Date.now();
    const folders = ownNames(this.#top, ownForms.retained).map((name) => {
      const path = join(this.#top, name);
      return {name, isWhole: name.endsWith(ending), at: statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? now};
    });
    const whole = folders.filter(({isWhole}) => isWhole).sort((one, other) => other.at - one.at);
    const abandoned = folders.filter(({isWhole, at}) => !isWhole && now - at > abandonedMs);
    const names = [...whole.slice(mostFolders), ...abandoned].map(({name}) => name);
    this.#remove(...names.filter((name) => !this.#inUse.includes(join(this.#top, name))));
  }
}

function nameOf(cacheKey: string, sha256: string): string {
  return `${cacheKey}-${sha256}${ending}`;
}

/** What is in the folder's files, one after the other. */
async function sha256Of(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).sort()) {
    hash.update(`${name}\n`);
    for await (const bytes of createReadStream(join(folder, name), {highWaterMark: 1 << 20})) hash.update(bytes);
  }
  return hash.digest("hex");
}

import {readFileSync} from "node:fs";
import {programSha256} from "../../base/program.ts";
import {writeWhole} from "../../base/whole-file.ts";
import {sealOf} from "../../workspace/seal.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {type Looked, lookAt} from "./looked.ts";

interface Kept {
  /** What it was found out from. */
  readonly from: string;
  readonly looked: Looked<unknown>;
}

/**
 * What was found out at some cost, by what it was found out from: where that is the same it holds, and where not it is no answer any more.
 *
 * One file under the workspace's key, so that nobody else puts answers into it. It holds days, counts and figures alone. Where it is
 * damaged, or of another program, there is nothing in it; where it cannot be written, all is found out again.
 */
export class RememberedAnswers {
  readonly #path: string;
  readonly #key: string;
  readonly #folder: string;
  readonly #known: Map<string, Kept>;
  /** Those that were asked for; the others are of nothing that is there any more. */
  readonly #asked = new Map<string, Kept>();

  constructor({store, key, folder}: Pick<Workspace, "store" | "key" | "folder">) {
    this.#path = store.today;
    this.#key = key;
    this.#folder = folder;
    this.#known = readKept(this.#path, key);
  }

  /**
   * The answer that is kept, or what `find` gives, which is kept then.
   *
   * What could not be found out is kept for those who do not wait; who waits tries again, since a person may have mended it.
   *
   * @param from All that the answer rests on; the program is added.
   * @param find Null where nothing is to be found out.
   */
  async look<T>(name: string, from: unknown, find: (() => Promise<T>) | null): Promise<Looked<T>> {
    const rests = sealOf(JSON.stringify([programSha256(), name, from]), this.#key);
    const known = this.#known.get(name);
    if (known?.from === rests && (known.looked.is === "found" || find === null)) {
      this.#asked.set(name, known);
      return known.looked as Looked<T>;
    }
    if (find === null) return {is: "unknown"};
    const looked = await lookAt(this.#folder, async (): Promise<Looked<T>> => ({is: "found", value: await find()}));
    this.#asked.set(name, {from: rests, looked});
    // At once: what comes next may be stopped.
    this.#write(new Map([...this.#known, ...this.#asked]));
    return looked;
  }

  /** Lets go of what was not asked for. */
  thinOut(): void {
    if (this.#asked.size < new Map([...this.#known, ...this.#asked]).size) this.#write(this.#asked);
  }

  #write(kept: ReadonlyMap<string, Kept>): void {
    const text = JSON.stringify([...kept]);
    try {
      writeWhole(this.#path, `${sealOf(text, this.#key)}\n${text}`, 0o600);
    } catch {
      // A store that may only be read, or a disk without room.
    }
  }
}

function readKept(path: string, key: string): Map<string, Kept> {
  try {
    const [seal, text = ""] = readFileSync(path, "utf8").split("\n");
    return seal === sealOf(text, key) ? new Map(JSON.parse(text) as [string, Kept][]) : new Map();
  } catch {
    return new Map();
  }
}

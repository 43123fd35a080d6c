import {randomUUID} from "node:crypto";
import {rmSync} from "node:fs";
import {join} from "node:path";
import {parseJsonAnswer} from "../../engine/clickhouse/answers.ts";
import type {Cluster} from "../../engine/clickhouse/cluster.ts";
import {Journal, takenOut} from "../../engine/clickhouse/journal.ts";
import {Loads} from "../../engine/clickhouse/loads.ts";
import {SealedBooks} from "../../engine/clickhouse/sealed-names.ts";
import type {FactStore} from "../../engine/fact-store.ts";
import {readSealed} from "../../workspace/address-book.ts";
import type {
  Catalogue,
  CatalogueAddition,
  InputRow,
  PartWithBooks,
  SealedNamesRow,
} from "../../workspace/catalogue/catalogue.ts";
import type {UnreadFile} from "../../workspace/catalogue/rows.ts";
import {
  type SharedAddition,
  type SharedClosing,
  type SharedUnread,
  sharedAddition,
  sharedClosing,
  sharedUnread,
} from "./addition.ts";
import {EnteredTimes} from "./entered-times.ts";

type SharedPart = SharedAddition["parts"][number];

/** An addition whose parts are files on this machine. */
export interface LocalAddition extends Omit<CatalogueAddition, "part" | "moreParts" | "books"> {
  /** With whole paths, and how many lines each has. */
  readonly parts: readonly LocalPart[];
}

/** A file of facts that is to be sent. */
interface LocalPart extends PartWithBooks {
  readonly lines: number;
}

/** A load that was sent, and its books, which were not. */
interface SentPart {
  readonly part: Omit<SharedPart, "books">;
  readonly books: readonly SealedNamesRow[];
}

/** With what an addition is sent. */
interface Sending {
  /** How far in the book the catalogue was when the addition was found to be new. */
  readonly since: number;
  /** How far in the book the catalogue was when the addition's lines were compared with others'; null where they are not to be. */
  readonly compared: number | null;
  /** Folder for what is on its way. */
  readonly work: string;
  readonly engine: FactStore;
}

/** More lines than any input has. */
export const allLines = 2 ** 32;

/** Another machine has entered something that this input may be, or may continue: it has to be looked at again. */
export class Overtaken extends Error {}

/** Another machine has entered something of the same time: lines have to be compared with its lines, too. */
export class Uncompared extends Error {}

/**
 * What many machines have read together: the cluster's book, and this process's catalogue as it follows from it.
 *
 * The catalogue's files are loads of the cluster, by their ids.
 */
export class SharedStore {
  readonly #book: Journal;
  readonly #books: SealedBooks;
  readonly #catalogue: Catalogue;
  /** The catalogue's number of each input, by the id of the entry that began it; and back. */
  readonly #inputs = new Map<string, number>();
  readonly #begun = new Map<number, string>();
  readonly #cluster: Cluster;
  /** What came when: the beginnings of the inputs, in the order of the book. */
  readonly #heads: {readonly number: number; readonly head: string}[] = [];
  readonly #times = new EnteredTimes();
  /** Inputs that were taken out. */
  readonly #gone: InputRow[] = [];
  #next = 0;

  constructor(cluster: Cluster, catalogue: Catalogue) {
    this.#cluster = cluster;
    this.#book = new Journal(cluster);
    this.#books = new SealedBooks(cluster);
    this.#catalogue = catalogue;
  }

  /** How far in the book the catalogue is. */
  get place(): number {
    return this.#next;
  }

  /** Inputs that were taken out, as they were. */
  get gone(): readonly InputRow[] {
    return this.#gone;
  }

  /** Brings the catalogue up to what the book says now. */
  async pull(): Promise<void> {
    const entries = await this.#book.entries(this.#next);
    for (const {number, id, kind, body} of entries) {
      // Two inputs of this process may have asked for the same entries.
      if (number < this.#next) continue;
      const {url} = this.#cluster.first;
      if (kind === "close") this.#close(number, parseJsonAnswer(sharedClosing, body, "a closed month", url));
      else if (kind === "drop") {
        this.#takeOut(number, this.#inputsIn(body));
      } else if (kind === "unread") {
        this.#keepUnread(number, parseJsonAnswer(sharedUnread, body, "files that could not be read", url));
      } else this.#apply(number, id, parseJsonAnswer(sharedAddition, body, "an entry of its journal", url));
    }
  }

  /**
   * Sends what was read and makes it count.
   *
   * @throws {Overtaken} where another machine was faster with something that begins alike; nothing of it counts then.
   * @throws {Uncompared} where one was with something of the same time; nothing of it counts yet.
   */
  async add({parts, ...addition}: LocalAddition, {since, compared, work, engine}: Sending): Promise<void> {
    const loads = new Loads(this.#cluster, engine);
    const sent: SentPart[] = [];
    for (const {file, places, lines, books, ...part} of parts) {
      const load = Journal.newId();
      await this.#book.begin(load);
      await loads.send({id: load, facts: file, places, lines, work});
      sent.push({part: {...part, load, hasPlaces: places !== null}, books});
    }
    await this.#book.exclusively(async (enter) => {
      const {head} = addition.input;
      await this.pull();
      const others = this.#heads.filter(({number}) => number >= since).map((one) => one.head);
      // A beginning that is not written to its end may be that of any file.
      if (others.length > 0 && (head === "" || others.includes("") || others.includes(head))) throw new Overtaken();
      if (compared !== null && parts.some((part) => this.#times.haveSince(compared, part))) throw new Uncompared();
      const continues = addition.continues ? this.#begun.get(addition.continues.id)! : null;
      const {repeated = []} = addition;
      const shared: SharedAddition = {...addition, repeated, continues, parts: await this.#sendBooks(sent)};
      const id = Journal.newId();
      this.#apply(await enter("add", id, JSON.stringify(shared)), id, shared);
    });
  }

  /** How many of these pairs of second and reader are among the facts of loads? */
  countAlike(
    loads: readonly string[],
    pairs: readonly (readonly [second: string, reader: string])[],
    engine: FactStore,
  ): Promise<number> {
    return new Loads(this.#cluster, engine).countAlike(loads, pairs);
  }

  /** Notes for every machine of which files nothing could be read, and which are over; see {@link LeftOut.noteUnread}. */
  async noteUnread(files: readonly UnreadFile[], over: readonly string[]): Promise<void> {
    const known = new Map(this.#catalogue.leftOut.unread().map(({name, reason}) => [name, reason]));
    const news = files.filter(({name, reason}) => known.get(name) !== reason).slice(0, mostUnread);
    const gone = over.filter((name) => known.has(name) && !files.some((file) => file.name === name));
    if (news.length === 0 && gone.length === 0) return;
    await this.#book.exclusively(async (enter) => {
      await this.pull();
      const noted: SharedUnread = {files: [...news], over: gone};
      this.#keepUnread(await enter("unread", Journal.newId(), JSON.stringify(noted)), noted);
    });
  }

  #keepUnread(number: number, {files, over}: SharedUnread): void {
    this.#catalogue.leftOut.noteUnread(files, over);
    this.#next = number + 1;
  }

  /** Sends the books of months that nobody has closed. Nobody can meanwhile: it is done while this machine alone may enter anything. */
  async #sendBooks(sent: readonly SentPart[]): Promise<SharedPart[]> {
    const closed = this.#catalogue.closedMonths();
    const parts: SharedPart[] = [];
    for (const {part, books} of sent) {
      const kept: SharedPart["books"][number][] = [];
      for (const {file, month, clients} of books.filter((book) => !closed.has(book.month))) {
        const sealed = readSealed(file);
        if (sealed === null) continue;
        await this.#books.send(part.load, kept.length, {month, sealed});
        kept.push({month, clients});
      }
      parts.push({...part, books: kept});
    }
    return parts;
  }

  /** A book of addresses as it was sealed, by the name that the catalogue has for it; null where it is gone. */
  async sealedBook({file}: SealedNamesRow): Promise<Buffer | null> {
    const [load, place] = file.split("-");
    return this.#books.fetch(load!, Number(place));
  }

  /** Closes months for every machine: their addresses are dropped, and none are kept from now on. Those that were closed before stay as they are. */
  async closeMonths(months: readonly string[], closedOn: string): Promise<void> {
    await this.#book.exclusively(async (enter) => {
      await this.pull();
      const before = this.#catalogue.closedMonths();
      for (const month of months.filter((one) => !before.has(one))) {
        const closing: SharedClosing = {month, closedOn};
        this.#close(await enter("close", Journal.newId(), JSON.stringify(closing)), closing);
      }
      // Again where a close was interrupted between the two.
      for (const month of months) await this.#books.drop(month);
    });
  }

  /**
   * Takes inputs out for every machine: none of their rows counts from now on.
   *
   * @param choose Which, of those that there are when nobody else can enter anything.
   */
  async drop(choose: (inputs: readonly InputRow[]) => readonly InputRow[]): Promise<void> {
    await this.#book.exclusively(async (enter) => {
      await this.pull();
      const inputs = choose(this.#catalogue.inputs()).map(({id}) => this.#begun.get(id)!);
      this.#takeOut(await enter("drop", Journal.newId(), JSON.stringify({inputs})), inputs);
    });
  }

  /**
   * Was the input taken out since the catalogue was brought up to date, so that rows of it that were fetched may have been no more all of
   * them? Leaves the catalogue as it is.
   */
  async isTakenOut(input: number): Promise<boolean> {
    const begun = this.#begun.get(input);
    const entries = await this.#book.entries(this.#next);
    return entries.some(({kind, body}) => kind === "drop" && this.#inputsIn(body).some((id) => id === begun));
  }

  /** The inputs that an entry takes out, by the ids of the entries that began them. */
  #inputsIn(body: string): readonly string[] {
    return parseJsonAnswer(takenOut, body, "inputs that were taken out", this.#cluster.first.url).inputs;
  }

  /** Gets the facts of loads back, for as long as `use` takes. */
  async withFacts<T>(
    loads: readonly string[],
    most: number,
    {work, engine}: Pick<Sending, "work" | "engine">,
    use: (files: readonly string[]) => Promise<T>,
  ): Promise<T> {
    // Two inputs of this process may want the same load at once.
    const files = loads.map(() => join(work, `${randomUUID()}.parquet`));
    const sent = new Loads(this.#cluster, engine);
    try {
      for (const [place, load] of loads.entries()) await sent.fetch(load, files[place]!, most);
      return await use(files);
    } finally {
      for (const file of files) rmSync(file, {force: true});
    }
  }

  #close(number: number, {month, closedOn}: SharedClosing): void {
    this.#catalogue.closeMonths([month], closedOn);
    this.#next = number + 1;
  }

  #takeOut(number: number, begun: readonly string[]): void {
    const ids = new Set(begun.flatMap((id) => this.#inputs.get(id) ?? []));
    for (const input of this.#catalogue.inputs().filter(({id}) => ids.has(id))) {
      this.#gone.push(input);
      // Whoever found meanwhile that a log continues it, or adds nothing to it, has to look again.
      this.#heads.push({number, head: input.head});
      this.#inputs.delete(this.#begun.get(input.id)!);
      this.#begun.delete(input.id);
    }
    this.#catalogue.drop([...ids]);
    this.#next = number + 1;
  }

  #apply(number: number, id: string, {continues, parts, ...addition}: SharedAddition): void {
    const known = continues === null ? undefined : this.#inputs.get(continues);
    const [first = null, ...more] = parts.map(({load, hasPlaces, books, ...part}): PartWithBooks => {
      const named = books.map((book, place) => ({...book, file: `${load}-${place}`}));
      return {...part, file: load, places: hasPlaces ? load : null, books: named};
    });
    const before = known === undefined ? undefined : {id: known, ...addition.input};
    const input = this.#catalogue.add({
      ...addition,
      continues: before,
      part: first,
      books: first?.books ?? [],
      moreParts: more,
    });
    if (known === undefined) {
      this.#inputs.set(id, input);
      this.#begun.set(input, id);
    }
    this.#heads.push({number, head: addition.input.head});
    for (const part of parts) this.#times.add(number, part);
    this.#next = number + 1;
  }
}

/** More files at once are a folder of other things. */
const mostUnread = 1000;

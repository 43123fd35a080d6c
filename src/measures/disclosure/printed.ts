import {Sums} from "./sums.ts";

/** A group of requests that a report may print, as the cells that it is made of. */
export interface Group {
  readonly cells: ReadonlySet<number>;
  /** Different readers of all its cells; null where that is not printed. */
  readonly readers: number | null;
  /** Is the number of its requests printed, too? */
  readonly hasRequests: boolean;
  /** Does it hold further requests that no cell is made of? Then it is part of no group. */
  readonly holdsMore?: boolean;
  /** Are its readers not to be told, by any group of the same cells? */
  readonly isHidden?: boolean;
  /** Was it published of this period before? Then its readers are those of then. */
  readonly isPublished?: boolean;
  /** Does it hold another number of requests now than when it was published? */
  readonly hasMoved?: boolean;
}

/** The cells of one kind of request, and how their readers are counted. */
export interface Cells {
  /** The readers of each cell that has a request. */
  readonly readers: ReadonlyMap<number, number>;
  /** How many different readers have several cells together? */
  readersOf(cells: readonly number[]): Promise<number>;
}

/**
 * What a report prints of its groups of requests, so that nobody is pointed at: neither by one group, nor by what is left
 * when printed groups are taken from each other.
 *
 * @source docs/decisions/0017-what-is-hidden-is-chosen-together.md
 */
export class Printed {
  readonly #cells: Cells;
  readonly #smallest: number;
  #groups: Group[] = [];
  /** Sums of the requests that are counted now. */
  #sums: Sums;
  /** The same, and those of groups that have moved since they were published: a small cell of then may not have. */
  #sumsBefore: Sums;

  /** @param smallest A group of fewer readers is not told. */
  constructor(cells: Cells, smallest: number) {
    this.#cells = cells;
    this.#smallest = smallest;
    this.#sums = this.#noSums();
    this.#sumsBefore = this.#noSums();
  }

  /** Every cell that has a request. */
  get all(): ReadonlySet<number> {
    return new Set(this.#cells.readers.keys());
  }

  /** Is it told how many readers have all cells together? */
  get tellsAllReaders(): boolean {
    return this.#groups.every(({isHidden}) => isHidden !== true);
  }

  /** The cells that have a request, out of some. */
  among(cells: Iterable<number>): ReadonlySet<number> {
    return new Set([...cells].filter((cell) => this.#cells.readers.has(cell)));
  }

  /** Counts a group among those that are printed, whatever follows from it. */
  print(group: Group): void {
    this.#groups.push(group);
    if (!group.hasRequests) return;
    this.#sumsBefore.print(group.cells);
    if (group.hasMoved !== true) this.#sums.print(group.cells);
  }

  /** Prints a group unless it points at somebody, by itself or beside what is printed. */
  async admit(group: Group): Promise<boolean> {
    if (!(await this.#isSafe(group))) return false;
    this.print(group);
    return true;
  }

  /** Where to go back to with {@link goBack}. */
  get mark(): number {
    return this.#groups.length;
  }

  /** Takes back what was printed since, but for some of it. */
  goBack(mark: number, kept: readonly Group[]): void {
    const groups = [...this.#groups.slice(0, mark), ...kept];
    this.#groups = [];
    this.#sums = this.#noSums();
    this.#sumsBefore = this.#noSums();
    for (const group of groups) this.print(group);
  }

  #noSums(): Sums {
    const {readers} = this.#cells;
    return new Sums([...readers.keys()], (cell) => readers.get(cell)! >= this.#smallest);
  }

  async #isSafe(group: Group): Promise<boolean> {
    const {cells, readers, hasRequests} = group;
    if (this.#smallest <= 1 || cells.size === 0) return true;
    // What was published tells of itself what it told before, and what has moved of it is told beside it.
    const wasPublished = this.#groups.some((one) => one.isPublished === true && isSameGroup(one, group));
    const beside = wasPublished ? this.#groups.filter(({isPublished}) => isPublished !== true) : this.#groups;
    if (readers !== null && (this.#isFew(readers) || beside.some((one) => this.#pointsBeside(group, one))))
      return false;
    if (!hasRequests) return true;
    const known = wasPublished ? [this.#sums] : [this.#sums, this.#sumsBefore];
    for (const sums of known) if (await this.#tellsFew(sums, cells)) return false;
    return true;
  }

  /** Would some readers be pointed at by one more sum, beside those that are known? */
  async #tellsFew(sums: Sums, cells: ReadonlySet<number>): Promise<boolean> {
    const told = sums.wouldTell(cells);
    if (told === null) return true;
    for (const group of told) if (await this.#isFewReaders(group)) return true;
    return false;
  }

  /** Is one of the two a part of the other, and only a few readers of the whole not in the part? */
  #pointsBeside(group: Group, other: Group): boolean {
    if (other.isHidden === true) return isSameGroup(group, other);
    if (other.readers === null || !this.#isFew(Math.abs(group.readers! - other.readers))) return false;
    const [part, whole] = group.readers! < other.readers ? [group, other] : [other, group];
    return part.holdsMore !== true && part.cells.isSubsetOf(whole.cells);
  }

  async #isFewReaders(cells: readonly number[]): Promise<boolean> {
    // Several cells have at least the readers of one of them; only where that is not enough are they counted.
    if (cells.some((cell) => this.#cells.readers.get(cell)! >= this.#smallest)) return false;
    return cells.length === 1 || this.#isFew(await this.#cells.readersOf(cells));
  }

  #isFew(readers: number): boolean {
    return readers > 0 && readers < this.#smallest;
  }
}

function isSameGroup(one: Group, other: Group): boolean {
  return one.cells.size === other.cells.size && one.cells.isSubsetOf(other.cells);
}

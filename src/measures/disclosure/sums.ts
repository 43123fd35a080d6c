/** Numbers smaller than this are what rounding leaves of 0. */
const nothing = 1e-9;

interface Reduced {
  /** The first cell that is not 0; the value there is 1. */
  readonly lead: number;
  readonly values: Float64Array;
}

/**
 * What follows from sums that were printed, by adding and subtracting them?
 *
 * Every printed count of requests is a sum over cells: groups of requests that share no request. The cells that are large
 * enough to be told come first, so that what is left of a sum after elimination speaks of small cells alone.
 *
 * @source docs/decisions/0017-what-is-hidden-is-chosen-together.md
 */
export class Sums {
  readonly #reduced = new Map<number, Reduced>();
  readonly #order: readonly number[];
  readonly #columnOf: ReadonlyMap<number, number>;
  readonly #large: number;

  /** @param isLarge Has the cell so many readers that whatever holds it points at nobody? */
  constructor(cells: readonly number[], isLarge: (cell: number) => boolean) {
    const [large, small] = [cells.filter(isLarge), cells.filter((cell) => !isLarge(cell))];
    this.#order = [...large, ...small];
    this.#large = large.length;
    this.#columnOf = new Map(this.#order.map((cell, column) => [cell, column]));
  }

  /**
   * Which groups of small cells would be told for the first time, were this sum printed, too?
   *
   * @returns The cells of each; null where they overlap, so that more groups follow from them than are listed.
   */
  wouldTell(cells: Iterable<number>): number[][] | null {
    const left = this.#eliminated(this.#vectorOf(cells));
    if (left === null || left.lead < this.#large) return [];
    const before = [...this.#reduced.values()].filter(({lead}) => lead >= this.#large);
    const after = [left.values, ...before.map(({values}) => less(values, left))];
    const told = after.filter((values, place) => place === 0 || values !== before[place - 1]!.values);
    const groups = told.map((values) => columnsOf(values));
    const seen = new Set<number>();
    for (const column of after.flatMap((values) => columnsOf(values))) {
      if (seen.has(column)) return null;
      seen.add(column);
    }
    return groups.map((columns) => columns.map((column) => this.#order[column]!));
  }

  /** Counts a sum among those that are printed. */
  print(cells: Iterable<number>): void {
    const left = this.#eliminated(this.#vectorOf(cells));
    if (left === null) return;
    // Those before stay free of the new lead, so that each group of small cells is told by one of them.
    for (const [lead, one] of this.#reduced) this.#reduced.set(lead, {lead, values: less(one.values, left)});
    this.#reduced.set(left.lead, left);
  }

  #vectorOf(cells: Iterable<number>): Float64Array {
    const values = new Float64Array(this.#order.length);
    for (const cell of cells) values[this.#columnOf.get(cell)!] = 1;
    return values;
  }

  /** What the sums printed before do not say of this one; null where they say all of it. */
  #eliminated(values: Float64Array): Reduced | null {
    let lead = -1;
    for (let column = 0; column < values.length; column++) {
      const value = values[column]!;
      if (Math.abs(value) < nothing) continue;
      const known = this.#reduced.get(column);
      if (known) subtract(values, known.values, value, column);
      else if (lead < 0) lead = column;
    }
    if (lead < 0) return null;
    const first = values[lead]!;
    return {lead, values: values.map((value) => (Math.abs(value) < nothing ? 0 : value / first))};
  }
}

function columnsOf(values: Float64Array): number[] {
  return [...values.keys()].filter((column) => values[column] !== 0);
}

/** The values without what they have of a sum; themselves where they have nothing of it. */
function less(values: Float64Array, {lead, values: taken}: Reduced): Float64Array {
  const times = values[lead]!;
  if (times === 0) return values;
  const left = values.slice();
  subtract(left, taken, times, lead);
  return left.map((value) => (Math.abs(value) < nothing ? 0 : value));
}

function subtract(values: Float64Array, taken: Float64Array, times: number, from: number): void {
  for (let column = from; column < values.length; column++) values[column]! -= times * taken[column]!;
  values[from] = 0;
}

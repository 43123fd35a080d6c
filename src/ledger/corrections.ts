import {quoted} from "../workspace/sheet/cell.ts";

/** What a row says of itself beside its figures. */
export interface RowName {
  readonly line: number;
  /** Null where it has none. */
  readonly id: string | null;
  /** The id of the row that it replaces; null where it replaces none. */
  readonly corrects: string | null;
}

type Refuse = (what: string, help: string, column: string) => void;

interface Named {
  readonly line: number;
  /** Where the row's figures stand among those that count. */
  readonly slot: number;
  /** The id under which the row was corrected; null where it is the newest. */
  correctedBy: string | null;
}

interface Unfound extends RowName {
  readonly corrects: string;
}

/**
 * The rows of a book that count: each correction stands in the place of the row that it corrects.
 *
 * A book is only ever added to. What is corrected stays in the file, and the newest correction counts. A correction may
 * have an id of its own, by which it is corrected in turn, or keeps that of the row it corrects.
 */
export class CorrectedRows<Row> {
  readonly #slots: ({readonly row: Row; readonly line: number} | null)[] = [];
  readonly #byId = new Map<string, Named>();
  readonly #unfound: Unfound[] = [];

  /** Takes the next row; null is one that withdraws what it corrects, or that has faults of its own. */
  take(row: Row | null, name: RowName, refuse: Refuse): void {
    const {line, id, corrects} = name;
    if (corrects === null) {
      if (id !== null && this.#isTaken(id, refuse)) return;
      if (id !== null) this.#byId.set(id, {line, slot: this.#slots.length, correctedBy: null});
      this.#slots.push(row === null ? null : {row, line});
      return;
    }
    const found = this.#byId.get(corrects);
    if (found === undefined) {
      this.#unfound.push({...name, corrects});
      return;
    }
    if (found.correctedBy !== null) {
      const newest = this.#newestOf(found);
      const what = `${quoted(corrects)} is corrected already, in line ${this.#byId.get(found.correctedBy)!.line}`;
      refuse(what, `write ${newest} under corrects: the newest row is the one to correct`, "corrects");
      return;
    }
    const own = id ?? corrects;
    if (own !== corrects && this.#isTaken(own, refuse)) return;
    if (own !== corrects) found.correctedBy = own;
    this.#byId.set(own, {line, slot: found.slot, correctedBy: null});
    this.#slots[found.slot] = row === null ? null : {row, line};
  }

  /** After the last row: tells which corrections found nothing to correct. */
  tellUnfound(refuse: (line: number, ...why: Parameters<Refuse>) => void): void {
    const byId = new Map(this.#unfound.flatMap((row) => (row.id === null ? [] : [[row.id, row] as const])));
    const told = new Set<string>();
    for (const row of this.#unfound) {
      const {line, corrects} = row;
      if (told.has(corrects)) continue;
      const circle = circleFrom(row, byId);
      const later = corrects === row.id ? undefined : (this.#byId.get(corrects) ?? byId.get(corrects));
      if (circle !== null) {
        for (const id of circle) told.add(id);
        const help = "leave corrects empty in the oldest of them";
        refuse(line, `these corrections go in a circle: ${circle.join(" → ")}`, help, "corrects");
      } else if (later !== undefined) {
        const help = "put the correction below the row that it corrects";
        refuse(line, `${quoted(corrects)} comes only later, in line ${later.line}`, help, "corrects");
      } else {
        const help = "write the id of the row to correct, or give that row this id";
        refuse(line, `there is no row above with the id ${quoted(corrects)}`, help, "corrects");
      }
    }
  }

  /** The rows that count, each with the line it stands in. */
  rows(): readonly {readonly row: Row; readonly line: number}[] {
    return this.#slots.filter((slot) => slot !== null);
  }

  #isTaken(id: string, refuse: Refuse): boolean {
    const twin = this.#byId.get(id);
    if (twin === undefined) return false;
    const help = `give the row another id; to replace line ${twin.line}, write ${id} under corrects`;
    refuse(`the id ${quoted(id)} is there already, in line ${twin.line}`, help, "id");
    return true;
  }

  #newestOf(named: Named): string {
    let [newest, id] = [named, ""];
    while (newest.correctedBy !== null) {
      id = newest.correctedBy;
      newest = this.#byId.get(id)!;
    }
    return id;
  }
}

/** The ids along which corrections lead back to where they began; null where they do not. */
function circleFrom(start: Unfound, byId: ReadonlyMap<string, Unfound>): readonly string[] | null {
  if (start.id === null || start.id === start.corrects) return null;
  const way = [start.id];
  for (let row: Unfound | undefined = start; row !== undefined; row = byId.get(row.corrects)) {
    if (way.length > 1 && way.indexOf(row.corrects) > 0) return null;
    way.push(row.corrects);
    if (row.corrects === start.id) return way;
  }
  return null;
}

import type {InputLines} from "../line/input-lines.ts";
import type {LineStanding} from "../line/mixed-lines.ts";
import {fits} from "./layout-code.ts";
import type {LineOrder, LineShape} from "./line-scanner.ts";
import type {ScannedLines} from "./scanned-lines.ts";

/** So many lines are looked at before it is known how they stand. */
const fewLines = 1 << 10;

/** Tells from lines that were read as text how the plain ones of an input stand, so that the next are scanned. */
export class InputStanding {
  readonly #shape: LineShape | null;
  #standing: LineStanding | null = null;
  #isFirst = true;
  /** The last line that was read as text and is a request, and how many there were of those since the last part. */
  #text = "";
  #requests = 0;
  readonly #passedOver = new Map<string, number>();

  /** @param shape Of the plain lines; null where they are not of the combined family. */
  constructor(shape: LineShape | null) {
    this.#shape = shape;
  }

  /** So many lines are to be read as text at once. */
  get mostOdd(): number | undefined {
    return this.#isFirst ? fewLines : undefined;
  }

  /** How the next lines are to be scanned; null where each has to be read as text. */
  orderOf(rest: Pick<LineOrder, "hasQuery" | "earliest" | "latest">): LineOrder | null {
    const {layout = null, before = null} = this.#standing ?? {};
    const shape = this.#shape ?? (layout && unused);
    if (shape === null || (layout?.hasQuery && rest.hasQuery)) return null;
    const {mostOdd} = this;
    return {...rest, shape, layout, before: before?.signs ?? null, ...(mostOdd === undefined ? {} : {mostOdd})};
  }

  /** Takes a line that was read as text, and is a request. */
  see(text: string): void {
    this.#text = text;
    this.#requests++;
  }

  /** Takes note of what was scanned in the order asked for, and looks anew where most lines do not stand so. */
  endPart({lines, odd, ignored, short}: ScannedLines, own: InputLines): void {
    const name = this.#standing?.before?.name;
    const scanned = lines - odd.length - ignored - short;
    if (name !== undefined && scanned > 0) this.#passedOver.set(name, (this.#passedOver.get(name) ?? 0) + scanned);
    if (this.#requests * 2 > lines) {
      const found = own.standingOf(this.#text);
      const isScanned = found !== null && (this.#shape !== null || found.layout !== null);
      this.#standing = isScanned && (found.layout === null || fits(found.layout)) ? found : null;
    }
    this.#isFirst = false;
    this.#requests = 0;
  }

  /** What stood before lines, and how often, by its name. */
  passedOver({passedOver}: InputLines): ReadonlyMap<string, number> {
    const all = new Map(passedOver);
    for (const [name, count] of this.#passedOver) all.set(name, (all.get(name) ?? 0) + count);
    return all;
  }
}

/** Is looked at only where there is no layout. */
const unused: LineShape = {hasHost: false, hasOrigin: false};

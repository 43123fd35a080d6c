import {addMonths, isMonth, isPeriod, parsePeriod} from "../../base/period.ts";
import {labelIds} from "../../base/words/labels.ts";
import type {MessageId} from "../../base/words/message.ts";
import type {Translator} from "../../base/words/translator.ts";
import {movedDoubt} from "../../report/restate/edition.ts";
import {isSame} from "../../report/restate/figures.ts";
import {type ArchivedEdition, type Erratum, figureKey, type PublicArchive} from "./archive/archive.ts";
import type {MeasureGroup} from "./archive/extract.ts";

/** How a value came to be published: at first, by an erratum, by a later edition that says otherwise, or by a report made by hand. */
export type VintageKind = "first" | "correction" | "revision" | "restatement" | "later-edition" | "reported";

/** A value of a figure as it was published on one day. */
export interface Vintage {
  /** Null for none: not recorded, or taken back. */
  readonly value: number | null;
  /** Null where a report made by hand does not say. */
  readonly date: string | null;
  /** The edition in which, or to which, it was published. */
  readonly edition: string;
  /** The number of the erratum that brought it; null where none did. */
  readonly erratum: number | null;
  /** On which page of its year that erratum is read. */
  readonly erratumPage?: number;
  readonly kind: VintageKind;
  /** In the publisher's words; null where nobody gave one. */
  readonly reason: string | null;
  readonly causes: readonly string[];
}

/** One figure: every value that was published of it, the first at the beginning, the one in force at the end. */
export interface Point {
  /** A month `YYYY-MM`, or a period by its name. */
  readonly span: string;
  readonly vintages: readonly Vintage[];
}

/** All that was published of one measure. */
export interface Series {
  readonly group: MeasureGroup;
  readonly id: string;
  /** As its files and pages are called: letters, digits and dashes. */
  readonly slug: string;
  readonly label: string;
  readonly unit: string;
  readonly unitId: string | undefined;
  readonly decimals: number;
  readonly definition: string;
  /** Of every month that was published, in order. */
  readonly months: readonly Point[];
  /** Of whole periods of several months, by their ends; of those that end together, the longest last. */
  readonly periods: readonly Point[];
  /** By month, what editions say that older reports gave, where it is in no edition of its own. */
  readonly toldOf: Readonly<Record<string, number>>;
}

interface Draft {
  readonly about: Omit<Series, "slug" | "months" | "periods" | "toldOf">;
  readonly spans: Map<string, Vintage[]>;
  readonly toldOf: Record<string, number>;
}

/**
 * Every measure with all that was ever published of it, in the order of the latest edition that has it.
 *
 * @param words In which figures are called that only reports made by hand have; null to call them by their ids.
 */
export function seriesOf({editions}: PublicArchive, words: Translator | null = null): Series[] {
  const drafts = new Map<string, Draft>();
  for (const {edition, erratum} of eventsOf(editions)) {
    if (erratum === null) addEdition(edition, drafts);
    else addErratum(erratum, drafts);
  }
  // A name that a page has already.
  const named = new Set(["index"]);
  return [...drafts.values()].toSorted(byLatest(editions)).flatMap(({about, spans, toldOf}) => {
    const points = [...spans].map(([span, vintages]): Point => ({span, vintages}));
    if (points.length === 0) return [];
    const inOrder = points.toSorted((one, other) => (one.span < other.span ? -1 : 1));
    return {
      ...about,
      label: labelOf(about, words),
      slug: slugOf(about, named),
      months: inOrder.filter(({span}) => isMonth(span)),
      periods: byEnd(inOrder.filter(({span}) => !isMonth(span))),
      toldOf,
    };
  });
}

/** A figure that no edition names, only reports made by hand, is called as Broadsheet calls it. */
function labelOf({id, label, group}: Pick<Series, "id" | "label" | "group">, words: Translator | null): string {
  const isKnown = group === "measure" && label === id && labelIds.measure.includes(id);
  return words !== null && isKnown ? words.sayWith(`measure.${id}` as MessageId, {}) : label;
}

/** The names of periods stand in no order: the second half ends after the third quarter. */
function byEnd(points: readonly Point[]): Point[] {
  const keyed = points.map((point) => {
    const {months} = isPeriod(point.span) ? parsePeriod(point.span, "1970-01-01") : {months: [point.span]};
    return {point, key: `${months.at(-1)} ${String(months.length).padStart(4, "0")}`};
  });
  return keyed.toSorted((one, other) => (one.key < other.key ? -1 : 1)).map(({point}) => point);
}

/** What is in force of a figure. */
export function valueInForce({vintages}: Point): number | null {
  return vintages.at(-1)?.value ?? null;
}

interface ArchiveEvent {
  readonly edition: ArchivedEdition;
  /** Null for the edition itself. */
  readonly erratum: Erratum | null;
}

/** Editions and errata, as they were published one after the other. */
export function eventsOf(editions: readonly ArchivedEdition[]): ArchiveEvent[] {
  const events = editions.flatMap((edition): ArchiveEvent[] => [
    {edition, erratum: null},
    ...edition.errata.map((erratum) => ({edition, erratum})),
  ]);
  const dayOf = ({edition: {date}, erratum}: ArchiveEvent): string => {
    const day = date ?? "";
    // Nothing is put right before it is there, whatever a clock said.
    return erratum === null || erratum.date < day ? day : erratum.date;
  };
  // Sorting is stable: of one day, an edition comes before its errata.
  return events.toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : Number(dayOf(one) > dayOf(other))));
}

function addEdition({period, date, report, reported, accepted}: ArchivedEdition, drafts: Map<string, Draft>): void {
  for (const {id, month, value, source} of reported) {
    const key = figureKey("measure", id, "");
    const about = {group: "measure", id, label: id, unit: "", unitId: undefined, decimals: 0, definition: ""} as const;
    const draft = drafts.get(key) ?? {about, spans: new Map(), toldOf: {}};
    drafts.set(key, draft);
    add(draft, month, {
      ...{value, date, edition: period, erratum: null, kind: "reported", reason: source, causes: []},
    });
  }
  // What is said otherwise than before, without an erratum, was accepted when the edition was published.
  const whyMoved = accepted.find(({id}) => id === movedDoubt)?.reason ?? null;
  for (const {values, reported: told, total, yearBefore, ...about} of report?.measures ?? []) {
    const key = figureKey(about.group, about.id, "");
    const {spans, toldOf}: Pick<Draft, "spans" | "toldOf"> = drafts.get(key) ?? {spans: new Map(), toldOf: {}};
    const draft: Draft = {about, spans, toldOf};
    drafts.set(key, draft);
    const vintage = {date, edition: period, erratum: null, kind: "first", reason: whyMoved, causes: []} as const;
    const months = report?.months ?? [];
    for (const [place, month] of months.entries()) {
      const before = yearBefore[place] ?? null;
      if (before !== null) toldOf[addMonths(month, -12)] = before;
      add(draft, month, {...vintage, value: values[place] ?? null, kind: told[place] ? "reported" : "first"});
    }
    if (months.length > 1) add(draft, period, {...vintage, value: total});
  }
}

function addErratum(erratum: Erratum, drafts: Map<string, Draft>): void {
  const {date, reason, causes, figures} = erratum;
  const how = vintageOf(erratum);
  for (const {key, after} of figures) {
    const [group, id, span] = key.split("|");
    const draft = drafts.get(figureKey(group as MeasureGroup, id ?? "", ""));
    // Cells of tables have no series.
    if (draft === undefined || span === undefined || group === "table") continue;
    add(draft, span, {...how, value: after, date, reason, causes});
  }
}

/** Of a value that an erratum brought: which, of which kind. */
export function vintageOf({
  kind,
  period,
  number,
  page,
}: Erratum): Pick<Vintage, "kind" | "edition" | "erratum" | "erratumPage"> {
  return {kind: kind ?? "restatement", edition: period, erratum: number, ...(page > 1 ? {erratumPage: page} : {})};
}

function add({spans}: Draft, span: string, vintage: Vintage): void {
  const known = spans.get(span) ?? [];
  const last = known.at(-1);
  // A gap is no value until there was one to be taken back, and what is said again is said once.
  if (last === undefined ? vintage.value === null : isSame(last.value, vintage.value)) return;
  const isLater = last !== undefined && vintage.erratum === null;
  const own = isLater ? ({kind: "later-edition"} as const) : vintage.kind === "first" ? {reason: null} : {};
  spans.set(span, [...known, {...vintage, ...own}]);
}

function byLatest(editions: readonly ArchivedEdition[]): (one: Draft, other: Draft) => number {
  const places = new Map<string, number>();
  for (const {report} of editions.toReversed()) {
    for (const {group, id} of report?.measures ?? []) {
      const key = figureKey(group, id, "");
      if (!places.has(key)) places.set(key, places.size);
    }
  }
  const placeOf = ({about}: Draft): number => places.get(figureKey(about.group, about.id, "")) ?? places.size;
  return (one, other) => placeOf(one) - placeOf(other);
}

function slugOf({group, id}: Pick<Series, "group" | "id">, named: Set<string>): string {
  const plain =
    id
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .slice(0, 80) || "figure";
  const options = [plain, `${group === "ledger" ? "books" : "logs"}-${plain}`];
  // A folder of a USB stick tells no capitals from small letters.
  const free = options.find((one) => !named.has(one)) ?? `${plain}-${named.size}`;
  named.add(free);
  return free;
}

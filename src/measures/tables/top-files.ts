import {message} from "../../base/words/message.ts";
import {downloadPart} from "../../methodology/judge/retrieved-paths.ts";
import {downloadColumns, episodeColumns} from "../counted-columns.ts";
import {isHidden} from "../disclosure/figures.ts";
import type {Printed} from "../disclosure/printed.ts";
import {printedAlone} from "../disclosure/whole.ts";
import type {Asked} from "../layout.ts";
import {endsOf} from "../spans.ts";
import {mostLookedAt} from "./counts.ts";
import {describeDocuments} from "./document-entries.ts";
import {askTable, layTable} from "./lay.ts";
import type {TableSource} from "./source.ts";
import type {MeasuredTable} from "./table.ts";

/** What a table of files is about. */
const kinds = {
  "top-downloads": {
    title: message("table.top-downloads"),
    definition: message("top-downloads-means"),
    columns: downloadColumns,
    grouping: "grouping-downloads",
    wholes: [downloadPart(null)],
  },
  "top-episodes": {
    title: message("table.top-episodes"),
    definition: message("top-episodes-means"),
    columns: episodeColumns,
    grouping: "grouping-episodes",
    wholes: [],
  },
} as const;

/** Which files are taken home most? None where nobody took any, or where the methodology does not say what that is. */
export async function makeTopDownloads(source: TableSource, rows: number): Promise<MeasuredTable[]> {
  return makeFiles(source, rows, "top-downloads");
}

/** Which sound and film is listened to and looked at most? */
export async function makeTopEpisodes(source: TableSource, rows: number): Promise<MeasuredTable[]> {
  return makeFiles(source, rows, "top-episodes");
}

async function makeFiles(source: TableSource, rows: number, id: keyof typeof kinds): Promise<MeasuredTable[]> {
  if (!source.names.hasRetrieved) return [];
  const {title, definition, columns, grouping, wholes} = kinds[id];
  const asked = await askTable(
    {
      ...{id, title, definition, columns, rows},
      rowLabel: message("head-document"),
      groupLabel: null,
      form: "ranked",
      question: "table-downloads",
      amount: "downloads",
      load: () => source.engine.keep("grouping", grouping),
      describe: describeDocuments(source),
      unknown: null,
      whole: null,
      notes: () => [],
    },
    source,
  );
  if (asked.found.size === 0) return [];
  const printed = await printedAlone(asked, source, {isWhole: false});
  await printFigures(printed, asked, {source, wholes});
  return [await layTable(asked, source, printed)];
}

/** What the main table says of the same downloads: of all of them, and of those that the publisher names. */
async function printFigures(
  printed: Printed,
  {found}: Asked,
  {source: {engine, figures, period}, wholes}: {readonly source: TableSource; readonly wholes: readonly string[]},
): Promise<void> {
  const span = period.months.length > 1 ? period.name : period.months[0]!;
  const rows = await engine.ask("download-kinds", endsOf(period));
  const filesOf = Map.groupBy(rows, (row) => String(row["part"]));
  for (const figure of figures) {
    const {area} = figure.measure;
    const files = area && filesOf.get(area.name);
    if (files === undefined) continue;
    const isAll = wholes.includes(area!.name);
    const cells = isAll ? printed.all : printed.among(files.map((row) => Number(row["file"])));
    const readers = figure.spans.get(span)?.value ?? null;
    // Of more files than are looked at, some may be of the kind.
    const holdsMore = !isAll && found.size >= mostLookedAt;
    printed.print({cells, readers, hasRequests: readers !== null, holdsMore, isHidden: isHidden(figure, span)});
  }
}

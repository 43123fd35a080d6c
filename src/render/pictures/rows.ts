import type {Translator} from "../../base/words/translator.ts";
import type {Table} from "../../report/report.ts";
import {formatCell, formatGroup, rowsInOrder} from "../content/table-rows.ts";
import {shorten, widthOf} from "../text/wrap.ts";
import type {Drawing} from "./card.ts";
import {inDirection, lettersIn, shownText, textAt} from "./text.ts";

interface Column {
  readonly head: string;
  readonly cells: readonly string[];
  readonly isText: boolean;
}

const px = 23;
const rowHeight = 38;
const gap = 32;

/** A table's rows, with their names at the side where its language begins. Every row is drawn; long names lose their middle. */
export function drawRows(table: Table, width: number, words: Translator): Drawing {
  const isFromRight = words.language.direction === "rtl";
  const rows = rowsInOrder(table);
  const columns = columnsOf(table, words);
  const starts = placesOf(columns, width);
  const shown = (text: string, wide: number) => shorten(text, lettersIn(wide, px));
  const rowAt = (cells: readonly string[], y: number, look: string) =>
    columns.flatMap(({isText}, i) => {
      const {from, wide} = starts[i]!;
      const text = shown(cells[i] ?? "", wide);
      if (text === "") return [];
      // Figures align on their units, in each language.
      const ltr = isText ? from : from + wide;
      const anchor = isText && !isFromRight ? "start" : "end";
      const place = {x: isFromRight ? width - from : ltr, anchor, y, px, look} as const;
      return [textAt(inDirection(text, isFromRight && isText), place)];
    });
  const heads = rowAt(
    columns.map(({head}) => head),
    20,
    "soft",
  );
  const lines = rows.flatMap((row, i) => {
    const y = 20 + (i + 1) * rowHeight;
    const look = row.kind === "item" ? "row" : "soft";
    const rule = `<line x1="0" x2="${width}" y1="${y - 27}" y2="${y - 27}" class="${i === 0 ? "ink" : "hair"}"/>`;
    return [
      rule,
      ...rowAt(
        columns.map(({cells}) => cells[i]!),
        y,
        look,
      ),
    ];
  });
  return {svg: [...heads, ...lines].join("\n"), height: 20 + rows.length * rowHeight};
}

/** What the table shows, for those who cannot see it: each row with its first figure. Untrusted text. */
export function tableAlt(table: Table, words: Translator): string {
  const [column] = table.columns;
  const heading = words.series([table.title, column?.label ?? ""].filter((part) => part !== ""));
  const rows = rowsInOrder(table).map((row) =>
    words.t("in-brackets", {text: row.label, more: formatCell(row, 0, table, words)}),
  );
  return words.t("label-and-text", {label: heading, text: words.series(rows)});
}

function columnsOf(table: Table, words: Translator): Column[] {
  const rows = rowsInOrder(table);
  const ranks = rows.map(({rank}) => (rank === null ? "" : String(rank)));
  return [
    ...(table.form === "ranked" ? [{head: "", cells: ranks, isText: true}] : []),
    {head: shownText(table.rowLabel), cells: rows.map(({label}) => shownText(label)), isText: true},
    ...(table.groupLabel === null
      ? []
      : [
          {
            head: shownText(table.groupLabel),
            cells: rows.map((row) => shownText(formatGroup(row, table, words))),
            isText: true,
          },
        ]),
    ...table.columns.map(({label}, i) => ({
      head: shownText(label),
      cells: rows.map((row) => formatCell(row, i, table, words)),
      isText: false,
    })),
  ];
}

/** Where each column begins, from the side where lines begin, and how wide it is: figures take what they need, names share the rest. */
function placesOf(columns: readonly Column[], width: number): {from: number; wide: number}[] {
  const needed = columns.map(({head, cells}) => (Math.max(1, ...[head, ...cells].map(widthOf)) + 1) * px * 0.52);
  const isName = columns.map(({isText, head}) => isText && head !== "");
  const fixed = needed.reduce((sum, wide, i) => sum + (isName[i] ? 0 : wide), gap * (columns.length - 1));
  const names = needed.filter((_, i) => isName[i]);
  const scale = (width - fixed) / names.reduce((sum, wide) => sum + wide, 0);
  let from = 0;
  return needed.map((wide, i) => {
    const place = {from, wide: isName[i] ? Math.max(60, wide * scale) : wide};
    from += place.wide + gap;
    return place;
  });
}

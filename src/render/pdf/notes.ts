import type {NoteMark, PdfBlock, PdfCell, PlacedTable} from "./document.ts";

/**
 * The blocks with the text of each note where its number stands first: there, at the foot of that page, it is set.
 *
 * @param texts By the number.
 */
export function placeNotes(blocks: readonly PdfBlock[], texts: ReadonlyMap<number, string>): PdfBlock[] {
  const seen = new Set<number>();
  const place = (marks: readonly NoteMark[] = []): NoteMark[] =>
    marks.map(({mark}) => {
      const text = texts.get(mark);
      if (seen.has(mark) || text === undefined) return {mark};
      seen.add(mark);
      return {mark, text};
    });
  const cell = (one: PdfCell): PdfCell => (one.notes ? {...one, notes: place(one.notes)} : one);
  const tableOf = (table: PlacedTable): PlacedTable => {
    const columns = table.columns.map((column) => ({...column, head: cell(column.head)}));
    return {...table, columns, rows: table.rows.map((row) => ({...row, cells: row.cells.map(cell)}))};
  };
  const blockOf = (block: PdfBlock): PdfBlock => {
    switch (block.kind) {
      case "opening":
        return {...block, figures: block.figures.map((figure) => ({...figure, notes: place(figure.notes)}))};
      case "whole":
        return {...block, blocks: block.blocks.map(blockOf)};
      case "table":
        return tableOf(block);
      default:
        return block;
    }
  };
  return blocks.map(blockOf);
}

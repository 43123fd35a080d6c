import {tagsOf} from "./xml-tags.ts";
import {tooLarge} from "./zip.ts";

/** Stands in the text of a formula that was never calculated; no text of a person has it. */
export const uncalculated = "\ue000formula";

/** A sheet with more cells that hold something is no book of a publisher. */
export const mostCells = 2_000_000;

/** As many rows as spreadsheet programs have. */
export const mostRows = 2 ** 20;
/** As many columns. */
export const mostColumns = 2 ** 14;

/**
 * The content of an OpenDocument spreadsheet as a document of one file, so that nothing of it is passed over.
 *
 * The library leaves out a cell that has a value and nothing printed in it, and takes a formula without a value for an
 * empty cell. It writes a cell that is repeated out as often as the file says, which may be a thousand million times.
 *
 * @throws {ZipRefused} where it is damaged, or repeats cells to more than a sheet can hold.
 */
export function flatDocument(content: string): string {
  const parts: string[] = [];
  let from = 0;
  let rowCount = 1;
  let cellCount = 0;
  for (const {start, end, text} of tagsOf(content)) {
    // The library takes any prefix.
    const [, name = ""] = /^<(?:[^\s:<>/]*:)?([^\s:<>/]+)/.exec(text) ?? [];
    if (name === "table-row" || name === "行") rowCount = repeatedIn(text, "number-rows-repeated");
    const isCell = name === "table-cell" || name === "数据";
    if (isCell && (!isEmpty(text) || !content.startsWith("</", end))) {
      const columns = repeatedIn(text, "number-columns-repeated");
      cellCount += isEmpty(text) && text.endsWith("/>") ? 1 : columns * rowCount;
      if (cellCount > mostCells) throw tooLarge();
    }
    const closing = "</table:table-cell>";
    const isBare = text.endsWith("/>") || content.startsWith(closing, end);
    const changed = changedTag(text, isBare);
    if (changed === text || start < from) continue;
    parts.push(content.slice(from, start), changed);
    from = changed.endsWith("/>") && !text.endsWith("/>") ? end + closing.length : end;
  }
  return parts.length === 0 ? content : `${parts.join("")}${content.slice(from)}`;
}

/** Has the cell neither a value nor a text that its tag tells? */
function isEmpty(tag: string): boolean {
  return !/value/.test(tag);
}

/** How often is it repeated? The largest that any reading of the attribute gives. */
function repeatedIn(tag: string, attribute: string): number {
  let most = 1;
  for (let at = tag.indexOf(attribute); at !== -1; at = tag.indexOf(attribute, at + attribute.length)) {
    const said = tag.slice(at + attribute.length, at + attribute.length + 40).replace(/^\s*=\s*["']?\s*/, "");
    most = Math.max(most, Number.parseInt(said, 10) || 1, Number.parseFloat(said) || 1);
  }
  return most;
}

/** @param isBare True where nothing is in the element. */
function changedTag(tag: string, isBare: boolean): string {
  if (/^<style:map\b/.test(tag)) return "";
  if (/^<\/?office:document-content\b/.test(tag)) return tag.replace("office:document-content", "office:document");
  if (!/^<table:table-cell\b/.test(tag)) return tag;
  const isClosed = tag.endsWith("/>");
  const attributes = tag.slice("<table:table-cell".length, isClosed ? -2 : -1);
  const hasType = /\soffice:value-type=/.test(attributes);
  if (isBare && !hasType && /\stable:formula=/.test(attributes)) {
    return `<table:table-cell${attributes} office:value-type="string" office:string-value="${uncalculated}"/>`;
  }
  if (isClosed && /\soffice:value-type="(?!string)/.test(attributes)) {
    return `<table:table-cell${attributes}></table:table-cell>`;
  }
  if (isBare && !isClosed && /\soffice:string-value=/.test(attributes)) return `<table:table-cell${attributes}/>`;
  return tag;
}

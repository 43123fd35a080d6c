import {visible} from "../../base/text.ts";

/** The text with all written out that is not seen, and what XML has no place for; U+FFFD, too, which a library leaves out. */
export function legalText(text: string): string {
  return visible(text).replace(/[\ufffd-\uffff]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}

/** The longest name of a sheet, in UTF-16 units. */
const most = 31;

/**
 * Names of sheets, one for each title: none of them twice (whatever the case), none longer than spreadsheets take, without the signs that
 * they refuse, and none that Excel keeps for itself.
 */
export function sheetNames(titles: readonly string[]): string[] {
  // Excel has a sheet of this name of its own.
  const taken = new Set(["history"]);
  return titles.map((title) => {
    const legal = legalText(title)
      .replace(/[[\]:*?/\\]/g, " ")
      .replace(/\s+/g, " ")
      .replace(/^[' ]+|[' ]+$/g, "");
    const wanted = cut(legal === "" ? "–" : legal, most);
    for (let number = 1; ; number++) {
      const end = number === 1 ? "" : ` (${number})`;
      const name = number === 1 ? wanted : `${cut(wanted, most - end.length)}${end}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  let kept = "";
  for (const {segment} of new Intl.Segmenter("en").segment(text)) {
    if (kept.length + segment.length > length - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

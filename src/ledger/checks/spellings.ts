import {countryTitle} from "../../base/country.ts";
import {plural} from "../../base/text.ts";
import {quoted} from "../../workspace/sheet/cell.ts";
import type {BookName} from "../books.ts";
import type {CheckListener, LedgerCheck} from "../check.ts";
import {type SpellingPair, Spellings, sameButForMarks, slipApart} from "../spelling.ts";

/** Is each place, country, programme, list and purpose always spelt alike? */
export const checkSpellings: LedgerCheck = ({deliveries, mailings, newsletters, funds}, tell) => {
  const [inCountry, inRegion, countries] = [new Spellings(), new Spellings(), new Spellings()];
  for (const {row, line} of deliveries.rows) {
    const country = countryTitle(row.country ?? "");
    inCountry.add(row.city, country, line);
    inRegion.add(row.city, `${country}\n${row.region ?? ""}`, line);
    if (row.country !== null) countries.add(row.country, "", line);
  }
  const marks = sameButForMarks(inCountry.all());
  const told = new Set(marks.map(({rarer, likelier}) => `${rarer.text}\n${likelier.text}`));
  const slips = slipApart(inRegion.all()).filter(({rarer, likelier}) => {
    return !told.has(`${rarer.text}\n${likelier.text}`) && !told.has(`${likelier.text}\n${rarer.text}`);
  });
  const write = ({likelier}: SpellingPair): string => `write ${likelier.text} if it is the same city`;
  tellPairs("deliveries", "city", "city", marks, write, tell);
  tellPairs("deliveries", "city", "city", slips, (pair) => `${write(pair)}, or the regions of both if not`, tell);
  tellPairs("deliveries", "country", "country", sameButForMarks(countries.all()), alike, tell);
  tellCodes(countries, tell);

  const programmes = new Spellings();
  for (const {row, line} of mailings.rows) programmes.add(row.programme, "", line);
  tellPairs("mailings", "programme", "programme", sameButForMarks(programmes.all()), alike, tell);
  const lists = new Spellings();
  for (const {row, line} of newsletters.rows) lists.add(row.list, "", line);
  tellPairs("newsletters", "list", "list", sameButForMarks(lists.all()), alike, tell);
  const purposes = new Spellings();
  for (const {row, line} of funds.rows) purposes.add(row.purpose, "", line);
  tellPairs("funds", "purpose", "purpose", sameButForMarks(purposes.all()), alike, tell);
};

function alike({likelier}: SpellingPair): string {
  return `write ${likelier.text} in both`;
}

function tellPairs(
  book: BookName,
  column: string,
  called: string,
  pairs: readonly SpellingPair[],
  help: (pair: SpellingPair) => string,
  {warn}: CheckListener,
): void {
  for (const pair of pairs) {
    const {likelier, rarer} = pair;
    const here = rarer.rowCount === 1 ? "here" : `in ${plural(rarer.rowCount, "row", "rows")}`;
    const there = plural(likelier.rowCount, "row", "rows");
    const what = `the ${called} is spelt ${quoted(rarer.text)} ${here}, and ${quoted(likelier.text)} in ${there}`;
    warn(book, {line: rarer.line, column, what, help: help(pair)});
  }
}

/** A country's two letters in some rows and its name in others. */
function tellCodes(countries: Spellings, {warn}: CheckListener): void {
  const all = countries.all();
  for (const code of all.filter(({text}) => countryTitle(text) !== text)) {
    const title = countryTitle(code.text);
    for (const named of all.filter(({text}) => text.toLowerCase() === title.toLowerCase())) {
      const [likelier, rarer] = named.rowCount > code.rowCount ? [named, code] : [code, named];
      const what = `the country is ${quoted(rarer.text)} here, and ${quoted(likelier.text)} in ${plural(likelier.rowCount, "row", "rows")}`;
      warn("deliveries", {line: rarer.line, column: "country", what, help: `write ${likelier.text} in both`});
    }
  }
}

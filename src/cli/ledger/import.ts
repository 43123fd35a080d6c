import {basename, resolve} from "node:path";
import {visible} from "../../base/text.ts";
import {bookNamed} from "../../ledger/begin-books.ts";
import type {DayUnderstood} from "../../ledger/import/days-understood.ts";
import {columnLetters} from "../../ledger/import/grid.ts";
import {importGrid, type OnMatch} from "../../ledger/import/import-grid.ts";
import type {GridMatch} from "../../ledger/import/match-columns.ts";
import {ledgerFolder} from "../../ledger/ledger.ts";
import {whileEdited} from "../../operations/store/hold.ts";
import {isSet, type Run, textOption} from "../command.ts";
import {storeFromArgs} from "../from-args.ts";
import {additionText, tellRefusals} from "./added-rows.ts";

/** `broadsheet ledger import`: adds the rows of a spreadsheet to a book. */
export const runLedgerImport: Run = async (args, environment) => {
  const [file = ""] = args.words;
  const named = textOption(args, "book");
  const choice = {
    book: named === undefined ? undefined : bookNamed(named, "--book"),
    sheet: textOption(args, "sheet"),
  };
  const store = storeFromArgs(args, environment);
  const folder = ledgerFolder(store.workspace.folder);
  const talk = (text: string): void => {
    if (!isSet(args, "quiet")) environment.stderr.write(`${text}\n`);
  };
  const onMatch: OnMatch = (match, others) => {
    talk(matchText(match, basename(file)));
    for (const {grid, book} of others) {
      talk(`The sheet "${visible(grid.name ?? "")}" would fit ${book}; --sheet names it.`);
    }
  };
  const isFixed = isSet(args, "fix");
  const onDays = (days: readonly DayUnderstood[]): void => {
    if (days.length > 0) talk(daysText(days, isFixed));
  };
  const path = resolve(environment.cwd, file);
  return tellRefusals(environment, async () => {
    const add = () => importGrid(folder, path, {...choice, where: file, onMatch, onDays, isFixed});
    talk(additionText(await whileEdited(store, "the ledger", environment, add), environment));
  });
};

/** The most days that are told one by one. */
const mostDays = 5;

/** Which days are not written as days, and how they are understood. */
function daysText(days: readonly DayUnderstood[], isFixed: boolean): string {
  const told = days.slice(0, mostDays).map(({header, text, day}) => `  ${visible(header)}: ${visible(text)} is ${day}`);
  const rest = days.length > mostDays ? [`  and ${days.length - mostDays} more`] : [];
  const begin = isFixed ? "Read as days:" : "Not written as days; --fix reads them so:";
  return [begin, ...told, ...rest].join("\n");
}

/** Which column went where. */
function matchText({grid, book, columns, unused}: GridMatch, file: string): string {
  const nameOf = (header: string, place: number): string => {
    return grid.name === null ? visible(header) : `${columnLetters(place)}  ${visible(header)}`;
  };
  const taken = columns.map(({column, header, place}) => ({name: nameOf(header, place), goes: `→ ${column}`, place}));
  const left = unused.map(({header, place}) => ({name: nameOf(header, place), goes: "  not taken", place}));
  const all = [...taken, ...left].toSorted((a, b) => a.place - b.place);
  const width = Math.max(...all.map(({name}) => name.length));
  const sheet = grid.name === null ? "" : `, sheet "${visible(grid.name)}"`;
  return [
    `${visible(file)}${sheet}, into ${book}:`,
    ...all.map(({name, goes}) => `  ${name.padEnd(width)}  ${goes}`),
  ].join("\n");
}

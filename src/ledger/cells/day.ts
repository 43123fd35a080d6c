import {daysInMonth, isDay, isMonth, monthTitle} from "../../base/period.ts";
import {type Cell, cell, quoted} from "../../workspace/sheet/cell.ts";
import {plainLetters} from "../spelling.ts";

/**
 * A day, `YYYY-MM-DD`, that the calendar has.
 *
 * What a spreadsheet makes of days is refused with the day that is meant, or with all that may be meant: `05/07/2005` is
 * in July to one person and in May to another.
 */
export const dayCell: Cell<string> = cell((text, refuse) => {
  if (isDay(text)) return text;
  const format = "format the column as YYYY-MM-DD, and save it as CSV again";
  if (/^[1-9]\d{4}(?:\.\d+)?$/.test(text)) {
    const day = serialDay(Number(text));
    const from1904 = `${serialDay(Number(text) + 1462)} where it counts from 1904`;
    const what = `${quoted(text)} is a spreadsheet's number for the day ${day} (${from1904})`;
    return refuse(what, `write ${day}, or ${format}`);
  }
  const month = text.slice(0, 7);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && /^\d{4}-(?:0[1-9]|1[0-2])-/.test(text)) {
    const last = daysInMonth(month);
    return refuse(
      `there is no day ${text}: ${monthTitle(month)} has ${last} days`,
      `write a day up to ${month}-${last}`,
    );
  }
  const meant = daysMeant(text);
  if (meant.length > 1)
    return refuse(`${quoted(text)} may be ${meant.join(" or ")}`, `write the one that is meant, or ${format}`);
  if (meant.length === 1) return refuse(`${quoted(text)} is not written as a day`, `write ${meant[0]}`);
  if (isMonth(text)) return refuse(`${quoted(text)} is a month, not a day`, `write a day of it, like ${text}-01`);
  return refuse(`${quoted(text)} is not a day`, "write it like 2005-09-01");
});

/**
 * Which day does a spreadsheet mean by a number?
 *
 * @param serial Days since 30 December 1899, as Excel and LibreOffice count from March 1900 on.
 */
export function serialDay(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}

/** The one day that is meant by a text that is not written as one; null where it is none, or may be several. */
export function dayMeant(text: string): string | null {
  const [day, ...others] = isDay(text) ? [] : daysMeant(text);
  return day === undefined || others.length > 0 ? null : day;
}

/** Every day that the text may mean; none where it is no date at all. */
function daysMeant(text: string): string[] {
  const [, year, month, day] =
    /^(\d{4})(?:[-/.年] ?)(\d{1,2})(?:[-/.月] ?)(\d{1,2})日?(?:[ T][\d:.]+(?: ?[AP]M|Z)?)?$/i.exec(text) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(text) ??
    [];
  if (year !== undefined) return dayOf(year, month!, day!);
  const [, one, mark, other, lastYear] =
    /^(\d{1,2})([-/.]) ?(\d{1,2})[-/.] ?(\d{4})(?: [\d:.]+(?: ?[AP]M)?)?$/i.exec(text) ?? [];
  if (one !== undefined) {
    const dayFirst = dayOf(lastYear!, other!, one);
    // Points are written between numbers only where the day comes first.
    if (mark === "." && dayFirst.length > 0) return dayFirst;
    return [...new Set([...dayFirst, ...dayOf(lastYear!, one, other!)])];
  }
  const [, dayBefore, name, yearAfter] =
    /^(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[ -](?:de )?(\p{L}{3,12})\.?,?[ -](?:del? )?(\d{4})$/iu.exec(text) ?? [];
  if (name !== undefined) return dayOf(yearAfter!, monthNumber(name), dayBefore!);
  const [, nameFirst, dayAfter, yearLast] = /^(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/iu.exec(text) ?? [];
  return nameFirst === undefined ? [] : dayOf(yearLast!, monthNumber(nameFirst), dayAfter!);
}

function dayOf(year: string, month: string, day: string): string[] {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(text) ? [text] : [];
}

/** The number of the one month that the word begins in any language of reports, as text; 0 where none, or where it may be several. */
function monthNumber(word: string): string {
  const begun = plainLetters(word);
  const found = new Set(
    namesOfMonths().flatMap((names) => names.flatMap((name, i) => (name.startsWith(begun) ? [i + 1] : []))),
  );
  return found.size === 1 ? String([...found][0]) : "0";
}

let monthsKnown: string[][] | null = null;

/** The names of the months in each language, in small letters without marks. */
function namesOfMonths(): string[][] {
  monthsKnown ??= ["en", "de", "fr", "es", "ar"].map((language) => {
    const format = new Intl.DateTimeFormat(language, {month: "long", timeZone: "UTC"});
    return Array.from({length: 12}, (_, month) => plainLetters(format.format(Date.UTC(2005, month, 15))));
  });
  return monthsKnown;
}

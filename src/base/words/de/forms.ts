import type {forms as english} from "../en/forms.ts";
import type {Translated} from "../translated.ts";

/** Numbers, changes, months and periods. */
export const forms: Translated<typeof english> = {
  percent: "{number} %",
  "percent-below": "<{number} %",
  "percent-above": ">{number} %",
  "change-percent": "{number} %",
  "change-up": "{number} Prozent mehr",
  "change-down": "{number} Prozent weniger",
  "change-none": "unverändert",
  times: "× {number}",
  "between-parts": ", ",
  "between-clauses": "; ",
  "between-sentences": " ",
  "full-stop": ".",
  "in-brackets": "{text} ({more})",
  lead: "{title}:",
  "label-and-text": "{label}: {text}",
  year: "{year}",
  "half-year": "{part, select, 1 {erstes Halbjahr {year}} other {zweites Halbjahr {year}}}",
  quarter:
    "{part, select, 1 {erstes Quartal {year}} 2 {zweites Quartal {year}} 3 {drittes Quartal {year}} other {viertes Quartal {year}}}",
  "half-year-within": "{part, select, 1 {erstes Halbjahr {year}} other {zweites Halbjahr {year}}}",
  "quarter-within":
    "{part, select, 1 {erstes Quartal {year}} 2 {zweites Quartal {year}} 3 {drittes Quartal {year}} other {viertes Quartal {year}}}",
  span: "{from} bis {until}",
  "span-of-year": "{from} bis {until} {year}",
  "month-and-year": "{month} {year}",
  "as-a-whole": "{period} im Ganzen",
  "when-in": "im {months}",
  "when-every-month": "in jedem Monat",
  "when-from-on": "ab {month}",
  "when-span": "von {from} bis {until}",
};

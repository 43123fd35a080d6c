import type {forms as english} from "../en/forms.ts";
import type {Translated} from "../translated.ts";

/** Numbers, changes, months and periods. */
export const forms: Translated<typeof english> = {
  percent: "{number}%",
  "percent-below": "أقل من {number}%",
  "percent-above": "أكثر من {number}%",
  "change-percent": "{number}%",
  "change-up": "بزيادة {number} في المئة",
  "change-down": "بانخفاض {number} في المئة",
  "change-none": "بلا تغيير",
  times: "× {number}",
  "between-parts": "، ",
  "between-clauses": "؛ ",
  "between-sentences": " ",
  "full-stop": ".",
  "in-brackets": "{text} ({more})",
  lead: "{title}:",
  "label-and-text": "{label}: {text}",
  year: "{year}",
  "half-year": "{part, select, 1 {النصف الأول من {year}} other {النصف الثاني من {year}}}",
  quarter:
    "{part, select, 1 {الربع الأول من {year}} 2 {الربع الثاني من {year}} 3 {الربع الثالث من {year}} other {الربع الرابع من {year}}}",
  "half-year-within": "{part, select, 1 {النصف الأول من {year}} other {النصف الثاني من {year}}}",
  "quarter-within":
    "{part, select, 1 {الربع الأول من {year}} 2 {الربع الثاني من {year}} 3 {الربع الثالث من {year}} other {الربع الرابع من {year}}}",
  span: "{from} إلى {until}",
  "span-of-year": "{from} إلى {until} {year}",
  "month-and-year": "{month} {year}",
  "as-a-whole": "{period} إجمالًا",
  "when-in": "في {months}",
  "when-every-month": "في كل شهر",
  "when-from-on": "بدءًا من {month}",
  "when-span": "من {from} إلى {until}",
};

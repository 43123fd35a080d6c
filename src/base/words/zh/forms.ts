import type {forms as english} from "../en/forms.ts";
import type {Translated} from "../translated.ts";

/** Numbers, changes, months and periods. */
export const forms: Translated<typeof english> = {
  percent: "{number}%",
  "percent-below": "<{number}%",
  "percent-above": ">{number}%",
  "change-percent": "{number}%",
  "change-up": "上升{number}%",
  "change-down": "下降{number}%",
  "change-none": "持平",
  times: "×{number}",
  "between-parts": "、",
  "between-clauses": "；",
  "between-sentences": "",
  "full-stop": "。",
  "in-brackets": "{text}（{more}）",
  lead: "{title}：",
  "label-and-text": "{label}：{text}",
  year: "{year}年",
  "half-year": "{part, select, 1 {{year}年上半年} other {{year}年下半年}}",
  quarter: "{part, select, 1 {{year}年第一季度} 2 {{year}年第二季度} 3 {{year}年第三季度} other {{year}年第四季度}}",
  "half-year-within": "{part, select, 1 {{year}年上半年} other {{year}年下半年}}",
  "quarter-within":
    "{part, select, 1 {{year}年第一季度} 2 {{year}年第二季度} 3 {{year}年第三季度} other {{year}年第四季度}}",
  span: "{from}至{until}",
  "span-of-year": "{year}年{from}至{until}",
  "month-and-year": "{year}年{month}",
  "as-a-whole": "{period}全期",
  "when-in": "{months}",
  "when-every-month": "每个月",
  "when-from-on": "{month}起",
  "when-span": "{from}至{until}",
};

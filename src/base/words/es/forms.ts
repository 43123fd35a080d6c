import type {forms as english} from "../en/forms.ts";
import type {Translated} from "../translated.ts";

/** Numbers, changes, months and periods. */
export const forms: Translated<typeof english> = {
  percent: "{number} %",
  "percent-below": "<{number} %",
  "percent-above": ">{number} %",
  "change-percent": "{number} %",
  "change-up": "{number} por ciento más",
  "change-down": "{number} por ciento menos",
  "change-none": "sin cambios",
  times: "× {number}",
  "between-parts": ", ",
  "between-clauses": "; ",
  "between-sentences": " ",
  "full-stop": ".",
  "in-brackets": "{text} ({more})",
  lead: "{title}:",
  "label-and-text": "{label}: {text}",
  year: "{year}",
  "half-year": "{part, select, 1 {primer semestre de {year}} other {segundo semestre de {year}}}",
  quarter:
    "{part, select, 1 {primer trimestre de {year}} 2 {segundo trimestre de {year}} 3 {tercer trimestre de {year}} other {cuarto trimestre de {year}}}",
  "half-year-within": "{part, select, 1 {el primer semestre de {year}} other {el segundo semestre de {year}}}",
  "quarter-within":
    "{part, select, 1 {el primer trimestre de {year}} 2 {el segundo trimestre de {year}} 3 {el tercer trimestre de {year}} other {el cuarto trimestre de {year}}}",
  span: "{from} a {until}",
  "span-of-year": "{from} a {until} de {year}",
  "month-and-year": "{month} {year}",
  "as-a-whole": "{period}, en conjunto",
  "when-in": "en {months}",
  "when-every-month": "todos los meses",
  "when-from-on": "a partir de {month}",
  "when-span": "de {from} a {until}",
};

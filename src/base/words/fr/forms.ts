import type {forms as english} from "../en/forms.ts";
import type {Translated} from "../translated.ts";

/** Numbers, changes, months and periods. */
export const forms: Translated<typeof english> = {
  percent: "{number} %",
  "percent-below": "<{number} %",
  "percent-above": ">{number} %",
  "change-percent": "{number} %",
  "change-up": "en hausse de {number} pour cent",
  "change-down": "en baisse de {number} pour cent",
  "change-none": "inchangé",
  times: "× {number}",
  "between-parts": ", ",
  "between-clauses": " ; ",
  "between-sentences": " ",
  "full-stop": ".",
  "in-brackets": "{text} ({more})",
  lead: "{title} :",
  "label-and-text": "{label} : {text}",
  year: "{year}",
  "half-year": "{part, select, 1 {premier semestre {year}} other {second semestre {year}}}",
  quarter:
    "{part, select, 1 {premier trimestre {year}} 2 {deuxième trimestre {year}} 3 {troisième trimestre {year}} other {quatrième trimestre {year}}}",
  "half-year-within": "{part, select, 1 {le premier semestre {year}} other {le second semestre {year}}}",
  "quarter-within":
    "{part, select, 1 {le premier trimestre {year}} 2 {le deuxième trimestre {year}} 3 {le troisième trimestre {year}} other {le quatrième trimestre {year}}}",
  span: "{from} à {until}",
  "span-of-year": "{from} à {until} {year}",
  "month-and-year": "{month} {year}",
  "as-a-whole": "{period}, dans son ensemble",
  "when-in": "en {months}",
  "when-every-month": "tous les mois",
  "when-from-on": "à partir de {month}",
  "when-span": "entre {from} et {until}",
};

import type {bookNotes as english} from "../en/book-notes.ts";
import type {Translated} from "../translated.ts";
import {counted} from "./counted.ts";

const copies = counted("copies", "Exemplar", "Exemplare");

/** Notes below the figures of the books. */
export const bookNotes: Translated<typeof english> = {
  "sentence-of": "{clause}.",
  "figures-are-of": "{bounds}; die Zahlen des ganzen Zeitraums gelten für: {period}.",
  "index-base": "Index: {period} = {value}.",
  "index-rebased": "Index: {period} = {value}. Neue Basis: {begins}.",
  "index-rebased-stands":
    "Index: {period} = {value}. Neue Basis: {begins}; auf dieser Basis steht {start} bei {points}.",
  "titles-not-of-base":
    "Die Titel, die in diesem Zeitraum gedruckt wurden ({now}), sind nicht die der Basis ({before}): Der Index aller zusammen vergleicht ungleiche Auflagen.",
  "issues-not-delivered": `Nicht in der Nettoauflage: ${counted("count", "Ausgabe", "Ausgaben")}, zu denen keine Lieferung vermerkt ist, {issues}.`,
  "issue-printed": "{edition} ({copies} gedruckt)",
  "speed-of-period": "Tage bis {percent} %: Median des Zeitraums {median}; {record}.",
  "speed-none": "keiner ({reason})",
  "speed-best": "Bestwert bisher ist {days} ({edition}, gedruckt am {on})",
  "speed-no-best": "bisher hat es keine Ausgabe erreicht",
  "editions-late": "Noch nicht zu {percent} % draußen: {editions}.",
  "panel-reached": `{reached} von ${counted("cities", "Stadt", "Städten")} des Panels bekamen im ganzen Zeitraum mindestens ${copies}.`,
  "panel-missed": "Nicht erreicht: {cities}.",
  "panel-unplaced":
    "{copies} Exemplare gingen in Städte, die heißen wie eine des Panels, aber ohne Vermerk von Region oder Land: Sie sind ihr nicht angerechnet.",
  "regions-new": "Neu im Vergleich ({period}): {regions}.",
  "regions-not-noted": `{copies, plural, one {# Exemplar ging} other {# Exemplare gingen}} an Orte, deren Region nicht vermerkt ist.`,
  "mail-not-noted": `Nicht in den Anteilen: ${counted("pieces", "Sendung", "Sendungen")}, von denen nichts weiter vermerkt ist.`,
  "mail-returns-alone": `Nicht im Anteil der zugestellten: ${counted("pieces", "Sendung", "Sendungen")}, von denen nur Rückläufe oder Ablehnungen vermerkt sind.`,
  "mail-unknown": `{unknown} von ${counted("pieces", "Sendung", "Sendungen")} sind weder als zugestellt noch als zurückgekommen oder abgelehnt vermerkt.`,
  "mail-purposes": "Als Geld für die Post gezählt: {counted}. Nicht gezählt: {others}.",
  "for-mail": "die Post",
  "funds-spent": "{cameIn} gingen für {purpose} ein, und die Sendungen seither kosteten {spent}: {left} sind übrig.",
  "funds-by-book": "Nach dem Buch der Gelder gingen {cameIn} für {purpose} ein und {wentOut} aus: {left} sind übrig.",
  "mailings-cost": "Die Sendungen kosteten in derselben Zeit {spent}.",
  "lasts-between":
    "Bei den höchsten Monatskosten {months, plural, one {des letzten Monats} other {der letzten # Monate}} ({dear}) reicht es {least} Monate, bei den niedrigsten ({cheap}) {most}.",
  "lasts-open":
    "Bei den höchsten Monatskosten {months, plural, one {des letzten Monats} other {der letzten # Monate}} ({dear}) reicht es {least} Monate; in einem davon wurde nichts ausgegeben.",
};

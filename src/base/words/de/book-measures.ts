import type {bookMeasures as english} from "../en/book-measures.ts";
import type {Translated} from "../translated.ts";
import {counted} from "./counted.ts";

/** The measures of the books: labels, what they mean, and why one has no value. */
export const bookMeasures: Translated<typeof english> = {
  "measure.print-run-index": "Index der Druckauflage",
  "measure.print-run-index:NAME": "Index der Druckauflage, {name}",
  "measure.net-circulation": "Nettoauflage",
  "measure.days-to-50-percent": "Tage bis 50 %",
  "measure.days-to-80-percent": "Tage bis 80 %",
  "measure.days-to-95-percent": "Tage bis 95 %",
  "measure.cities-reached": "Erreichte Städte",
  "measure.regions-reached": "Erreichte Regionen",
  "measure.mail-index": "Index des Postversands",
  "measure.mail-delivered-percent": "Zugestellte Post",
  "measure.mail-returned-percent": "Zurückgekommene Post",
  "measure.mail-refused-percent": "Abgelehnte Post",
  "measure.sustainable-months": "Monate, die das Geld für die Post reicht",
  "measure.sustainable-months:NAME": "Monate, die das Geld für {name} reicht",
  "measure.sustainable-pieces": "Sendungen im Monat, ein Jahr lang",
  "print-run-index-means":
    "Gedruckte Exemplare einer Ausgabe im Durchschnitt, aller Titel und Sprachen, gegenüber der Basis. Ein kleiner neuer Titel senkt ihn, obwohl mehr gedruckt wird.",
  "print-run-index-of-title-means":
    "Gedruckte Exemplare einer Ausgabe von {title} im Durchschnitt, gegenüber der Basis.",
  "net-circulation-measure-means":
    "Exemplare, die zu den Lesern gingen und nicht zurückkamen, im Durchschnitt der gedruckten Ausgaben. Wie viele davon gelesen wurden und von wie vielen Menschen, ist nicht bekannt.",
  "days-to-percent-means":
    "Tage vom Druckdatum, bis {percent} % der für Leser bestimmten Exemplare draußen waren; bei mehreren Ausgaben der Median. Gezählt für den Monat, in dem die Ausgabe gedruckt wurde.",
  "cities-reached-means": `Städte, in die im Monat oder im ganzen Zeitraum mindestens ${counted("copies", "Exemplar", "Exemplare")} gingen; was später zurückkam, ist nicht abgezogen.`,
  "regions-reached-means":
    "Regionen, in die mindestens ein Exemplar ging. Lieferungen ohne Angabe der Region stehen in keiner.",
  "mail-index-means":
    "Postsendungen im Durchschnitt des Monats und des vorigen, gegenüber der Basis; für den ganzen Zeitraum Sendungen im Monat.",
  "mail-delivered-means":
    "Zugestellte Sendungen in Prozent der verschickten, nach dem Tag des Versands. Sendungen, von denen nichts vermerkt ist, zählen nicht mit.",
  "mail-returned-means":
    "Zurückgekommene Sendungen in Prozent der verschickten, nach dem Tag des Versands. Sendungen, von denen nichts vermerkt ist, zählen nicht mit.",
  "mail-refused-means":
    "Abgelehnte Sendungen in Prozent der verschickten, nach dem Tag des Versands. Sendungen, von denen nichts vermerkt ist, zählen nicht mit.",
  "sustainable-months-means":
    "Geld für die Post, das am Ende des Monats übrig ist, geteilt durch die durchschnittlichen Kosten eines Monats in den letzten sechs Monaten. Geld, das erst noch kommt, ist nicht dabei.",
  "sustainable-months-of-programme-means":
    "Geld für {name}, das am Ende des Monats übrig ist, geteilt durch die durchschnittlichen Kosten eines Monats in den letzten sechs Monaten. Geld, das erst noch kommt, ist nicht dabei.",
  "sustainable-pieces-means":
    "Geld für die Post, das am Ende des Monats übrig ist, geteilt durch zwölf und durch die durchschnittlichen Kosten einer Sendung in den letzten sechs Monaten.",
  "book-editions": "das Buch der Ausgaben",
  "book-deliveries": "das Buch der Lieferungen",
  "book-mailings": "das Buch der Sendungen",
  "book-translations": "das Buch der Übersetzungen",
  "book-begins": "{book} beginnt im {month}",
  "book-ends": "{book} endet im {month}",
  "nothing-printed":
    "{span, select, month {in diesem Monat wurde keine Ausgabe gedruckt} other {in diesem Zeitraum wurde keine Ausgabe gedruckt}}",
  "no-delivery-noted":
    "{span, select, month {zu dem, was in diesem Monat gedruckt wurde, ist keine Lieferung vermerkt} other {zu dem, was in diesem Zeitraum gedruckt wurde, ist keine Lieferung vermerkt}}",
  "no-region-noted":
    "{span, select, month {nicht aufgezeichnet: keine Lieferung dieses Monats nennt ihre Region} other {nicht aufgezeichnet: keine Lieferung dieses Zeitraums nennt ihre Region}}",
  "nothing-sent":
    "{span, select, month {in diesem Monat wurde nichts verschickt} other {in diesem Zeitraum wurde nichts verschickt}}",
  "no-piece-delivered": "nicht aufgezeichnet: keine Sendung ist als zugestellt vermerkt",
  "fate-not-noted": "nicht aufgezeichnet: was aus den Sendungen wurde, ist nicht vermerkt",
  "no-copy-for-readers": "kein Exemplar war für Leser bestimmt",
  "nothing-delivered": "bisher nichts ausgeliefert",
  "percent-delivered": "bisher {percent} % ausgeliefert",
  "percent-not-reached": `{percent} % nicht erreicht von {late} der ${counted("editions", "Ausgabe", "Ausgaben")}`,
  "average-needs-month": "ein Durchschnitt zweier Monate braucht {month}, und {begins}",
  "no-funds-up-to": "im Buch der Gelder ist bis {month} kein Geld für die Post verzeichnet",
  "nothing-paid-for": "in den letzten {months} Monaten wurde keine Sendung bezahlt",
  "cost-not-noted": `nicht aufgezeichnet: die Kosten von ${counted("mailings", "Sendung", "Sendungen")} bis {month} sind nicht vermerkt`,
  "nothing-sent-in-six-months": "in den letzten sechs Monaten wurde nichts verschickt",
};

import type {units as english} from "../en/units.ts";
import type {Translated} from "../translated.ts";
import {counted} from "./counted.ts";

/** What one is counted in. */
export const units: Translated<typeof english> = {
  "unit.readers": "Leser",
  "unit.documents": "Dokumente",
  "unit.documents-a-day": "Dokumente am Tag",
  "unit.documents-a-reader": "Dokumente je Leser",
  "unit.megabytes": "Megabyte",
  "unit.megabytes-a-day": "Megabyte am Tag",
  "unit.requests": "Anfragen",
  "unit.days": "Tage",
  "unit.months": "Monate",
  "unit.copies": "Exemplare",
  "unit.copies-an-issue": "Exemplare je Ausgabe",
  "unit.points": "Punkte",
  "unit.cities": "Städte",
  "unit.of-cities": `von ${counted("count", "Stadt", "Städten")}`,
  "unit.regions": "Regionen",
  "unit.pieces": "Sendungen",
  "unit.pieces-a-month": "Sendungen im Monat",
  "unit.editions": "Ausgaben",
  "unit.articles": "Artikel",
  "unit.posters": "Plakate",
  "unit.items": "Items",
  "unit.sessions": "Sitzungen",
  "unit.visitors": "Besucher",
  "unit.percent": "Prozent",
  "unit.percent-of-readers": "Prozent der Leser",
  "unit.percent-of-copies": "Prozent der Exemplare",
  "unit.percent-of-pieces-sent": "Prozent der Sendungen",
  "unit.percent-of-pieces-refused": "Prozent der abgelehnten Sendungen",
};

import type {units as english} from "../en/units.ts";
import type {Translated} from "../translated.ts";
import {counted} from "./counted.ts";

/** What one is counted in. */
export const units: Translated<typeof english> = {
  "unit.readers": "lecteurs",
  "unit.documents": "documents",
  "unit.documents-a-day": "documents par jour",
  "unit.documents-a-reader": "documents par lecteur",
  "unit.megabytes": "mégaoctets",
  "unit.megabytes-a-day": "mégaoctets par jour",
  "unit.requests": "requêtes",
  "unit.days": "jours",
  "unit.months": "mois",
  "unit.copies": "exemplaires",
  "unit.copies-an-issue": "exemplaires par numéro",
  "unit.points": "points",
  "unit.cities": "villes",
  "unit.of-cities": `sur ${counted("count", "ville", "villes")}`,
  "unit.regions": "régions",
  "unit.pieces": "envois",
  "unit.pieces-a-month": "envois par mois",
  "unit.editions": "éditions",
  "unit.articles": "articles",
  "unit.posters": "affiches",
  "unit.items": "items",
  "unit.sessions": "sessions",
  "unit.visitors": "visiteurs",
  "unit.percent": "pour cent",
  "unit.percent-of-readers": "pour cent des lecteurs",
  "unit.percent-of-copies": "pour cent des exemplaires",
  "unit.percent-of-pieces-sent": "pour cent des envois",
  "unit.percent-of-pieces-refused": "pour cent des envois refusés",
};

import type {units as english} from "../en/units.ts";
import type {Translated} from "../translated.ts";
import {counted} from "./counted.ts";

/** What one is counted in. */
export const units: Translated<typeof english> = {
  "unit.readers": "lectores",
  "unit.documents": "documentos",
  "unit.documents-a-day": "documentos al día",
  "unit.documents-a-reader": "documentos por lector",
  "unit.megabytes": "megabytes",
  "unit.megabytes-a-day": "megabytes al día",
  "unit.requests": "peticiones",
  "unit.days": "días",
  "unit.months": "meses",
  "unit.copies": "ejemplares",
  "unit.copies-an-issue": "ejemplares por número",
  "unit.points": "puntos",
  "unit.cities": "ciudades",
  "unit.of-cities": `de ${counted("count", "ciudad", "ciudades")}`,
  "unit.regions": "regiones",
  "unit.pieces": "envíos",
  "unit.pieces-a-month": "envíos al mes",
  "unit.editions": "ediciones",
  "unit.articles": "artículos",
  "unit.posters": "carteles",
  "unit.items": "ítems",
  "unit.sessions": "sesiones",
  "unit.visitors": "visitantes",
  "unit.percent": "por ciento",
  "unit.percent-of-readers": "por ciento de los lectores",
  "unit.percent-of-copies": "por ciento de los ejemplares",
  "unit.percent-of-pieces-sent": "por ciento de los envíos",
  "unit.percent-of-pieces-refused": "por ciento de los envíos rechazados",
};

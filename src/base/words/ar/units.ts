import type {units as english} from "../en/units.ts";
import type {Translated} from "../translated.ts";
import {city, counted} from "./counted.ts";

/** What one is counted in. */
export const units: Translated<typeof english> = {
  "unit.readers": "قراء",
  "unit.documents": "وثائق",
  "unit.documents-a-day": "وثائق في اليوم",
  "unit.documents-a-reader": "وثائق لكل قارئ",
  "unit.megabytes": "ميغابايت",
  "unit.megabytes-a-day": "ميغابايت في اليوم",
  "unit.requests": "طلبات",
  "unit.days": "أيام",
  "unit.months": "أشهر",
  "unit.copies": "نسخ",
  "unit.copies-an-issue": "نسخ للعدد الواحد",
  "unit.points": "نقاط",
  "unit.cities": "مدن",
  "unit.of-cities": `من ${counted("count", city)}`,
  "unit.regions": "مناطق",
  "unit.pieces": "رسائل",
  "unit.pieces-a-month": "رسائل في الشهر",
  "unit.editions": "أعداد",
  "unit.articles": "مقالات",
  "unit.posters": "ملصقات",
  "unit.items": "مواد",
  "unit.sessions": "جلسات",
  "unit.visitors": "زوار",
  "unit.percent": "في المئة",
  "unit.percent-of-readers": "في المئة من القراء",
  "unit.percent-of-copies": "في المئة من النسخ",
  "unit.percent-of-pieces-sent": "في المئة من الرسائل المرسلة",
  "unit.percent-of-pieces-refused": "في المئة من الرسائل المرفوضة",
};

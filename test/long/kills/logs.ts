import {lineOf} from "../../intake/workshop.ts";

/** Lines of one month of 2025, no two alike, of a few hundred clients. */
export function monthOf(month: "Jul" | "Aug" | "Sep" | "Oct", count: number, first = 0): string {
  return Array.from({length: count}, (_, index) =>
    lineOf(first + index, {day: `0${1 + (index % 9)}/${month}/2025`}),
  ).join("");
}

/** One client that took so many documents of a month. */
export function heavyOf(month: "Jul" | "Aug" | "Sep", count: number, client: string): string {
  return Array.from({length: count}, (_, index) =>
    lineOf(index, {day: `1${index % 9}/${month}/2025`}).replace(/^\S+/, client),
  ).join("");
}

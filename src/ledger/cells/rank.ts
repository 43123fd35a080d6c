import {type Cell, cell, quoted} from "../../workspace/sheet/cell.ts";
import {countCell} from "./count.ts";

/** A place in a list, or how far the list goes without it. */
export interface Rank {
  /** From 1; null where the list does not hold the name. */
  readonly rank: number | null;
  /** How far the list goes, where the rank is null; null where that is not known. */
  readonly notInFirst: number | null;
}

/** How a rank is written where the list holds `length` names, and not this one. */
export function notInFirst(length: number): string {
  return `not in the first ${length}`;
}

/** A rank from 1 on, or `not in the first N`. */
export const rankCell: Cell<Rank> = cell((text, refuse) => {
  const outside = /^not in the (?:first|top) (.+)$/i.exec(text)?.[1];
  if (/^not in the list$/i.test(text)) return {rank: null, notInFirst: null};
  const number = countCell.safeParse(outside ?? text);
  const help = "write a rank like 1042, or like not in the first 1000000";
  if (!number.success) return refuse(`${quoted(text)} is not a rank`, help);
  if (number.data < 1) return refuse("ranks are counted from 1", help);
  return outside === undefined ? {rank: number.data, notInFirst: null} : {rank: null, notInFirst: number.data};
});

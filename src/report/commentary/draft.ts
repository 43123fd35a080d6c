import {UserError} from "../../base/error.ts";
import type {Period} from "../../base/period.ts";

/** A figure that a commentary names: `{{readers 2005-12}}`. */
export interface NamedFigure {
  readonly measure: string;
  readonly period: Period;
  /** As it was written, `readers 2005-12`. */
  readonly text: string;
  /** Where it stands, `commentary/2005-H2.md:7:12`. */
  readonly where: string;
}

/** A commentary as it was read: its figures are named, and not yet known. */
export interface CommentaryDraft {
  readonly title: string | null;
  readonly by: string;
  readonly date: string;
  /** The file, for faults. */
  readonly name: string;
  /** Markdown. */
  readonly body: string;
  /** The line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
  /** Every figure that it names, in order. */
  readonly figures: readonly NamedFigure[];
}

/** The fault of a commentary that cannot be used. */
export function refusedCommentary(what: string, help: string, where: string): UserError {
  return new UserError("COMMENTARY_REFUSED", what, help, where);
}

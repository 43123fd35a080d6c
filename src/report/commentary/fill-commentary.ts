import {nearest} from "../../base/nearest.ts";
import type {Period} from "../../base/period.ts";
import {visible} from "../../base/text.ts";
import type {Wording} from "../../base/words/message.ts";
import {Translator} from "../../base/words/translator.ts";
import type {Figures} from "../report.ts";
import {type CommentaryDraft, type NamedFigure, refusedCommentary} from "./draft.ts";
import {parseProse} from "./parse-prose.ts";
import type {Commentary} from "./prose.ts";

/** A figure that a commentary may name: how it is printed, or why there is none. */
export interface KnownFigure extends Pick<Figures, "id" | "decimals"> {
  readonly value: number | null;
  readonly reason: Wording | null;
}

/**
 * The commentary with its figures as the report has them, so that they stay true whatever moves.
 *
 * @param figuresOf Every measure's figure of a month or period, logs and books; of any that the draft names.
 * @throws {UserError} COMMENTARY_REFUSED where a figure is named that there is not.
 */
export function fillCommentary(
  draft: CommentaryDraft,
  figuresOf: (period: Period) => readonly KnownFigure[],
  words: Translator,
): Commentary {
  const knownOf = new Map<string, readonly KnownFigure[]>();
  const printed = draft.figures.map((named): [string, string] => {
    const known = knownOf.get(named.period.name) ?? figuresOf(named.period);
    knownOf.set(named.period.name, known);
    return [named.text, printFigure(named, known, words)];
  });
  const {title, by, date} = draft;
  return {title, by, date, blocks: parseProse(draft, new Map(printed))};
}

function printFigure({measure, period, where}: NamedFigure, known: readonly KnownFigure[], words: Translator): string {
  const figure = known.find(({id}) => id === measure);
  if (figure === undefined) {
    const ids = known.map(({id}) => id);
    const near = nearest(measure, ids);
    const help = near === null ? `name one of ${ids.join(", ")}` : `write {{${near} ${period.name}}}`;
    throw refusedCommentary(`there is no figure "${visible(measure)}"`, help, where);
  }
  if (figure.value !== null) return words.number(figure.value, figure.decimals);
  throw refusedCommentary(
    // Faults are told in English.
    `${measure} has no value for ${period.name}: ${new Translator("en").translate(figure.reason ?? "")}`,
    "name a month that has one, or take the figure out",
    where,
  );
}

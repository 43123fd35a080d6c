import {Translator} from "../../../base/words/translator.ts";
import type {Report} from "../../../report/report.ts";
import type {MovedPublished} from "../../../report/restate/figures.ts";
import {figureText} from "../answer.ts";

const words = new Translator("en");

/** A part of the rules that is not published and was not given. */
export interface HiddenPart {
  readonly part: string;
  readonly entries: number;
}

/** What a hidden part can move of a figure: how many requests it took, and between what the figure lies without it. */
export interface HiddenReach {
  /** In a sentence, with what it took. */
  readonly cause: string;
  /** null where none is known. */
  readonly bounds: {readonly low: number; readonly high: number} | null;
  /** Is what was counted outside of these, and outside of those that the value published first has? */
  readonly isOutside: boolean;
}

/** The verdict that a part gives; a part that gives none moves figures in other ways. */
const verdictOf: Readonly<Record<string, string>> = {
  blacklist: "blacklisted",
  developers: "developers",
  networks: "robots",
};

/**
 * Parts that can move the figure, as the published account tells. Null where none can: then it has to be the same.
 *
 * @param inForce What errata have made of it: the lists that are at hand may be those of then, or those of now.
 */
export function hiddenReach(
  figure: MovedPublished,
  inForce: number | null,
  hidden: readonly HiddenPart[],
  report: Report,
): HiddenReach | null {
  const months = report.account.filter(({period}) => figure.span === report.period || period === figure.span);
  const took = (part: string): number => {
    const id = verdictOf[part];
    return months.reduce((sum, {requests, verdicts}) => {
      return sum + (id === undefined ? requests : (verdicts.find((one) => one.id === id)?.requests ?? 0));
    }, 0);
  };
  const isOfPlaces = figure.group === "table" && /^(?:countries|reach)/.test(figure.id);
  const parts = hidden.filter(({part}) => (part === "places" ? isOfPlaces : took(part) > 0));
  if (parts.length === 0) return null;
  const told = parts.map(({part, entries}) => {
    const what = `${part} (${entries} ${entries === 1 ? "entry" : "entries"})`;
    return verdictOf[part] === undefined ? what : `${what}, which took ${took(part)} requests`;
  });
  const isBounded = parts.every(({part}) => verdictOf[part] !== undefined);
  const requests = parts.reduce((sum, {part}) => sum + took(part), 0);
  const [bounds, first] = [inForce, figure.before].map((before) => {
    return isBounded ? boundsOf({...figure, before}, requests, report) : null;
  }) as [HiddenReach["bounds"], HiddenReach["bounds"]];
  return {
    cause: `not at hand: ${told.join("; ")}`,
    bounds,
    isOutside: isBeyond(figure.after, bounds) && isBeyond(figure.after, first),
  };
}

function isBeyond(value: number | null, bounds: HiddenReach["bounds"]): boolean {
  return bounds !== null && value !== null && (value < bounds.low - 1e-9 || value > bounds.high + 1e-9);
}

/** Without a list, at most all that it took is counted besides, each request of another reader. */
function boundsOf({group, id, span, before}: MovedPublished, requests: number, report: Report): HiddenReach["bounds"] {
  if (group !== "measure" || before === null) return null;
  const columns = report.columns.filter(({period}) => span === report.period || period === span);
  const days = columns.reduce((sum, {daysCovered}) => sum + daysCovered, 0);
  if (id === "readers") return {low: before, high: before + requests};
  return id === "documents-per-day" && days > 0 ? {low: before, high: before + requests / days} : null;
}

/** "between 4,882 and 5,117 readers": as the report prints figures of that kind, with what they are counted in. */
export function betweenText(
  {low, high}: NonNullable<HiddenReach["bounds"]>,
  {id, decimals}: Pick<MovedPublished, "id" | "decimals">,
  report: Report,
): string {
  const unit = report.measures.find((measure) => measure.id === id)?.unit;
  // What is rounded inwards would shut out what lies within.
  const scale = 10 ** decimals;
  const [from, until] = [Math.floor(low * scale) / scale, Math.ceil(high * scale) / scale];
  const counted = unit === undefined ? "" : ` ${words.unit(unit)}`;
  return `between ${figureText(from, decimals)} and ${figureText(until, decimals)}${counted}`;
}

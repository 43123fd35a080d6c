import type {Figures, Report} from "../../report/report.ts";
import {captionWithoutChart} from "../charts/captions.ts";
import {coverageSentences} from "../content/coverage.ts";
import {largeFigures} from "../content/large-figures.ts";
import {isReported, isRestated} from "../content/marks.ts";
import {fullMonth} from "../content/months.ts";
import {wordsOf} from "../content/report-words.ts";
import {keyFigure} from "../pdf/parts/figures.ts";
import {shorten, widthOf, wrap} from "../text/wrap.ts";
import {type Drawing, drawCard, type Picture, type PictureLook} from "./card.ts";
import {findPart, nothingIn} from "./find-part.ts";
import {inDirection, lettersIn, shownText, textAt} from "./text.ts";

/**
 * One figure set large, with its change, for a post; what is in doubt about it stands before it.
 *
 * @param id Of a figure of the logs or the books; null for the one that the report itself leads with.
 * @throws {UserError} PICTURE_UNKNOWN, PICTURE_REFUSED
 */
export function drawFigureCard(report: Report, id: string | null, look: PictureLook): Picture {
  const wanted = id ?? largeFigures(report)[0]?.figures.id ?? report.measures[0]?.id ?? "";
  const {view, figures} = findPart(report, {id: wanted, field: "picture"});
  if (figures === undefined) throw nothingIn(wanted, "picture");
  const said = figureWords(view, figures);
  if (said === null) throw nothingIn(wanted, "picture");
  const words = wordsOf(report);
  const doubts = doubtsOf(view, figures);
  const figure = words.t("label-and-text", {label: figures.label, text: words.series([said.value, ...said.more])});
  const alt = words.sentences([...doubts, `${figure}${words.t("full-stop")}`]);
  const texts = {title: figures.label, alt, caption: captionWithoutChart(view, figures)};
  return drawCard(view, texts, (room) => setLarge({...said, doubts}, room, words.language.direction === "rtl"), look);
}

interface FigureWords {
  readonly value: string;
  /** Of when it is; then how it moved. */
  readonly more: readonly string[];
}

function figureWords(report: Report, figures: Figures): FigureWords | null {
  const words = wordsOf(report);
  const large = largeFigures(report).find((one) => one.figures.id === figures.id);
  if (large === undefined) {
    const key = keyFigure(report, figures);
    return key && {value: key.value, more: [key.more]};
  }
  const {value, of, move, between} = large;
  if (move === null) return {value, more: between === null ? [of] : [of, between]};
  const before = words.t("label-and-text", {label: move.beforeOf, text: move.before});
  return {value, more: [of, words.t("in-brackets", {text: move.change, more: before})]};
}

/** What makes the figure less certain than it looks: days without logs, values of others, another value before, its range. */
function doubtsOf(report: Report, figures: Figures): string[] {
  const words = wordsOf(report);
  const told = report.columns.filter((_, i) => isReported(figures, i)).map(({period}) => fullMonth(period, words));
  const spans = [...report.columns.map(({period}) => period), report.period];
  const isMoved = spans.some((span) => isRestated(report, figures, span));
  const range = report.ranges?.measures.find(({id}) => id === figures.id)?.sentence ?? null;
  return [
    ...coverageSentences(report.columns, words),
    ...(told.length === 0 ? [] : [words.t("chart-reported", {months: words.listed(told)})]),
    ...(isMoved
      ? [
          `${words.t("label-and-text", {label: figures.label, text: words.t("restated-since-published")})}${words.t("full-stop")}`,
        ]
      : []),
    ...(range === null ? [] : [range]),
  ];
}

const [largest, smaller, doubtSize] = [190, 32, 25];
const mostDoubtLines = 4;

function setLarge(
  {value, more, doubts}: FigureWords & {readonly doubts: readonly string[]},
  {width, height}: {readonly width: number; readonly height: number},
  isFromRight: boolean,
): Drawing {
  const side = {x: isFromRight ? width : 0, anchor: isFromRight ? "end" : "start"} as const;
  const fit = (text: string, px: number) => {
    const shown = shorten(shownText(text), lettersIn(width, px));
    // A sign stands before its figure in every language.
    return inDirection(isFromRight ? shown.replace(/[+−-](?=\d)/g, "\u200e$&") : shown, isFromRight);
  };
  const wrapped = wrap(shownText(doubts.join(" ")), lettersIn(width, doubtSize));
  const lines = wrapped.slice(0, mostDoubtLines);
  // What there is no room for is in the alternative text, and in the report.
  const kept = lines.map((line, i) =>
    i === mostDoubtLines - 1 && wrapped.length > mostDoubtLines ? `${line} …` : line,
  );
  const above = doubts.length === 0 ? 0 : kept.length * (doubtSize + 8) + 12;
  const room = height - above - more.length * (smaller + 16);
  const px = Math.floor(Math.min(largest, room * 0.95, width / (Math.max(1, widthOf(value)) * 0.56)));
  const y = Math.round(above + (room + px * 0.7) / 2);
  return {
    svg: [
      ...(doubts.length === 0 ? [] : kept).map((line, i) =>
        textAt(inDirection(line, isFromRight), {...side, y: 22 + i * (doubtSize + 8), px: doubtSize, look: "strong"}),
      ),
      textAt(shownText(value), {...side, y, px, look: "serif"}),
      ...more.map((line, i) =>
        textAt(fit(line, smaller), {
          ...side,
          y: y + Math.round(px * 0.12) + (i + 1) * (smaller + 14),
          px: smaller,
          look: i === 0 ? "" : "soft",
        }),
      ),
    ].join("\n"),
    height,
  };
}

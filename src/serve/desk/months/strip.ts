import type {Translator} from "../../../base/words/translator.ts";
import {type CalendarMonth, daysTouched} from "../../../operations/inputs/calendar.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {missingSentences} from "./missing.ts";

/** How a strip is drawn, in the units of its drawing. */
interface StripSize {
  readonly kind: "narrow" | "wide";
  /** Of one day. */
  readonly step: number;
  readonly height: number;
}

const narrow: StripSize = {kind: "narrow", step: 10, height: 40};
const wide: StripSize = {kind: "wide", step: 30, height: 64};

const longest = 31;

/** Below the days stand some of their numbers. */
const roomBelow = 16;

/** A month for a list: its strip and its sentence. */
export function smallStrip(month: CalendarMonth, words: Translator, timeZone: string): Markup {
  return html`<figure class="strip">
${drawing(month, narrow, timeZone)}<figcaption>${stripSentence(month, words, timeZone)}</figcaption>
</figure>
`;
}

/** A month by itself: a strip for a wide page and one for a narrow one. */
export function largeStrip(month: CalendarMonth, words: Translator, timeZone: string): Markup {
  return html`<figure class="strip large">
${drawing(month, wide, timeZone)}${drawing(month, narrow, timeZone)}<figcaption>${stripSentence(month, words, timeZone)} ${words.t("desk-strip-key")}</figcaption>
</figure>
`;
}

/** What a strip shows, in words: how many days, how many requests, and what is missing. */
function stripSentence(
  {days, byDay, requests, missingDays, gaps, cut}: CalendarMonth,
  words: Translator,
  timeZone: string,
): string {
  const covered = words.t("desk-month-covered", {
    covered: byDay.filter((day) => day.requests > 0).length,
    ...{days, requests},
  });
  const missing = missingDays.length === days ? [] : missingDays;
  return words.sentences([
    covered,
    ...missingSentences({missingDays: missing, gaps: [...gaps, ...cut]}, words, timeZone),
  ]);
}

/** The sentence below says what it shows, so that it is passed over by whoever does not see it. */
function drawing(month: CalendarMonth, size: StripSize, timeZone: string): Markup {
  const {kind, step, height} = size;
  const {byDay} = month;
  const most = Math.max(1, ...byDay.map(({requests}) => requests));
  const touched = new Set([...month.gaps, ...month.cut].flatMap((gap) => daysTouched(gap, timeZone)));
  const missing = new Set(month.missingDays);
  const hatch = `hatch-${kind}-${month.month}`;
  const days = byDay.map(({day, requests}, place) => {
    const tall = requests === 0 ? 0 : Math.max(1, Math.round((requests / most) * height));
    const x = place * step;
    const bar =
      tall === 0
        ? noMarkup
        : html`<rect class="day" x="${x + 1}" y="${height - tall}" width="${step - 2}" height="${tall}"/>`;
    const isGap = missing.has(day) || touched.has(day);
    const gap = isGap
      ? html`<rect class="gap" x="${x}" y="0" width="${step}" height="${height}" fill="url(#${hatch})"/>`
      : noMarkup;
    return html`${bar}${gap}`;
  });
  const width = byDay.length * step;
  // As wide as the longest month, so that days are as wide in each.
  const whole = longest * step;
  const numbers = [1, 8, 15, 22, 29].filter((day) => day <= byDay.length);
  return html`<svg class="${kind}" viewBox="0 0 ${whole} ${height + roomBelow}" aria-hidden="true" focusable="false">
<defs><pattern id="${hatch}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatching" x1="0" y1="0" x2="0" y2="5"/></pattern></defs>
${days}
<line class="base" x1="0" y1="${height}" x2="${width}" y2="${height}"/>
${numbers.map((day) => html`<text x="${(day - 0.5) * step}" y="${height + 12}">${day}</text>`)}
</svg>
`;
}

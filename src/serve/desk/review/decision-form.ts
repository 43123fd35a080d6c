import type {Translator} from "../../../base/words/translator.ts";
import type {FileState} from "../../../operations/files/state.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {ReviewDecision} from "../../../report/review.ts";
import {stateInput} from "../form-state.ts";

/** What a person has chosen in a form of decisions. */
export interface ChosenDecision {
  /** One of the reasons that are offered; "" for none. */
  readonly reason: string;
  /** What was typed. */
  readonly own: string;
}

/** What a form of decisions is drawn from. */
export interface DecisionFormParts {
  readonly action: string;
  /** The blacklist as it is seen. */
  readonly seen: FileState;
  readonly reasons: readonly string[];
  readonly chosen: ChosenDecision;
  /** What is wrong with what was sent; null where nothing is. */
  readonly fault: string | null;
  /** Fields above the reasons: who is meant. */
  readonly above?: Markup;
}

/** What can be decided, in the order of the buttons. */
export const decisions = ["robot", "reader", "developer", "later"] as const satisfies readonly ReviewDecision[];

/** The terminal's keys. */
const keys: Readonly<Record<ReviewDecision, string>> = {robot: "b", reader: "r", developer: "d", later: "l"};

/** Why, and the buttons that decide: without script a click for the reason and one for the decision. */
export function decisionForm(parts: DecisionFormParts, words: Translator): Markup {
  const {action, seen, reasons, chosen, fault, above = noMarkup} = parts;
  const radios = reasons.map(
    (
      reason,
      place,
    ) => html`<p><label><input type="radio" name="reason" value="${reason}"${chosen.reason === reason ? html` checked` : noMarkup} data-key="${place + 1}"> <bdi>${reason}</bdi></label></p>
`,
  );
  const told =
    fault === null
      ? noMarkup
      : html`<p class="fault" id="why-fault" role="alert">${fault}</p>
`;
  const described = fault === null ? "own-means" : "why-fault own-means";
  return html`<form method="post" action="${action}" class="act decide">
${stateInput("seen", seen)}
<button type="submit" name="decision" value="" disabled hidden></button>
${above}<fieldset>
<legend>${words.t("desk-review-why")}</legend>
${radios}<div class="field">
<label for="own">${words.t("desk-review-own-reason")}</label>
<input type="text" id="own" name="own" value="${chosen.own}" maxlength="500" autocomplete="off" aria-describedby="${described}"${fault === null ? noMarkup : html` aria-invalid="true"`}>
${told}<p class="means" id="own-means">${words.t("desk-review-own-reason-means")}</p>
</div>
</fieldset>
<p class="acts">${decisions.map(
    (
      decision,
    ) => html`<button name="decision" value="${decision}" data-key="${keys[decision]}">${words.t(`desk-review-as.${decision}`)}</button>
`,
  )}</p>
</form>
`;
}

/** A button that takes back what was decided about a client. */
export function undoForm(to: string, seen: FileState, label: Markup | string, words: Translator): Markup {
  return html`<form method="post" action="${to}/undo">${stateInput("seen", seen)}<button data-key="u">${words.t("desk-review-take-back")}<span class="aloud"> ${label}</span></button></form>`;
}

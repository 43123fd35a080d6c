import {z} from "zod";
import type {SecondProof, TotpOffer} from "../../accounts/enrolment.ts";
import {isOffered, offerPhrase, type PhraseFault} from "../../accounts/factors/pass-phrase.ts";
import type {PasskeySite} from "../../accounts/factors/passkey.ts";
import type {Translator} from "../../base/words/translator.ts";
import {html, type Markup, noMarkup, trusted} from "../../render/markup/html.ts";
import {hasName, hiddenField, saidAbove, textField} from "./parts.ts";
import {passkeyForm} from "./passkey-form.ts";

/** Why a pass phrase that was typed is not taken: it is none, or was typed otherwise the second time. */
export type TypedFault = PhraseFault | "other";

/** A form for a new pass phrase: six words that are offered, and two fields. Typed phrases are never sent back. */
export function phraseForm(
  words: Translator,
  {
    action,
    name,
    offered,
    fault,
  }: {
    readonly action: string;
    /** Whose it is, for what keeps pass phrases in a browser; left out where it has been told already. */
    readonly name?: string;
    readonly offered?: string | undefined;
    readonly fault?: TypedFault | undefined;
  },
): Markup {
  // What was shown is shown again where it was one of ours.
  const offer = offered !== undefined && isOffered(offered) ? offered : offerPhrase();
  const said = fault === undefined || fault === "other" ? undefined : words.t(`desk-phrase-fault.${fault}`);
  return html`<p>${words.t("desk-phrase-offer")}</p>
<p class="secret" lang="en" dir="ltr">${offer}</p>
<form method="post" action="${action}" class="act">
${name === undefined ? noMarkup : html`<input type="text" autocomplete="username" value="${name}" readonly hidden>\n`}${hiddenField("offered", offer)}${textField({name: "phrase", label: words.t("desk-phrase-new"), type: "password", autocomplete: "new-password", hasFocus: true, fault: said})}${textField({name: "twice", label: words.t("desk-phrase-twice"), type: "password", autocomplete: "new-password", fault: fault === "other" ? words.t("desk-phrase-other") : undefined})}<p class="acts"><button class="main">${words.t("desk-second-on")}</button></p>
</form>
`;
}

/** How an app of codes is set up: a picture, the same as a key to be typed, and a field for its first code. */
function totpForm(
  words: Translator,
  {
    action,
    offer: {secret, picture},
    isRefused,
  }: {readonly action: string; readonly offer: TotpOffer; readonly isRefused: boolean},
): Markup {
  const fault = isRefused ? words.t("desk-totp-refused") : undefined;
  return html`<p>${words.t("desk-totp-means")}</p>
<div class="qr" role="img" aria-label="${words.t("desk-totp-picture")}">${trusted(picture)}</div>
<dl class="facts"><dt>${words.t("desk-totp-key")}</dt><dd><code dir="ltr">${secret.match(/.{4}/g)!.join(" ")}</code></dd></dl>
<form method="post" action="${action}" class="act">
${textField({name: "code", label: words.t("desk-second-code"), means: words.t("desk-second-code-means"), autocomplete: "one-time-code", hasFocus: true, isNumber: true, fault})}<p class="acts"><button class="main">${words.t("desk-second-on")}</button></p>
</form>
`;
}

/** A second factor that somebody sets up: which, where its proof is sent to, and the name that the desk is reached by. */
export interface SecondAsked {
  readonly action: string;
  readonly way: SecondProof["kind"];
  readonly site: PasskeySite;
  /** The path of the script for passkeys. */
  readonly script: string;
  /** Was the one before not proved? */
  readonly isRefused: boolean;
}

/** How each is offered; null where it may not be any more. */
export interface SecondOffers {
  readonly totp: () => Promise<TotpOffer | null>;
  readonly passkey: () => Promise<string | null>;
}

/** The form by which a new second factor is set up and proved; null where it may not be any more. */
export async function secondForm(
  words: Translator,
  {action, way, site, script, isRefused}: SecondAsked,
  offers: SecondOffers,
): Promise<Markup | null> {
  if (way === "totp") {
    const offer = await offers.totp();
    return offer && totpForm(words, {action, offer, isRefused});
  }
  if (!hasName(site.host)) return saidAbove(words.t("desk-passkey-name"));
  const options = await offers.passkey();
  if (options === null) return null;
  return html`${isRefused ? saidAbove(words.t("desk-second-passkey-failed")) : noMarkup}<p>${words.t("desk-passkey-means")}</p>
${passkeyForm(words, {action, script, what: "make", options, label: words.t("desk-passkey-make"), fields: noMarkup})}`;
}

/** Which of them is asked for. */
export const secondQuery = z.object({with: z.enum(["totp", "passkey"]).default("totp")});

/** What that form sends. */
export const secondProofForm = z.object({
  code: z.string().max(40).optional(),
  answer: z.string().max(20_000).optional(),
});

/** What was sent, as a proof. */
export function secondProof({code = "", answer}: z.output<typeof secondProofForm>, site: PasskeySite): SecondProof {
  return answer === undefined ? {kind: "totp", code} : {kind: "passkey", answer, site};
}

/** Recovery codes, as they are shown once. */
export function codesShown(words: Translator, codes: readonly string[], to: string): Markup {
  return html`<p>${words.t("desk-codes-means")}</p>
<ol class="codes" dir="ltr">${codes.map((code) => html`<li><code>${code}</code></li>\n`)}</ol>
<p class="acts"><a class="button" href="${to}">${words.t("desk-codes-kept")}</a></p>
`;
}

import type {Translator} from "../../base/words/translator.ts";
import {html, type Markup} from "../../render/markup/html.ts";

/** What a form of passkeys is made of. */
export interface PasskeyForm {
  readonly action: string;
  /** Make a new one, or show one that there is. */
  readonly what: "make" | "show";
  /** What the authenticator is asked, as JSON. */
  readonly options: string;
  readonly label: string;
  /** Where the script lies. */
  readonly script: string;
  /** Further fields. */
  readonly fields: Markup;
}

/** A button for a passkey, which the script shows, and what stands there without it. */
export function passkeyForm(words: Translator, {action, what, options, label, script, fields}: PasskeyForm): Markup {
  return html`<p class="means" data-without-script>${words.t("desk-second-script")}</p>
<form method="post" action="${action}" class="act" data-passkey="${what}" data-options="${options}" hidden>
${fields}<input type="hidden" name="answer" value="">
<p class="acts"><button class="main">${label}</button></p>
<p class="fault" role="alert" data-failed hidden>${words.t("desk-second-passkey-failed")}</p>
</form>
<script type="module" src="${script}"></script>
`;
}

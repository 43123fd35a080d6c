import type {UserError} from "../../base/error.ts";
import type {Translator} from "../../base/words/translator.ts";
import {html, type Markup} from "../../render/markup/html.ts";
import {isAdvised, wordsOfFault} from "./fault-words.ts";

type Helped = Pick<UserError, "help" | "advice">;

/** One thing to try at the desk, in its language; null where that is said in English alone. */
function ownHelp({advice}: Pick<Helped, "advice">, words: Translator): string | null {
  if (advice === null || !isAdvised(advice.advice)) return null;
  const values = Object.entries(advice.values ?? {}).map(([name, value]) => {
    return [name, name === "period" ? words.period(String(value)) : String(value)];
  });
  return words.sayWith(`desk-advice.${advice.advice}`, Object.fromEntries(values));
}

/** One thing to try at the desk, by the code of the fault where nothing closer is known in its language. */
export function helpByCode(fault: Helped & Pick<UserError, "code">, words: Translator): string {
  return ownHelp(fault, words) ?? words.t(`desk-fault-try.${wordsOfFault(fault.code)[1]}`);
}

/** One thing to try at the desk, as closely as it is known, in whatever language that is. */
export function helpMarkup(fault: Helped, words: Translator): Markup {
  const own = ownHelp(fault, words);
  return own === null ? html`<span lang="en" dir="ltr">${fault.help}</span>` : html`${own}`;
}

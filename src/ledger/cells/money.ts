import {type Cell, cell, quoted} from "../../workspace/sheet/cell.ts";
import {numberCell} from "../../workspace/sheet/number-cell.ts";

/** What stands around an amount for its currency: `€`, `US$`, `EUR`, `kr.`. */
const currency = /^(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3}\b|kr\.?|zł)\s*|\s*(?:\p{Sc}|\b[A-Z]{3}|kr\.?|zł|[.,][-–—]+)$/gu;

/** An amount of money that was spent: 0 or more, in plain digits, without its currency. */
export const moneyCell: Cell<number> = cell((text, refuse) => {
  const result = numberCell.safeParse(text);
  if (result.success) return result.data;
  const bare = text.replace(currency, "");
  if (bare === text || bare === "") return refuse(...reasonOf(result.error));
  const amount = numberCell.safeParse(bare);
  const help = amount.success ? `write ${bare}` : reasonOf(amount.error)[1];
  return refuse(`${quoted(text)} has a currency beside its digits`, help);
});

/** An amount of money that came in or, below 0, went out. */
export const amountCell: Cell<number> = cell((text, refuse) => {
  const [, minus = "", rest = text] = /^([-−])\s*(.+)$/.exec(text) ?? [];
  const [, inBrackets] = /^\((.+)\)$/.exec(text) ?? [];
  if (inBrackets !== undefined && moneyCell.safeParse(inBrackets).success) {
    return refuse(`${quoted(text)} is not written in plain digits`, `write -${inBrackets}`);
  }
  const result = moneyCell.safeParse(rest);
  if (result.success) return minus === "" || result.data === 0 ? result.data : -result.data;
  const [what, help] = reasonOf(result.error);
  return refuse(
    what.replace(quoted(rest), quoted(text)),
    minus === "" ? help : help.replace(/^write (?=\d)/, "write -"),
  );
});

interface Refusal {
  readonly issues: readonly {readonly message: string; readonly params?: Readonly<Record<string, unknown>>}[];
}

function reasonOf({issues}: {readonly issues: readonly object[]}): [what: string, help: string] {
  const [issue] = issues as Refusal["issues"];
  return [issue?.message ?? "", String(issue?.params?.["help"] ?? "")];
}

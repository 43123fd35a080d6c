import {type Cell, cell, quoted} from "./cell.ts";

/** Ways to write a number of which it is evident what is meant, and the marks between its thousands. */
const evident: readonly (readonly [form: RegExp, marks: RegExp | ""])[] = [
  // 48,817 and 1,234.5 and 12,34,567
  [/^[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/, /,/g],
  // 1.234,5 and 1.234.567; 48.817 is a plain number
  [/^[1-9]\d{0,2}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/, /\./g],
  // 48 817 and 48'817,5
  [/^[1-9]\d{0,2}(?:[\s'’]\d{3})+(?:[.,]\d+)?$/, /[\s'’]/g],
  // 443,2 and 0,125
  [/^\d+,\d+$/, ""],
];

/**
 * A number, 0 or more: digits, with a point before decimals.
 *
 * Nothing between thousands and no decimal comma: `48,817` is forty-eight thousand to one person and forty-eight to
 * another. What is refused is refused with the number as it is to be written.
 */
export const numberCell: Cell<number> = cell((text, refuse) => {
  if (/^\d+(?:\.\d+)?$/.test(text)) {
    const value = Number(text);
    if (value <= Number.MAX_SAFE_INTEGER) return value;
    return refuse(`${quoted(text)} is more than can be held exactly`, "check its digits");
  }
  if (/^[-−]\s*[\d.,]*[1-9]/.test(text)) return refuse(`${quoted(text)} is less than 0`, "write a number from 0 up");
  const plain = plainDigits(text);
  if (plain !== null) return refuse(`${quoted(text)} is not written in plain digits`, `write ${plain}`);
  return refuse(`${quoted(text)} is not a number`, "write it in plain digits, like 48817 or 443.2");
});

function plainDigits(text: string): string | null {
  const meant = evident.find(([form]) => form.test(text));
  return meant === undefined ? null : text.replace(meant[1], "").replace(",", ".");
}

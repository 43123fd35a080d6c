import {sha256} from "../base/sha256.ts";

/** A text of more bytes than this, as UTF-8, is not kept whole: nobody needs it, and many of them would need all memory. */
const mostBytes = 2048;

/** So many characters are kept of a longer one; fewer where some of them take several bytes. */
const [keptPlain, keptWide] = [1984, 496];

/** How much of the SHA-256 of the whole stands behind them, hexadecimal. */
const hashLength = 32;

/** No unit of UTF-16 takes more bytes. */
const mostBytesAUnit = 3;

/**
 * What is kept of a path, an agent, a site, a host or a method: all of it, up to 2 kB. Of a longer one its beginning, `…`, and a hash of
 * the whole, so that two of them stay two.
 *
 * {@link keptTextSql} says the same in SQL; a test holds them together.
 *
 * @source docs/formats.md#long-texts
 */
export function keptText(text: string): string {
  if (text.length * mostBytesAUnit <= mostBytes) return text;
  const bytes = Buffer.byteLength(text);
  if (bytes <= mostBytes) return text;
  const isPlain = bytes === text.length;
  const beginning = isPlain ? text.slice(0, keptPlain) : [...text.slice(0, 2 * keptWide)].slice(0, keptWide).join("");
  return `${beginning}…${sha256(text).slice(0, hashLength)}`;
}

/** The same question as {@link keptText}, asked of a column in SQL. */
export function keptTextSql(column: string): string {
  return `case when strlen(${column}) > ${mostBytes}
    then left(${column}, case when strlen(${column}) = length(${column}) then ${keptPlain} else ${keptWide} end)
      || '…' || left(sha256(${column}), ${hashLength})
    else ${column} end`;
}

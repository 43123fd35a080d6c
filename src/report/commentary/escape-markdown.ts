import {visible} from "../../base/text.ts";

/**
 * Text in which no character is markup, for anywhere in a line of Markdown but its start.
 *
 * Colons before slashes and dots after `www` are escaped because GitHub makes links of bare addresses; raised parts, braces, names between
 * colons, and dashes and dots in a row because pandoc reads marks in them.
 */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .trim()
    .replace(/[\\`*_[\]<>|~&#$@^{}]/g, "\\$&")
    .replace(/:(?=\/\/|\w+:)|(?<=\bwww)\.|-(?=-)|\.(?=\.\.)/gi, "\\$&");
}

/** Text for the start of a line, where a dash, a number, a letter or a numeral with a full stop would begin a list. */
export function escapeStart(text: string): string {
  return escapeMarkdown(text)
    .replace(/^[-+=(:%]/, "\\$&")
    .replace(/^(\d+|[a-z]|[ivxlcdm]+)([.)])/i, "$1\\$2");
}

import {visible} from "../../base/text.ts";

/**
 * Text in which no character is markup, for anywhere in a line of Markdown but its start.
 *
 * Colons before slashes and dots after `www` are escaped because GitHub makes links of bare addresses.
 */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .trim()
    .replace(/[\\`*_[\]<>|~&#$@]/g, "\\$&")
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, "\\$&");
}

/** Text for the start of a line, where a dash or a number with a full stop would begin a list. */
export function escapeStart(text: string): string {
  return escapeMarkdown(text)
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

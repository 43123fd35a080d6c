import {type Document, isMap, isScalar, isSeq, type Node, parseDocument} from "yaml";
import {parseConfig} from "../../workspace/config/config.ts";
import {type SettingField, settingFields} from "./fields.ts";

/** What a field holds. */
export interface SettingValue {
  readonly field: SettingField;
  /** As it is typed, a list with an entry a line; empty where nothing is said, and the default holds. */
  readonly text: string;
  /** How it is written where that does not fit into the field, and is changed in the text alone; else null. */
  readonly written: string | null;
}

/**
 * What does a `broadsheet.yaml` say, field by field?
 *
 * @throws {UserError} CONFIG_UNREADABLE or CONFIG_REFUSED, with line and column.
 */
export function readSettings(text: string): SettingValue[] {
  parseConfig(text);
  const document = parseDocument(text, {logLevel: "error"});
  return settingFields.map((field) => ({field, ...valueIn(document, field)}));
}

/** The value of a field in settings that can be read. */
export function valueIn(document: Document, {path, kind}: SettingField): Omit<SettingValue, "field"> {
  let node: unknown = document.contents;
  for (const name of path.split(".")) {
    if (node === null || node === undefined || (isScalar(node) && node.value === null))
      return {text: "", written: null};
    if (!isMap(node)) return writtenAs(node, document);
    node = node.get(name, true);
  }
  if (node === undefined || node === null) return {text: "", written: null};
  if (isScalar(node))
    return node.value === null ? {text: "", written: null} : {text: String(node.value), written: null};
  const items = kind === "list" && isSeq(node) ? node.items : null;
  if (items?.every((item) => isScalar(item) && item.value !== null) !== true) return writtenAs(node, document);
  const lines = items.map((item) => String((item as {value: unknown}).value));
  return lines.some((line) => /[\r\n]/.test(line))
    ? writtenAs(node, document)
    : {text: lines.join("\n"), written: null};
}

function writtenAs(node: unknown, document: Document): Omit<SettingValue, "field"> {
  return {text: "", written: JSON.stringify((node as Node).toJS(document))};
}

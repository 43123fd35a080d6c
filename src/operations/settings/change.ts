import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import {labelMeant} from "../../base/words/labels.ts";
import {parseConfig} from "../../workspace/config/config.ts";
import {type SettingField, settingFields} from "./fields.ts";
import {valueIn} from "./read.ts";
import {formOf, withChanges} from "./rewrite.ts";

/**
 * The text of a `broadsheet.yaml` after fields of a form were filled in: comments, order and whatever the form does not speak of stay as
 * they are.
 *
 * @param typed What each field holds now, by its path; empty where the default is to hold. A field that is missing, or that holds what
 *   it held, changes nothing.
 * @throws {UserError} CONFIG_UNREADABLE or CONFIG_REFUSED where the settings cannot be read as they are, or as they would be.
 */
export function changeSettings(text: string, typed: ReadonlyMap<string, string>): string {
  return changeText(text, (document) => {
    for (const field of settingFields) {
      const given = typed.get(field.path);
      if (given === undefined) continue;
      const {text: before, written} = valueIn(document, field);
      const after = tidied(field, given);
      if (written !== null || after === before) continue;
      const names = field.path.split(".");
      if (after === "") removeIn(document, names);
      else setIn(document, names, typedValue(field, after));
    }
  });
}

/**
 * The text with labels of the publisher's own set, by the ids of what they are of; an empty one is taken away.
 *
 * @throws {UserError} as {@link changeSettings}
 */
export function changeLabels(text: string, labels: ReadonlyMap<string, string>): string {
  return changeText(text, (document) => {
    for (const [id, label] of labels) {
      const names = ["labels", writtenId(document, id)];
      if (label.trim() === "") removeIn(document, names);
      else setIn(document, names, label.trim());
    }
  });
}

/** The id as the settings write it, which may be a shorter one. */
function writtenId(document: Document, id: string): string {
  const labels = document.get("labels", true) as unknown;
  const written = isMap(labels) ? labels.items.map(({key}) => String(isScalar(key) ? key.value : key)) : [];
  return (
    written.find((name) => {
      const meant = labelMeant(name);
      return "id" in meant && meant.id === id;
    }) ?? id
  );
}

function changeText(text: string, change: (document: Document) => void): string {
  parseConfig(text);
  const document: Document = parseDocument(text, {logLevel: "error"});
  const form = formOf(text);
  const before = document.toString(form);
  if (document.contents === null) document.contents = document.createNode({}) as never;
  change(document);
  const after = document.toString(form);
  const changed = after === before ? text : withChanges(text, before, after);
  parseConfig(changed);
  return changed;
}

function tidied({kind}: SettingField, text: string): string {
  if (kind !== "list") return text.trim();
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** What a field says, as the file has it; what is no number stays text, which the settings then refuse by name. */
function typedValue({kind, choices}: SettingField, text: string): unknown {
  if (kind === "list") return text.split("\n");
  const isNumber = /^(?:0|[1-9]\d{0,14})$/.test(text);
  if (kind === "number" || (kind === "choice" && choices.includes(text))) {
    if (isNumber) return Number(text);
    if (text === "true" || text === "false") return text === "true";
  }
  return text;
}

function setIn(document: Document, names: readonly string[], value: unknown): void {
  let map = document.contents as unknown as YAMLMap;
  for (const name of names.slice(0, -1)) {
    const inner = map.get(name, true) as unknown;
    if (!isMap(inner)) map.set(name, keepComment(document.createNode({}), inner));
    map = map.get(name, true) as unknown as YAMLMap;
  }
  const name = names.at(-1)!;
  const known = map.get(name, true) as unknown;
  const [only, ...more] = Array.isArray(value) ? (value as unknown[]) : [value];
  if (isScalar(known) && more.length === 0) known.value = only;
  else if (isSeq(known) && Array.isArray(value)) setItems(document, known, value);
  else map.set(name, keepComment(document.createNode(value), known));
}

/** A value in the place of another keeps what was remarked on it. */
function keepComment(node: Node, known: unknown): Node {
  const {comment, commentBefore} = (known ?? {}) as Partial<Node>;
  if (comment) node.comment = comment;
  if (commentBefore) node.commentBefore = commentBefore;
  return node;
}

/** Entries that stay keep what was remarked on them. */
function setItems(document: Document, list: YAMLSeq, entries: readonly unknown[]): void {
  const known = [...list.items];
  list.items = entries.map((entry) => {
    const place = known.findIndex((item) => isScalar(item) && String(item.value) === entry);
    return place === -1 ? document.createNode(entry) : known.splice(place, 1)[0];
  });
}

/** Takes a setting away, and those above it that hold nothing more; what was remarked before it stays, before what follows. */
function removeIn(document: Document, names: readonly string[]): void {
  const above = names.slice(0, -1);
  const map = (above.length === 0 ? document.contents : document.getIn(above, true)) as unknown;
  if (!isMap(map)) return;
  const items = map.items as Pair<Node, Node | null>[];
  const place = items.findIndex(({key}) => isScalar(key) && String(key.value) === names.at(-1));
  if (place === -1) return;
  const [removed] = items.splice(place, 1);
  const remark = removed!.key.commentBefore;
  if (remark) {
    const next = items[place]?.key;
    if (next) next.commentBefore = next.commentBefore ? `${remark}\n${next.commentBefore}` : remark;
    else map.comment = map.comment ? `${remark}\n${map.comment}` : remark;
  }
  if (items.length === 0 && above.length > 0 && !map.comment) removeIn(document, above);
}

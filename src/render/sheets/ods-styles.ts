import {withEntities} from "../../base/text.ts";
import type {LanguageId} from "../../base/words/language.ts";
import type {Translator} from "../../base/words/translator.ts";
import type {NumberForm, SheetValue} from "./cells.ts";

/** A letter of the usual size, in centimetres. */
const letterWidth = 0.21;

const space = "<number:text> </number:text>";
const month = '<number:month number:style="short" number:textual="true"/>';
const year = '<number:year number:style="long"/>';

const countries: Readonly<Record<LanguageId, string>> = {en: "US", es: "ES", fr: "FR", de: "DE", zh: "CN", ar: "SA"};

function localeOf({language}: Translator): string {
  const [id] = language.tag.split("-") as [LanguageId];
  return `number:language="${id}" number:country="${countries[id]}"`;
}

/** The styles of a spreadsheet's cells and columns, written down as they are asked for. */
export class OdsStyles {
  readonly #words: Translator;
  readonly #columns = new Map<number, string>();
  readonly #forms = new Map<string, string>();
  readonly #cells = new Map<string, string>();
  /** Of every sheet. */
  readonly table = "ta1";

  constructor(words: Translator) {
    this.#words = words;
  }

  /** The style of a column, by its width in letters. */
  column(width: number): string {
    return kept(this.#columns, width, "co");
  }

  /** The style of a cell. */
  cell(value: SheetValue): string {
    return this.#style(value, {isHead: false, isNumber: value.kind === "number"});
  }

  /** The style of the head of a column, which stands over what it heads. */
  head(value: SheetValue, isNumber: boolean): string {
    return this.#style(value, {isHead: true, isNumber});
  }

  #style(value: SheetValue, {isHead, isNumber}: {readonly isHead: boolean; readonly isNumber: boolean}): string {
    const form = kept(this.#forms, this.#formXml(value), "N");
    const look = [
      isHead ? 'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"' : "",
      value.kind === "number" && value.isReported ? 'fo:font-style="italic"' : "",
    ].join(" ");
    const border = isHead ? ' fo:border-bottom="0.75pt solid #1b1a18"' : "";
    const start = this.#words.language.direction === "rtl" ? "end" : "start";
    const align = `<style:paragraph-properties ${isNumber ? 'fo:text-align="end"' : `fo:text-align="${start}" fo:margin-left="0.2cm"`}/>`;
    const wrap = value.kind === "text" ? ' fo:wrap-option="wrap"' : "";
    const source = value.kind === "number" ? "" : ' style:text-align-source="fix"';
    const place = `style:vertical-align="${isHead ? "bottom" : "top"}"`;
    const text = look.trim() === "" ? "" : `<style:text-properties ${look.trim()}/>`;
    const body = `style:data-style-name="${form}"><style:table-cell-properties ${place}${wrap}${source}${border}/>${align}${text}</style:style>`;
    return kept(this.#cells, body, "ce");
  }

  #formXml(value: SheetValue): string {
    if (value.kind === "number") return numberXml(value.form);
    if (value.kind !== "date") return '<number:text-style style:name="@"><number:text-content/></number:text-style>';
    const parts = !value.isMonth
      ? `${year}<number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>`
      : this.#words.language.tag.startsWith("zh")
        ? `${year}<number:text>年</number:text><number:month/><number:text>月</number:text>`
        : `${month}${space}${year}`;
    return `<number:date-style style:name="@" ${localeOf(this.#words)}>${parts}</number:date-style>`;
  }

  /** What is written down of them. */
  xml(): string {
    const isFromRight = this.#words.language.direction === "rtl";
    const mode = isFromRight ? "rl-tb" : "lr-tb";
    return [
      ...[...this.#columns].map(
        ([width, name]) =>
          `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties style:column-width="${(width * letterWidth).toFixed(2)}cm"/></style:style>`,
      ),
      '<style:style style:name="ro1" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>',
      `<style:style style:name="${this.table}" style:family="table" style:master-page-name="Default"><style:table-properties table:display="true" style:writing-mode="${mode}"/></style:style>`,
      ...[...this.#forms].map(([xml, name]) => xml.replaceAll('name="@', `name="${name}`)),
      ...[...this.#cells].map(
        ([body, name]) =>
          `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default" ${body}`,
      ),
      "",
    ].join("\n");
  }
}

/** The name under which something is kept; a new one where it is not. */
function kept<Key>(names: Map<Key, string>, key: Key, prefix: string): string {
  const name = names.get(key) ?? `${prefix}${names.size + 1}`;
  names.set(key, name);
  return name;
}

function numberXml({decimals, before, after, isRatio, isSigned}: NumberForm): string {
  const digits = `<number:number number:decimal-places="${decimals}" number:min-decimal-places="${decimals}" number:min-integer-digits="1" number:grouping="true"/>`;
  const text = (shown: string) => (shown === "" ? "" : `<number:text>${withEntities(shown)}</number:text>`);
  const kind = isRatio ? "percentage-style" : "number-style";
  const style = (name: string, content: string, more = "") =>
    `<number:${kind} style:name="${name}"${more === "" ? "" : ' style:volatile="true"'}>${content}</number:${kind}>`;
  const form = isRatio ? `${digits}<number:text>%</number:text>` : `${text(before)}${digits}${text(after)}`;
  if (!isSigned) return style("@", form);
  // Other parts of the number line have styles of their own, which the last one names.
  const [above, below] = [
    style("@P0", `${text("+")}${form}`, "volatile"),
    style("@P1", `${text("-")}${form}`, "volatile"),
  ];
  const maps =
    '<style:map style:condition="value()&gt;0" style:apply-style-name="@P0"/><style:map style:condition="value()&lt;0" style:apply-style-name="@P1"/>';
  return `${above}${below}<number:${kind} style:name="@">${form}${maps}</number:${kind}>`;
}

/** What a spreadsheet looks like where nothing else is said. */
export function odsStyleSheet(words: Translator): string {
  const office = "urn:oasis:names:tc:opendocument:xmlns";
  const mode = words.language.direction === "rtl" ? ' style:writing-mode="rl-tb"' : "";
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles xmlns:office="${office}:office:1.0" xmlns:style="${office}:style:1.0" xmlns:fo="${office}:xsl-fo-compatible:1.0" office:version="1.2">
<office:styles>
<style:default-style style:family="table-cell"><style:text-properties fo:font-size="10pt"/></style:default-style>
<style:style style:name="Default" style:family="table-cell"/>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="pm1"><style:page-layout-properties style:print-orientation="landscape" fo:page-width="29.7cm" fo:page-height="21cm" style:scale-to-X="1"${mode}/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Default" style:page-layout-name="pm1"/></office:master-styles>
</office:document-styles>
`;
}

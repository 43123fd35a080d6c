import {
  AlignmentType,
  BorderStyle,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
  type NumberingDefinition,
} from "docx";
import type {Language} from "../../base/words/language.ts";

/** Of what is written and drawn, as in the PDF. */
export const colors = {ink: "141414", soft: "55524E", line: "BDB8B0", accent: "1F4F7A", pale: "C9D7E4"} as const;

/** Fonts that come with word processors; where one is missing, they take another of its kind. */
const serif = {ascii: "Cambria", hAnsi: "Cambria", cs: "Times New Roman", eastAsia: "SimSun"};
const sans = {ascii: "Calibri", hAnsi: "Calibri", cs: "Arial", eastAsia: "Microsoft YaHei"};

/** The languages that letters of each kind are checked in. */
const lettersOf: Readonly<Record<string, string>> = {
  en: "en-GB",
  es: "es-ES",
  fr: "fr-FR",
  de: "de-DE",
  "zh-Hans": "zh-CN",
  ar: "ar-SA",
};

/** The name by which Word knows the language of a report: `de-DE`. */
export function wordLanguage({tag}: Pick<Language, "tag">): string {
  return lettersOf[tag] ?? tag;
}

/** How all that is said looks: headings, tables, notes are styles, to be changed in one place. */
export function stylesFor(language: Pick<Language, "tag" | "direction">): IStylesOptions {
  const tag = wordLanguage(language);
  const latin = tag === "zh-CN" || tag === "ar-SA" ? "en-GB" : tag;
  const heading = (size: number, before: number, after: number, font = serif) => ({
    run: {font, size, bold: true, boldComplexScript: true, sizeComplexScript: size, color: colors.ink},
    paragraph: {spacing: {before, after}, keepNext: true, keepLines: true},
  });
  const small = (
    id: string,
    name: string,
    {size, color = colors.soft, ...paragraph}: SmallStyle,
  ): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: "Normal",
    quickFormat: true,
    run: {font: sans, size, sizeComplexScript: size, color},
    paragraph,
  });
  return {
    default: {
      document: {
        run: {
          font: serif,
          size: 20,
          sizeComplexScript: 20,
          color: colors.ink,
          language: {value: latin, eastAsia: "zh-CN", bidirectional: "ar-SA"},
        },
        paragraph: {spacing: {after: 120, line: 259, lineRule: LineRuleType.AUTO}},
      },
      title: heading(50, 80, 120),
      heading1: {
        ...heading(26, 360, 140),
        paragraph: {
          ...heading(26, 360, 140).paragraph,
          border: {top: {style: BorderStyle.SINGLE, size: 6, color: colors.ink, space: 5}},
        },
      },
      heading2: heading(20, 240, 80, sans),
      heading3: heading(19, 160, 60, sans),
      footnoteText: {
        run: {size: 16, sizeComplexScript: 16},
        paragraph: {spacing: {after: 20, line: 240, lineRule: LineRuleType.AUTO}},
      },
      hyperlink: {run: {color: colors.accent, underline: {}}},
    },
    paragraphStyles: [
      small("Publication", "Publication", {size: 24, color: colors.ink, spacing: {after: 60}, keepNext: true}),
      small("Byline", "Byline", {size: 16, spacing: {after: 240}}),
      small("Contents", "Contents", {size: 17, spacing: {after: 160}}),
      small("FigureName", "Figure name", {
        size: 16,
        color: colors.ink,
        spacing: {after: 0, line: 240, lineRule: LineRuleType.AUTO},
      }),
      small("FigureValue", "Figure value", {
        size: 40,
        color: colors.ink,
        spacing: {after: 0, line: 240, lineRule: LineRuleType.AUTO},
      }),
      small("FigureMore", "Figure change", {size: 15, spacing: {after: 0, line: 240, lineRule: LineRuleType.AUTO}}),
      {
        id: "Lead",
        name: "Lead",
        basedOn: "Normal",
        quickFormat: true,
        run: {size: 25, sizeComplexScript: 25},
        paragraph: {spacing: {before: 240, after: 140}},
      },
      small("TableCaption", "Table caption", {
        size: 16,
        spacing: {before: 120, after: 50, line: 240, lineRule: LineRuleType.AUTO},
      }),
      small("TableHead", "Table head", {
        size: 16,
        spacing: {before: 20, after: 20, line: 240, lineRule: LineRuleType.AUTO},
      }),
      small("TableText", "Table text", {
        size: 17,
        color: colors.ink,
        spacing: {before: 30, after: 30, line: 240, lineRule: LineRuleType.AUTO},
      }),
      small("TableFigure", "Table figure", {
        size: 17,
        color: colors.ink,
        spacing: {before: 30, after: 30, line: 240, lineRule: LineRuleType.AUTO},
        alignment: AlignmentType.RIGHT,
      }),
      small("Remark", "Remark", {size: 16, spacing: {before: 80, after: 120, line: 247, lineRule: LineRuleType.AUTO}}),
      small("Reason", "Reason", {
        size: 16,
        color: colors.ink,
        spacing: {before: 40, after: 40, line: 247, lineRule: LineRuleType.AUTO},
      }),
      small("Running", "Running head", {size: 15, spacing: {after: 0, line: 240, lineRule: LineRuleType.AUTO}}),
      {id: "ListItem", name: "List item", basedOn: "Normal", quickFormat: true, paragraph: {spacing: {after: 60}}},
      {
        id: "Quotation",
        name: "Quotation",
        basedOn: "Normal",
        quickFormat: true,
        run: {color: colors.soft},
        paragraph: {indent: {start: 284}},
      },
    ],
  };
}

interface SmallStyle {
  readonly size: number;
  readonly color?: string;
  readonly spacing: NonNullable<NonNullable<IParagraphStyleOptions["paragraph"]>["spacing"]>;
  readonly keepNext?: boolean;
  readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
}

const levels = [0, 1, 2, 3, 4, 5];

/** Lists with dashes. */
export const dashes: NumberingDefinition = {
  reference: "dashes",
  levels: levels.map((level) => ({
    level,
    format: LevelFormat.BULLET,
    text: "–",
    alignment: AlignmentType.START,
    style: {paragraph: {indent: {start: 220 * (level + 1), hanging: 220}}},
  })),
};

/** Lists with numbers from one on. */
export function numbersFrom(start: number): NumberingDefinition {
  return {
    reference: `numbers-${start}`,
    levels: levels.map((level) => ({
      level,
      format: LevelFormat.DECIMAL,
      text: `%${level + 1}.`,
      start,
      alignment: AlignmentType.START,
      style: {paragraph: {indent: {start: 360 * (level + 1), hanging: 360}}},
    })),
  };
}

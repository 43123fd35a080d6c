import {describe, expect, test} from "vitest";
import {type LanguageId, languages} from "../../../src/base/words/language.ts";
import {withReaderNouns} from "../../../src/base/words/reader-nouns.ts";
import {Translator} from "../../../src/base/words/translator.ts";

const wordsWith = (language: LanguageId, readers: string) => new Translator(language, {"measure.readers": readers});

describe("texts call readers as the label of their figure does", () => {
  for (const [language, label, section, column, perReader] of [
    ["en", "Readers", "Readers of News", "Readers", "Files per reader"],
    ["en", "Distinct visitors", "Visitors of News", "Visitors", "Files per visitor"],
    ["en", "FM listeners", "FM listeners of News", "FM listeners", "Files per FM listener"],
    ["en", "People", "People of News", "People", "Files per user"],
    ["de", "Leser", "Leser von News", "Leser", "Dokumente pro Leser"],
    ["de", "Verschiedene Besucher", "Besucher von News", "Besucher", "Dokumente pro Besucher"],
    ["de", "Abos", "Abos von News", "Abos", "Dokumente pro Nutzer"],
    ["de", "Leserinnen und Leser", "Leserinnen und Leser von News", "Leserinnen und Leser", "Dokumente pro Nutzer"],
    ["fr", "Lecteurs distincts", "Lecteurs (News)", "Lecteurs", "Documents par lecteur"],
    ["es", "Lectores", "Lectores de News", "Lectores", "Documentos por lector"],
    ["es", "Gente", "Gente de News", "Gente", "Documentos por usuario"],
    ["ar", "القراء", "قراء News", "القراء", "الوثائق لكل مستخدم"],
    ["ar", "الزائرون", "زائرو News", "الزائرون", "الوثائق لكل مستخدم"],
    ["zh", "独立读者", "News的读者", "读者", null],
  ] as const) {
    test(`${language}: ${label}`, () => {
      const words = wordsWith(language, label);
      expect(words.t("measure.section-readers:NAME", {name: "News"})).toBe(section);
      expect(words.t("column.readers")).toBe(column);
      if (perReader !== null) expect(words.t("measure.documents-per-reader")).toBe(perReader);
    });
  }

  for (const [language, label, want] of [
    ["en", "Readers", "Tables left out, as nobody knows of how many readers a row is: x."],
    ["de", "Leser", "Weggelassene Tabellen, da niemand weiß, von wie vielen Lesern eine Zeile ist: x."],
    ["de", "Personen", "Weggelassene Tabellen, da niemand weiß, von wie vielen Personen eine Zeile ist: x."],
    ["fr", "Lecteurs", "Tableaux écartés, nul ne sachant de combien de lecteurs est une ligne : x."],
    ["fr", "Abonnés", "Tableaux écartés, nul ne sachant de combien d’abonnés est une ligne : x."],
    ["es", "Lectores", "Tablas excluidas, pues nadie sabe de cuántos lectores es una fila: x."],
    ["ar", "القراء", "الجداول المستبعدة، إذ لا أحد يعلم عدد قراء كل سطر: x."],
    ["zh", "读者", "因各行有多少读者无人知晓，以下表格不予列出：x。"],
  ] as const) {
    test(`a note in ${language}, of ${label}`, () => {
      expect(wordsWith(language, label).t("tables-not-recorded", {tables: "x"})).toBe(want);
    });
  }

  for (const [language, label, own] of [
    ["en", "Readers", /\busers?\b(?!-)/iu],
    ["de", "Leser", /Nutzer/u],
    ["fr", "Lecteurs", /utilisateur/iu],
    ["es", "Lectores", /usuario/iu],
    ["zh", "读者", /用户/u],
  ] as const) {
    test(`no message in ${language} has another word for them`, () => {
      const left = Object.entries(languages[language].messages).filter(([id, text]) => {
        // An AI that somebody asks is asked by nobody's reader; what stands in braces is a name.
        return !id.startsWith("robots-") && own.test(withReaderNouns(text, label, language).replace(/\{users\}/gu, ""));
      });
      expect(left).toEqual([]);
    });
  }

  test("a label that is no plain noun leaves texts as they are", () => {
    for (const label of [
      "Readers (by computer)",
      "{name}",
      "100 readers",
      "a".repeat(60),
      "Readers, as far as we know",
    ]) {
      expect(wordsWith("en", label).t("column.readers")).toBe("Users");
    }
  });

  test("what an AI does for somebody is not done for a reader", () => {
    expect(wordsWith("en", "Readers").t("robots-ai-user")).toContain("user");
  });
});

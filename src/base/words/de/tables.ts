import type {tables as english} from "../en/tables.ts";
import type {Translated} from "../translated.ts";
import {counted} from "./counted.ts";

/** The tables behind the figures from logs. */
export const tables: Translated<typeof english> = {
  "table.departments": "Ressorts",
  "table.languages": "Sprachen",
  "table.top-documents": "Meistgelesene Dokumente",
  "table.top-documents:NAME": "Meistgelesene Dokumente: {name}",
  "table.countries": "Länder",
  "table.cities": "Städte",
  "table.referrers": "Woher die Leser kamen",
  "table.robots": "Was Roboter abriefen, nach Namen",
  "table.robots:kinds": "Was Roboter abriefen, nach Art",
  "table.ai-agents": "KI-Agenten",
  "table.hours": "Stunden des Tages",
  "table.weekdays": "Wochentage",
  "table.missing-documents": "Fehlende Dokumente",
  "table-unmatched": "In keinem Ressort",
  "column.documents": "Dokumente",
  "column.readers": "Nutzer",
  "column.requests": "Anfragen",
  "column.megabytes": "Megabyte",
  "column.sharePercent-of-files": "Anteil der Dokumente",
  "column.sharePercent-of-requests": "Von allen Anfragen",
  "column.bytesSharePercent": "Von allen Bytes",
  "head-department": "Ressort",
  "head-language": "Sprache",
  "head-document": "Dokument",
  "head-country": "Land",
  "head-city": "Stadt",
  "head-site": "Website",
  "head-kind": "Art",
  "head-robot": "Roboter",
  "head-agent": "Agent",
  "head-hour": "Stunde",
  "head-day": "Tag",
  "head-path": "Pfad",
  "departments-means": "Gezählte Anfragen nach dem Teil der Website, dem sie galten, so wie der Verlag ihn einteilt.",
  "languages-means":
    "Gezählte Anfragen nach der Sprache, die der Verlag für den Teil der Website angibt, dem sie galten.",
  "top-documents-means":
    "Gezählte Anfragen nach Dokumenten. Pfade, die zum selben Dokument führen, sind einer, und ein verschobenes Dokument behält seine Geschichte.",
  "countries-means":
    "Gezählte Anfragen nach dem Land, in dem die Adresse des Lesers eingetragen ist. Wer über das Netz einer Firma oder eine Zwischenstelle liest, kann anderswo sein.",
  "cities-means":
    "Gezählte Anfragen nach der Stadt, in der die Adresse des Lesers vermutet wird: eine Schätzung, die oft ein gutes Stück danebenliegt.",
  "referrers-means":
    "Gezählte Anfragen nach der Website, deren Verweis gefolgt wurde, soweit Browser es verraten. Verweise von Seite zu Seite der Publikation sind nicht dabei.",
  "robots-means":
    "Alles, was Roboter anfragten, auch Grafiken und fehlende Dokumente, als Anteil an allem, was überhaupt ausgeliefert wurde. Nichts davon steht in den Zahlen der Leser.",
  "ai-agents-means":
    "Was Agenten von KI-Firmen anfragten: um Modelle zu trainieren, um einen Index aufzubauen oder weil ein Mensch etwas fragte. Sie stehen neben den Lesern, nie unter ihnen.",
  "hours-means": "Gezählte Anfragen nach der Stunde, in der sie nach der Uhr der Publikation beantwortet wurden.",
  "weekdays-means": "Gezählte Anfragen nach Wochentagen. Ein Zeitraum hat nicht von jedem gleich viele.",
  "missing-documents-means":
    "Mit 404 beantwortete Anfragen, die jede andere Regel gezählt hätte: was Leser vergeblich suchten. Keine davon steht in einer anderen Zahl.",
  "unmatched-means": "Dokumente, auf die kein Anfang in der Tabelle der Ressorts passt.",
  others: "Übrige",
  "not-known": "Nicht bekannt",
  "in-no-department": "In keinem Ressort",
  "no-language-given": "Keine Sprache angegeben",
  "no-site-named": "Keine Website genannt",
  "robot-in-network": "In einem Netz von Robotern",
  "robot-asked-for-robots-txt": "Fragte nach /robots.txt",
  "robot-unnamed": "ohne Namen",
  "robot-without-agent": "kein Agent genannt",
  "places-looked-up":
    "Nachgeschlagen in {sources}, als die Protokolle gelesen wurden; Rechnernamen werden nicht nachgeschlagen.",
  "path-and-files": `{path} (${counted("files", "Dokument", "Dokumente")})`,
  "unmatched-most-read": "Am meisten gelesen und in keinem Ressort: {paths}. Alle: {command}.",
  "own-sites-unknown": "Es ist keine eigene Website der Publikation bekannt.",
  "own-sites-given": "Eigene Seiten: {sites}.",
  "own-sites-found":
    "Eigene Seiten: {sites} (erschlossen aus den Grafiken, die Browser für ihre Seiten abriefen; nennen Sie die Ihren unter {setting}).",
  "referrer-spam-left-out": `Nicht dabei: ${counted("count", "gezählte Anfrage", "gezählte Anfragen")} mit einer Herkunft, die bekanntlich erfunden ist, um gesehen zu werden.`,
  "others-are-few":
    "Die übrigen werden nicht genannt: Sie, oder was andere Zahlen von ihnen übrig lassen, sind weniger als {smallest, number} Nutzer.",
  "rows-among-others":
    "Unter den übrigen {count, plural, one {steht # Zeile, die groß genug ist} other {stehen # Zeilen, die groß genug sind}}: Neben anderen Zahlen dieses Berichts würde mehr auf weniger als {smallest, number} Nutzer zeigen.",
  "referrer-spam-few":
    "Ebenfalls weggelassen: Anfragen mit einem Verweis, der bekanntlich erfunden ist, um gesehen zu werden. Wie viele, wird nicht genannt, damit auf niemanden gezeigt wird.",
};

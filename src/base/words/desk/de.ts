import type {DeskMessages} from "./message.ts";

/** What the desk says, in German. */
export const deskGerman: DeskMessages = {
  // The frame.
  desk: "Redaktion",
  "desk-today": "Heute",
  "desk-months": "Monate",
  "desk-review": "Prüfung",
  "desk-books": "Bücher",
  "desk-report": "Bericht",
  "desk-publish": "Veröffentlichen",
  "desk-settings": "Einstellungen",
  "desk-people": "Personen",
  "desk-role.editor": "Redaktion",
  "desk-role.bookkeeper": "Buchführung",
  "desk-role.reviewer": "Prüfung",
  "desk-role.reader": "Leser von Entwürfen",
  "desk-sign-out": "Abmelden",
  "desk-refused": "Nicht möglich",
  "desk-refused-means": "Das wurde abgelehnt, und nichts wurde geändert.",
  "desk-try": "Was zu tun ist",
  "desk-not-yours": "Das dürfen Sie nicht",
  "desk-not-yours-means": "Ihre Aufgabe in der Redaktion ist „{role}“. Die Redaktion kann das ändern.",
  "desk-missing": "Diese Seite gibt es nicht",
  "desk-session-ended": "Ihre Sitzung ist zu Ende",
  "desk-session-ended-means":
    "Melden Sie sich wieder an. Was Sie geschrieben haben, ist noch da, wenn Sie zurückgehen.",
  "desk-sign-in": "Anmelden",
  "desk-bug": "Ein interner Fehler",
  "desk-bug-means":
    "Es ist ein Fehler in Broadsheet; nichts wurde doppelt gezählt, und nichts ging verloren. Melden Sie ihn mit der Nummer {number}.",
  "desk-again": "Bestätigen Sie, dass Sie es sind",
  "desk-again-means": "Zuvor wird noch einmal nach Ihrem zweiten Faktor gefragt.",

  // Signing in, people.

  // Today.

  // Months.

  // Jobs.

  // Review.

  // Books.

  // Files.
  "desk-saved": "Gespeichert: {file}.",
  "desk-merged":
    "Gespeichert: {file}. Inzwischen hatte jemand anders {count, plural, one {eine Zeile} other {# Zeilen}} angefügt; jetzt ist beides da.",
  "desk-merged-between": "Was dazwischenkam",
  "desk-conflict": "Jemand anders hat die Datei geändert",
  "desk-conflict-means":
    "{file} ist nicht mehr, wie sie war, als Ihr Formular entstand. Nichts wurde gespeichert. Unten steht, wie sie jetzt ist und wie sie mit Ihrer Eingabe wäre; das Formular enthält sie noch. Wenn Sie es speichern, tritt es an die Stelle dessen, was jetzt da ist.",
  "desk-conflict-gone":
    "{file} gibt es nicht mehr. Nichts wurde gespeichert; das Formular enthält Ihre Eingabe noch. Wenn Sie es speichern, entsteht die Datei wieder.",
  "desk-conflict-theirs": "Wie sie jetzt ist",
  "desk-conflict-yours": "Wie Sie sie geschrieben haben",
  "desk-changes": "Was sich unterscheidet",
  "desk-changes-out": "fällt weg",
  "desk-changes-in": "kommt dazu",
  "desk-changes-none": "Nichts unterscheidet sich.",
  "desk-changes-many": "Die beiden unterscheiden sich fast ganz.",

  // Report.

  // Settings.
  "desk-settings-means":
    "Ein leeres Feld bedeutet die Vorgabe. Was Sie ändern, wird gezeigt, bevor es gespeichert wird; Anmerkungen in der Datei bleiben.",
  "desk-settings-text": "Alle Einstellungen als Text",
  "desk-settings-form": "Einstellungen als Formular",
  "desk-settings-text-means":
    "Die ganze Datei {file} mit ihren Anmerkungen. Was Sie ändern, wird gezeigt, bevor es gespeichert wird.",
  "desk-settings-look": "Zeigen, was sich ändert",
  "desk-settings-save": "Speichern",
  "desk-settings-back": "Zurück, ohne zu speichern",
  "desk-settings-lists": "In Feldern mit mehreren Zeilen steht ein Eintrag je Zeile.",
  "desk-settings-written": "im Text: {text}",
  "desk-settings-usual": "wie üblich",
  "desk-settings-yes": "ja",
  "desk-settings-no": "nein",
  "desk-settings-same": "dasselbe Dokument",
  "desk-settings-different": "verschiedene Dokumente",
  "desk-settings-refused": "Die Einstellungen würden abgelehnt, und nichts wurde geändert.",
  "desk-settings-before-save": "Noch ist nichts gespeichert. Das würde sich in {file} ändern:",
  "desk-settings-nothing": "Nichts wurde geändert.",
  "desk-settings.publication": "Publikation",
  "desk-settings.report": "Bericht",
  "desk-settings.tables": "Tabellen",
  "desk-settings.rules": "Wer Leser ist",
  "desk-settings.documents": "Dokumente",
  "desk-settings.logs": "Protokolle",
  "desk-settings.ledger": "Bücher und Ranglisten",
  "desk-settings.mail": "Post",
  "desk-setting.publication": "Name der Publikation",
  "desk-setting.timeZone": "Zeitzone",
  "desk-setting.language": "Sprache des Berichts",
  "desk-setting.archive.address": "Adresse des Archivs",
  "desk-setting.compare": "Vergleich mit",
  "desk-setting.base": "Basis des Index",
  "desk-setting.ranges": "Spannen der Zahlen",
  "desk-setting.smallest": "Wenigste Leser, die eine Tabelle zeigt",
  "desk-setting.paper": "Papier der PDF",
  "desk-setting.site": "Die eine Website des Berichts",
  "desk-setting.methodology.extends": "Methodik",
  "desk-setting.methodology.blacklist": "Tabelle der Entscheidungen über Clients",
  "desk-setting.methodology.developers": "Adressen von Entwicklern",
  "desk-setting.methodology.heavyReaders.documents": "Leser mit mehr Dokumenten im Monat bleiben außen vor",
  "desk-setting.methodology.heavyReaders.months": "Nur in diesen Monaten",
  "desk-setting.methodology.doubleClicks.seconds": "Sekunden, in denen ein zweiter Klick keiner ist",
  "desk-setting.methodology.robots.askedForRobotsTxt": "Wer robots.txt abruft, ist ein Roboter",
  "desk-setting.methodology.robots.nominated": "Wer sich wie ein Roboter verhält, ist einer",
  "desk-setting.methodology.robots.withoutAgent": "Wer keinen Browser nennt, ist ein Roboter",
  "desk-setting.departments": "Tabelle der Abteilungen",
  "desk-setting.titles": "Tabelle der Titel",
  "desk-setting.aliases": "Tabelle verschobener Dokumente",
  "desk-setting.documents.query": "Parameter, die ein Dokument ausmachen",
  "desk-setting.documents.trailingSlash": "Mit und ohne Schrägstrich am Ende",
  "desk-setting.documents.case": "Groß- und Kleinbuchstaben",
  "desk-setting.logs": "Dateien und Ordner der Protokolle",
  "desk-setting.logFormat": "Format der Protokolle",
  "desk-setting.client": "Wo die Adresse des Lesers steht",
  "desk-setting.trustedProxies": "Proxys, denen vertraut wird",
  "desk-setting.places": "Länder nachschlagen",
  "desk-setting.addresses": "Adressen versiegelt aufheben, bis ein Monat abgeschlossen ist",
  "desk-setting.ledger.printBase": "Basis der Druckauflage",
  "desk-setting.ledger.mailBase": "Basis der Sendungen",
  "desk-setting.ledger.cities": "Tabelle der Städte",
  "desk-setting.ledger.smallestCity": "Kleinste Lieferung, mit der eine Stadt zählt",
  "desk-setting.ranks.ours": "Unsere Website in Ranglisten",
  "desk-setting.ranks.others": "Andere Websites in Ranglisten",
  "desk-setting.mail.host": "Mailserver",
  "desk-setting.mail.port": "Port",
  "desk-setting.mail.user": "Benutzer",
  "desk-setting.mail.from": "Von",
  "desk-setting.mail.to": "An",

  // Publish.
};

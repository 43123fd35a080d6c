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

  // Publish.
};

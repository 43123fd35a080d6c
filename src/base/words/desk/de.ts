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

  // Report.

  // Settings.

  // Publish.
};

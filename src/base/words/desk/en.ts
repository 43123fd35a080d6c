/** What the desk says, in English. Each screen has a section of its own. */
export const deskEnglish = {
  // The frame.
  desk: "Desk",
  "desk-today": "Today",
  "desk-months": "Months",
  "desk-review": "Review",
  "desk-books": "Books",
  "desk-report": "Report",
  "desk-publish": "Publish",
  "desk-settings": "Settings",
  "desk-people": "People",
  "desk-role.editor": "editor",
  "desk-role.bookkeeper": "bookkeeper",
  "desk-role.reviewer": "reviewer",
  "desk-role.reader": "reader of drafts",
  "desk-sign-out": "Sign out",
  "desk-refused": "Not possible",
  "desk-refused-means": "This was refused, and nothing was changed.",
  "desk-try": "What to try",
  "desk-not-yours": "You may not do this",
  "desk-not-yours-means": "Your part at the desk is “{role}”. An editor can change that.",
  "desk-missing": "There is no such page",
  "desk-session-ended": "Your session has ended",
  "desk-session-ended-means": "Sign in again. What you have typed is still there when you go back.",
  "desk-sign-in": "Sign in",
  "desk-bug": "An internal error",
  "desk-bug-means":
    "It is a fault in Broadsheet; nothing was counted twice, and nothing was lost. Report it with the number {number}.",
  "desk-again": "Confirm that it is you",
  "desk-again-means": "Your second factor is asked for again before this.",

  // Signing in, people.

  // Today.

  // Months.

  // Jobs.

  // Review.

  // Books.

  // Files.
  "desk-saved": "Saved: {file}.",
  "desk-merged":
    "Saved: {file}. Somebody else had added {count, plural, one {a line} other {# lines}} meanwhile; both are there now.",
  "desk-merged-between": "What came in between",
  "desk-conflict": "Somebody else has changed the file",
  "desk-conflict-means":
    "{file} is not as it was when your form was made. Nothing was saved. Below is how it stands now and how it would be with what you typed; the form still holds that. Saving it puts it in the place of what is there now.",
  "desk-conflict-gone":
    "{file} is not there any more. Nothing was saved; the form still holds what you typed. Saving it makes the file again.",
  "desk-conflict-theirs": "As it stands now",
  "desk-conflict-yours": "As you typed it",
  "desk-changes": "What is different",
  "desk-changes-out": "goes",
  "desk-changes-in": "comes",
  "desk-changes-none": "Nothing is different.",
  "desk-changes-many": "The two differ in nearly everything.",

  // Report.

  // Settings.
  "desk-settings-means":
    "A field that is left empty holds the default. What you change is shown before it is saved; comments in the file stay.",
  "desk-settings-text": "All settings as text",
  "desk-settings-form": "Settings as a form",
  "desk-settings-text-means": "The whole of {file}, with its comments. What you change is shown before it is saved.",
  "desk-settings-look": "See what changes",
  "desk-settings-save": "Save",
  "desk-settings-back": "Back, without saving",
  "desk-settings-lists": "In a field of several lines, write one entry a line.",
  "desk-settings-written": "in the text: {text}",
  "desk-settings-usual": "as usual",
  "desk-settings-yes": "yes",
  "desk-settings-no": "no",
  "desk-settings-same": "the same document",
  "desk-settings-different": "different documents",
  "desk-settings-refused": "The settings would be refused, and nothing was changed.",
  "desk-settings-before-save": "Nothing is saved yet. This is what would change in {file}:",
  "desk-settings-nothing": "Nothing was changed.",
  "desk-settings.publication": "Publication",
  "desk-settings.report": "Report",
  "desk-settings.tables": "Tables",
  "desk-settings.rules": "Who is a reader",
  "desk-settings.documents": "Documents",
  "desk-settings.logs": "Logs",
  "desk-settings.ledger": "Ledger and ranks",
  "desk-settings.mail": "Mail",
  "desk-setting.publication": "Name of the publication",
  "desk-setting.timeZone": "Time zone",
  "desk-setting.language": "Language of the report",
  "desk-setting.archive.address": "Address of the archive",
  "desk-setting.compare": "Compare with",
  "desk-setting.base": "Base of the index",
  "desk-setting.ranges": "Ranges of the figures",
  "desk-setting.smallest": "Fewest readers shown in a table",
  "desk-setting.paper": "Paper of the PDF",
  "desk-setting.site": "The one site of the report",
  "desk-setting.methodology.extends": "Methodology",
  "desk-setting.methodology.blacklist": "Table of decisions about clients",
  "desk-setting.methodology.developers": "Addresses of developers",
  "desk-setting.methodology.heavyReaders.documents": "Readers of more documents a month than this are left out",
  "desk-setting.methodology.heavyReaders.months": "In these months alone",
  "desk-setting.methodology.doubleClicks.seconds": "Seconds within which a second click is none",
  "desk-setting.methodology.robots.askedForRobotsTxt": "Who asks for robots.txt is a robot",
  "desk-setting.methodology.robots.nominated": "Who behaves like a robot is one",
  "desk-setting.methodology.robots.withoutAgent": "Who names no browser is a robot",
  "desk-setting.departments": "Table of departments",
  "desk-setting.titles": "Table of titles",
  "desk-setting.aliases": "Table of moved documents",
  "desk-setting.documents.query": "Parameters that make a document",
  "desk-setting.documents.trailingSlash": "With and without a slash at the end",
  "desk-setting.documents.case": "Capitals and small letters",
  "desk-setting.logs": "Files and folders of logs",
  "desk-setting.logFormat": "Format of the logs",
  "desk-setting.client": "Where the reader’s address stands",
  "desk-setting.trustedProxies": "Proxies that are trusted",
  "desk-setting.places": "Look up countries",
  "desk-setting.addresses": "Keep addresses, sealed, until a month is closed",
  "desk-setting.ledger.printBase": "Base of the print run",
  "desk-setting.ledger.mailBase": "Base of the mailings",
  "desk-setting.ledger.cities": "Table of cities",
  "desk-setting.ledger.smallestCity": "Smallest delivery that a city counts for",
  "desk-setting.ranks.ours": "Our site in lists of ranks",
  "desk-setting.ranks.others": "Other sites in lists of ranks",
  "desk-setting.mail.host": "Mail server",
  "desk-setting.mail.port": "Port",
  "desk-setting.mail.user": "User",
  "desk-setting.mail.from": "From",
  "desk-setting.mail.to": "To",

  // Publish.
} as const;

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

  // Publish.
} as const;

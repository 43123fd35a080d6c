/** What no log can tell, printed with every report. */
export const standingNotes: readonly string[] = [
  "A reader here is a computer, not a person. Several people may use one computer, and one person may use several.",
  "Many readers of a household, an office or a provider can share one address and are then counted as one; a reader whose address changes is counted again.",
  "A document that a browser or a provider's cache keeps and shows again does not reach the server and is not counted.",
  "A request that was counted was delivered; whether the document was read is not known.",
];

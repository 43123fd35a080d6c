/**
 * A fault of ours that an engine found: of which kind, in which question. What the engine says beside that may be a line of a log, a value
 * or a statement, and is not kept.
 */
export class EngineBug extends Error {
  override readonly name = "EngineBug";
  /** Did it come up while a file was read? Then the file may be to blame. */
  readonly isAboutFile: boolean;

  constructor(what: string, isAboutFile = false) {
    super(what);
    this.isAboutFile = isAboutFile;
  }
}

import type {PreparedRows} from "../../engine/prepared-rows.ts";
import type {DraftContext} from "../draft-context.ts";
import {askOfLines, linesInText} from "../lines.ts";
import {factsSql, mostBytes} from "../parse-sql.ts";
import {clientColumns, type TypedLine} from "./fact-columns.ts";

/** Asks the engine what lines say that are not plain: by the format's exact expression. */
export class LineTyper {
  readonly #typing: PreparedRows;

  constructor({engine, format, workspace, latest}: DraftContext) {
    // JavaScript's numbers hold 53 bits.
    const ids = clientColumns.map((name) => `${name}::varchar as ${name}`).join(", ");
    this.#typing = engine.prepared(`select * exclude (${clientColumns.join(", ")}, "at", bytes, refused), ${ids},
        epoch_us("at") / 1000000 as second, case when bytes <= ${mostBytes} then bytes end as bytes
      from (${factsSql(format, linesInText, workspace.key, latest)})`);
  }

  /** What the lines say. */
  async type(texts: readonly string[]): Promise<TypedLine[]> {
    return (await askOfLines(this.#typing, texts)).map((row) => {
      const ids = clientColumns.map((name) => [name, row[name] === null ? null : BigInt(row[name]!)]);
      return {...row, ...Object.fromEntries(ids)} as unknown as TypedLine;
    });
  }

  close(): void {
    this.#typing.close();
  }
}

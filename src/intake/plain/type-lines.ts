import type {Row} from "../../engine/contract.ts";
import type {PreparedRows} from "../../engine/prepared-rows.ts";
import type {DraftContext} from "../draft-context.ts";
import {linesInText} from "../lines.ts";
import {factsSql, mostBytes} from "../parse-sql.ts";
import {clientColumns, type TypedLine} from "./fact-columns.ts";

/** How much text goes to the engine at once. */
const textAtOnce = 1 << 22;

/** Asks the engine what lines say that are not plain: by the format's exact expression. */
export class LineTyper {
  readonly #typing: PreparedRows;

  constructor({engine, format, workspace, latest}: DraftContext) {
    // JavaScript's numbers hold 53 bits.
    const ids = clientColumns.map((name) => `${name}::varchar as ${name}`).join(", ");
    this.#typing = engine.prepared(`select * exclude (${clientColumns.join(", ")}, "at", bytes), ${ids},
        epoch_us("at") / 1000000 as second, case when bytes <= ${mostBytes} then bytes end as bytes
      from (${factsSql(format, linesInText, workspace.key, latest)})`);
  }

  /** What the lines say. */
  async type(texts: readonly string[]): Promise<TypedLine[]> {
    return (await askInBatches(this.#typing, texts)).map((row) => {
      const ids = clientColumns.map((name) => [name, row[name] === null ? null : BigInt(row[name]!)]);
      return {...row, ...Object.fromEntries(ids)} as unknown as TypedLine;
    });
  }

  close(): void {
    this.#typing.close();
  }
}

async function askInBatches(statement: PreparedRows, texts: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < texts.length; ) {
    let until = from;
    for (let length = 0; until < texts.length && length < textAtOnce; until++) length += texts[until]!.length + 1;
    for (const row of await statement.rows({lines: texts.slice(from, until).join("\n")})) rows.push(row);
    from = until;
  }
  return rows;
}

import {randomUUID} from "node:crypto";
import {rmSync} from "node:fs";
import {join, resolve} from "node:path";
import {UserError} from "../base/error.ts";
import {isDay, type Period, parsePeriod} from "../base/period.ts";
import {dayAt} from "../base/zone.ts";
import {DuckDbEngine} from "../engine/duckdb.ts";
import {Catalogue} from "../workspace/catalogue.ts";
import {findWorkspace, openWorkspace, type Workspace} from "../workspace/workspace.ts";
import {type Typed, textOption} from "./command.ts";
import type {Outside} from "./outside.ts";

/** A workspace with everything that answers questions about it. */
export interface OpenWorkspace {
  readonly workspace: Workspace;
  readonly catalogue: Catalogue;
  readonly engine: DuckDbEngine;
}

/** The workspace that the command line means. */
export function workspaceTyped(typed: Typed, {cwd}: Outside): Workspace {
  const named = textOption(typed, "folder");
  return openWorkspace(named === undefined ? findWorkspace(cwd) : resolve(cwd, named));
}

/** Opens catalogue and engine for as long as `use` takes, and clears away what the engine spilt. */
export async function withOpen<T>(workspace: Workspace, use: (open: OpenWorkspace) => Promise<T>): Promise<T> {
  const spill = join(workspace.store.folder, `spill-${randomUUID()}`);
  const catalogue = Catalogue.open(workspace.store.catalogue);
  try {
    const engine = await DuckDbEngine.open(spill);
    try {
      return await use({workspace, catalogue, engine});
    } finally {
      await engine.close();
    }
  } finally {
    catalogue.close();
    rmSync(spill, {recursive: true, force: true});
  }
}

/** The period that was typed, `last-month` seen from the publication's own clock. */
export function periodTyped(text: string, timeZone: string, {now}: Outside): Period {
  return parsePeriod(text, dayAt(now(), timeZone));
}

/** The report's date where one was typed. */
export function dateTyped(typed: Typed): string | null {
  const text = textOption(typed, "date");
  if (text === undefined || isDay(text)) return text ?? null;
  throw new UserError("PERIOD_UNREADABLE", `"${text}" is not a day`, "write it like 2006-01-31", "--date");
}

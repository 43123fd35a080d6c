import {spawnSync} from "node:child_process";
import {statSync} from "node:fs";
import {fileURLToPath} from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/**
 * Of when are the sources? What is built bears this date, so that the same sources give the same bytes.
 *
 * `SOURCE_DATE_EPOCH` says so, as everywhere; else the last commit does, and without a repository the list of changes.
 */
export function sourceDate(): Date {
  const told = process.env["SOURCE_DATE_EPOCH"];
  if (told !== undefined && /^\d{1,11}$/.test(told)) return new Date(Number(told) * 1000);
  const {status, stdout} = spawnSync("git", ["log", "-1", "--format=%ct"], {cwd: root, encoding: "utf8"});
  if (status === 0 && /^\d+\n$/.test(stdout)) return new Date(Number(stdout) * 1000);
  return statSync(`${root}CHANGELOG.md`).mtime;
}

import {join} from "node:path";
import {dayAt} from "../../base/zone.ts";
import type {Attendance} from "../../operations/listener.ts";
import type {Store} from "../../operations/store/store.ts";
import {publishedFolder} from "../../workspace/published.ts";
import {readKeptKey} from "../signatures/kept-key.ts";
import {type VerifiedEdition, verifyPlace} from "./verify.ts";

/**
 * Is an edition of the workspace's own what was published, does every output say the same, and do all editions agree? The first three levels,
 * by the workspace's own key alone.
 *
 * @throws {UserError} EDITION_REFUSED, KEYS_REFUSED, KEY_REFUSED; ABORTED
 */
export async function verifyOwnEdition(
  {workspace, versions, now}: Store,
  period: string,
  attendance: Attendance,
): Promise<VerifiedEdition | null> {
  const {folder, config, store} = workspace;
  const key = readKeptKey(store);
  const {editions} = await verifyPlace(
    {
      place: join(publishedFolder, period),
      cwd: folder,
      against: null,
      key: null,
      ours: key && {key, publication: config.publication},
      // None are: that is for people who verify others' editions.
      knownKeys: join(store.folder, "known-keys"),
      hasTrust: false,
      today: dayAt(now(), "UTC"),
      versions: versions as NodeJS.ProcessVersions,
      store: null,
      logs: null,
    },
    attendance,
  );
  return editions.find(({name}) => name === period) ?? editions[0] ?? null;
}

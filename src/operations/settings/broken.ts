import {UserError} from "../../base/error.ts";
import {parseConfig} from "../../workspace/config/config.ts";
import {storePaths} from "../../workspace/workspace-files.ts";
import {type Store, storeOf} from "../store/store.ts";

/**
 * The workspace, or, where its settings cannot be read, as much of it as it takes to mend them: its `broadsheet.yaml` can be read and saved, and nothing
 * else.
 *
 * @throws {UserError} where something other than the settings is at fault
 */
export function openToMend(folder: string, open: () => Store): Store {
  try {
    return open();
  } catch (fault) {
    if (!(fault instanceof UserError) || !["CONFIG_REFUSED", "CONFIG_UNREADABLE"].includes(fault.code)) throw fault;
    const config = parseConfig("publication: settings that cannot be read");
    return storeOf({folder, config, key: "", store: storePaths(folder)}, {worker: "the desk"});
  }
}

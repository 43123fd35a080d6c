import {existsSync, lstatSync, mkdirSync, statSync} from "node:fs";
import {dirname, isAbsolute, join} from "node:path";

/**
 * Where may Node keep what it has compiled, so that nobody else can put code there?
 *
 * What lies there runs. So it is a folder of the user's own, closed to everybody else, and reached by folders that nobody else
 * can put another in the place of. A system's folder for temporary files is none: whoever makes a folder there first owns it.
 *
 * @param env The environment: `XDG_CACHE_HOME`, or on Windows `LOCALAPPDATA`, goes before `.cache` in the user's home.
 * @param home The user's home.
 * @param uid The user's number; undefined on Windows, where folders of a user are closed to others.
 * @returns Null where there is no such folder and none can be made: then nothing is kept, and a command begins later.
 */
export function cacheFolder(env, home, uid) {
  const named = env[uid === undefined ? "LOCALAPPDATA" : "XDG_CACHE_HOME"];
  const parent = named && isAbsolute(named) ? named : join(home, ".cache");
  const folder = join(parent, "broadsheet");
  try {
    // A home that is not there is not made.
    for (const one of [parent, folder]) if (!existsSync(one)) mkdirSync(one, {mode: 0o700});
    if (uid === undefined) return folder;
    const own = lstatSync(folder);
    if (!own.isDirectory() || own.uid !== uid || own.mode & 0o077) return null;
    return isSafeWay(parent, uid) ? folder : null;
  } catch {
    return null;
  }
}

/** Can nobody but the user and root put another folder in the place of one on the way? */
function isSafeWay(folder, uid) {
  const {mode, uid: owner, gid} = statSync(folder);
  // In a folder with the sticky bit, only its owner can move what is in it.
  const isSticky = (mode & 0o1000) !== 0;
  // A group with the user's number is by custom the user's alone.
  const isOpen = (mode & 0o002) !== 0 || ((mode & 0o020) !== 0 && gid !== uid);
  if ((owner !== 0 && owner !== uid) || (isOpen && !isSticky)) return false;
  return folder === dirname(folder) || isSafeWay(dirname(folder), uid);
}

/** The scripts of the desk, by the names of their files in `script/`. Every page works without them. */
export const scriptNames = ["commentary", "live", "passkey", "review"] as const satisfies readonly string[];

/** The name of a script. */
export type ScriptName = (typeof scriptNames)[number];

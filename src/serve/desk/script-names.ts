/** A script of the desk: a file in `script/`, or that of passkeys. Every page works without them. */
export type ScriptName = "commentary" | "live" | "passkey" | "review";

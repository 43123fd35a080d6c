/** What is typed in an edition's folder to check it, by the names that stand in `checking-how`. */
export function checkingCommands(key: string): Readonly<Record<"sums" | "signature" | "verify", string>> {
  return {
    sums: "sha256sum -c SHA256SUMS",
    signature: `minisign -Vm SHA256SUMS -P ${key}`,
    verify: "broadsheet verify .",
  };
}

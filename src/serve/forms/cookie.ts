/** The one cookie of a part of the server: the token of a session, and nothing else. */
export interface SessionCookie {
  readonly name: string;
  /** As they stand behind the value. */
  readonly rules: string;
}

/** `__Host-`: from this host alone, over nothing that can be read on the way, for all of its paths. */
export function hostCookie(part: string): SessionCookie {
  return {name: `__Host-${part}`, rules: "Path=/; Secure; HttpOnly; SameSite=Lax"};
}

/** The token that a request carries; `""` where it carries none. */
export function tokenOf(request: Request, {name}: SessionCookie): string {
  const cookies = (request.headers.get("cookie") ?? "").slice(0, 4096).split(";");
  const own = cookies.map((one) => one.trim()).filter((one) => one.startsWith(`${name}=`));
  // Two of one name are somebody's who has planted one.
  return own.length === 1 ? own[0]!.slice(name.length + 1) : "";
}

/** Sets it, or takes it away, and with it what the browser has kept. */
export function setToken(
  headers: Headers,
  {name, rules}: SessionCookie,
  token: string | null | undefined,
  request: Request,
): void {
  if (token === undefined) return;
  // Asked for from a page of another site it comes without the cookie: then nothing of this one is cleared, and nobody signed out.
  if (token === null && !(request.headers.get("cookie") ?? "").includes(`${name}=`)) return;
  headers.append("Set-Cookie", token === null ? `${name}=; Max-Age=0; ${rules}` : `${name}=${token}; ${rules}`);
  // Who has signed out leaves nothing behind in the browser.
  if (token === null) headers.set("Clear-Site-Data", '"cache", "cookies", "storage"');
}

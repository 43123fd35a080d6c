import type {Browser, Page} from "playwright-core";

/** How a page is looked at. */
export interface Manner {
  readonly width?: number;
  readonly scheme?: "light" | "dark";
  /** The page's own policy forbids scripts; a test's may have to run beside it. */
  readonly bypassCSP?: boolean;
  readonly hasScript?: boolean;
}

/** What a page asked for, and what the browser said of it. */
export interface Seen {
  readonly requests: string[];
  readonly complaints: string[];
}

/** Opens a page in a window of its own, and closes it afterwards. */
export async function lookAt(
  browser: Browser,
  address: string,
  {width = 1280, scheme = "light", bypassCSP = false, hasScript = true}: Manner,
  see: (page: Page, seen: Seen) => Promise<void>,
): Promise<void> {
  const viewport = {width, height: 900};
  const context = await browser.newContext({viewport, colorScheme: scheme, bypassCSP, javaScriptEnabled: hasScript});
  const page = await context.newPage();
  const seen: Seen = {requests: [], complaints: []};
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("console", (message) => seen.complaints.push(message.text()));
  page.on("pageerror", (error) => seen.complaints.push(error.message));
  await page.goto(address);
  await see(page, seen);
  await context.close();
}

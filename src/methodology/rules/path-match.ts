import {extensionOf} from "../site/path.ts";

/** What a rule goes by that looks at paths. */
export interface ByPath {
  /** In lower case, without the dot. */
  readonly extensions: ReadonlySet<string>;
  /** One that ends in a slash means everything below it. */
  readonly paths: readonly string[];
}

/** Does the path end in one of the endings, or is it one of the paths or below it? */
export function fitsByPath(path: string, {extensions, paths}: ByPath): boolean {
  return (
    extensions.has(extensionOf(path)) ||
    paths.some((known) => (known.endsWith("/") ? path.startsWith(known) : path === known))
  );
}

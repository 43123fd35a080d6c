import {writeConfigSchema} from "../src/workspace/config/json-schema.ts";

/** `docs/broadsheet.schema.json`: what `broadsheet.yaml` may say, each setting with the first paragraph of the page on it. */
export function writeSettingsSchema(page: string): string {
  const sections = page.split(/^#{2,3} /m).slice(1);
  const descriptions = sections.map((section) => {
    const [heading = "", ...paragraphs] = section.split("\n\n");
    return [heading.trim(), plain(paragraphs[0] ?? "")] as const;
  });
  return writeConfigSchema(new Map(descriptions));
}

function plain(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll("`", "")
    .replace(/\s+/g, " ")
    .trim();
}

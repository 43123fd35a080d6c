/** The JSON Schema of `broadsheet.yaml`, which `npm run docs` makes of the settings and of the page on them. */
export const settingsSchema = new URL("../../../docs/broadsheet.schema.json", import.meta.url);

import {z} from "zod";
import {servedFaults} from "../fault.ts";
import {jsonAnswer} from "./api/json.ts";
import {defineRoute, type Route} from "./route.ts";

/** The description of the API, made from the table of its routes. */
export function openApiRoute(routes: readonly Route[]): Route {
  const own: Route = defineRoute({
    ...{id: "getDescription", kind: "api", path: "/api/v1/openapi.json", who: "everybody"},
    purpose: "this description, as OpenAPI 3.1",
    params: z.object({}),
    query: z.object({}),
    answer: z.looseObject({openapi: z.string()}),
    carryOut: ({site: {publication, broadsheet}}) => {
      const paths = Object.fromEntries([...routes, own].filter(({kind}) => kind === "api").map(pathItem));
      return jsonAnswer({
        openapi: "3.1.1",
        info: {
          title: `${publication}: readership`,
          version: `1 (Broadsheet ${broadsheet})`,
          summary: "Everything that was published, as data. Nothing is asked for, and nothing is kept of who asks.",
        },
        servers: [{url: "../.."}],
        paths,
        components: {schemas: {Fault: faultSchema}, responses: faultResponses()},
      });
    },
  });
  return own;
}

const faultSchema = schemaOf(
  z.strictObject({
    error: z.strictObject({
      code: z.enum(Object.keys(servedFaults) as [string, ...string[]]),
      message: z.string(),
      where: z.string().nullable().describe("the parameter that is meant"),
      help: z.string(),
      status: z.number().int(),
    }),
  }),
);

function faultResponses(): object {
  const content = {"application/json": {schema: {$ref: "#/components/schemas/Fault"}}};
  return {Fault: {description: "no answer, and why", content}};
}

/** A path as OpenAPI writes it: `/figures/{figure}`. */
export function openApiPath(path: string): string {
  return path.replaceAll(/:(\w+)/g, "{$1}");
}

function pathItem({id, path, purpose, params, query, answer}: Route): [string, object] {
  const parameters = [...parametersOf(params, "path"), ...parametersOf(query, "query")];
  const sheet = "format" in query.shape ? {"text/csv": {schema: {type: "string"}}} : {};
  const get = {
    operationId: id,
    summary: purpose,
    ...(parameters.length === 0 ? {} : {parameters}),
    responses: {
      200: {
        description: "the answer",
        content: {"application/json": {schema: answer === null ? {} : schemaOf(answer)}, ...sheet},
      },
      304: {description: "as it was when it was asked for before (If-None-Match)"},
      default: {$ref: "#/components/responses/Fault"},
    },
  };
  return [openApiPath(path), {get}];
}

function parametersOf(taken: z.ZodObject, place: "path" | "query"): object[] {
  return Object.entries(taken.shape).map(([name, shape]) => {
    const schema = schemaOf(shape as z.ZodType);
    const {default: _, ...bare} = schema;
    return {name, in: place, required: place === "path", schema: place === "path" ? bare : schema};
  });
}

/** In the words of JSON Schema 2020-12. What is checked by code beyond that is said in prose. */
function schemaOf(shape: z.ZodType): Record<string, unknown> {
  const {$schema: _, ...schema} = z.toJSONSchema(shape, {io: "input", unrepresentable: "any"});
  return schema;
}

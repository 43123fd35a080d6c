import type {Rule} from "../rule.ts";

/** Only a request to see something is one: HEAD, POST and what scanners send are not. */
export const notGet: Rule = {
  id: "not-get",
  label: "Requests other than GET",
  explain: ({methods}) => (methods.join() === "GET" ? "" : `counted methods: ${methods.join(", ")}`),
  fitsAnswer: ({method}, {methods}) => !methods.includes(method),
};

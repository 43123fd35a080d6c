import {z} from "zod";
import {staysInside} from "../inside.ts";

/** A file, folder or pattern that a setting names: in the workspace, or by its whole path. */
export const configPath = z
  .string()
  .min(1)
  .refine(staysInside, {
    error: "must stay in the workspace",
    params: {
      help: "name a file in the workspace; where another place is meant, write its whole path, like /srv/lists/robots.txt",
    },
  });

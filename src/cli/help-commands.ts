import type {Command} from "./command.ts";

/**
 * The commands that tell what there is: to a person, to a shell, to an editor.
 *
 * @param all Every command, these too.
 */
export function helpCommands(all: () => readonly Command[]): readonly Command[] {
  return [
    {
      name: "schema",
      purpose: "the JSON Schema of broadsheet.yaml, by which editors complete settings and check them",
      words: "",
      options: [],
      examples: ["broadsheet schema > broadsheet.schema.json"],
      load: async () => (await import("./workspace/schema.ts")).runSchema,
    },
    {
      name: "help",
      purpose: "the documentation, without a network: its pages, a measure, a setting, an error's code, or a command",
      words: "[topic...]",
      options: [],
      examples: [
        "broadsheet help",
        "broadsheet help start",
        "broadsheet help report",
        "broadsheet help CONFIG_REFUSED",
      ],
      load: async () => (await import("./manual/help.ts")).makeHelp(all()),
    },
    {
      name: "completion",
      purpose: "a script that completes what is typed: commands, options, periods, measures",
      words: "<shell>",
      options: [],
      examples: [
        "broadsheet completion bash > /etc/bash_completion.d/broadsheet",
        "broadsheet completion zsh > /usr/local/share/zsh/site-functions/_broadsheet",
        "broadsheet completion fish > ~/.config/fish/completions/broadsheet.fish",
      ],
      load: async () => (await import("./completion/completion.ts")).runCompletion,
    },
    {
      name: "complete",
      purpose: "what may be typed next: completion scripts ask for it",
      words: "[words...]",
      options: [],
      examples: ["broadsheet complete -- report 2005"],
      isHidden: true,
      load: async () => (await import("./completion/complete.ts")).makeComplete(all()),
    },
    {
      name: "version",
      purpose: "which Broadsheet this is",
      words: "",
      options: [],
      examples: ["broadsheet version"],
      load: async () => (await import("./manual/version.ts")).runVersion,
    },
  ];
}

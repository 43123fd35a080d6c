import type {Family} from "./family.ts";

/**
 * Which AI assistants send readers?
 *
 * @source docs/referrers.md#ai-assistants
 */
export const assistants: readonly Family[] = [
  {key: "chatgpt", label: "ChatGPT", hosts: ".chatgpt.com chat.openai.com com.openai.chatgpt"},
  {key: "claude", label: "Claude", hosts: ".claude.ai claude.com com.anthropic.claude"},
  {key: "gemini", label: "Gemini", hosts: "gemini.google.com bard.google.com notebooklm.google.com"},
  {key: "copilot", label: "Copilot", hosts: ".copilot.microsoft.com .copilot.com copilot.cloud.microsoft"},
  {key: "perplexity", label: "Perplexity", hosts: ".perplexity.ai ai.perplexity.app.android"},
  {key: "mistral", label: "Mistral", hosts: "chat.mistral.ai"},
  {key: "meta-ai", label: "Meta AI", hosts: ".meta.ai"},
  {key: "grok", label: "Grok", hosts: ".grok.com x.ai grok.x.ai"},
  {key: "deepseek", label: "DeepSeek", hosts: ".deepseek.com"},
  {key: "qwen", label: "Qwen", hosts: "chat.qwen.ai qwen.ai tongyi.aliyun.com .tongyi.com"},
  {key: "kimi", label: "Kimi", hosts: ".kimi.com kimi.moonshot.cn kimi.ai"},
  {key: "doubao", label: "Doubao", hosts: ".doubao.com"},
  {key: "ernie", label: "Ernie Bot", hosts: "yiyan.baidu.com chat.baidu.com"},
  {key: "yuanbao", label: "Yuanbao", hosts: "yuanbao.tencent.com"},
  {key: "chatglm", label: "ChatGLM", hosts: ".chatglm.cn chat.z.ai"},
  {key: "you", label: "You.com", hosts: ".you.com"},
  {key: "phind", label: "Phind", hosts: ".phind.com"},
  {key: "poe", label: "Poe", hosts: ".poe.com"},
  {key: "pi", label: "Pi", hosts: "pi.ai heypi.com"},
  {key: "duck-ai", label: "Duck.ai", hosts: "duck.ai"},
  {key: "lumo", label: "Lumo", hosts: "lumo.proton.me"},
  {key: "iask", label: "iAsk", hosts: ".iask.ai"},
  {key: "andi", label: "Andi", hosts: ".andisearch.com"},
  {key: "felo", label: "Felo", hosts: ".felo.ai"},
  {key: "genspark", label: "Genspark", hosts: ".genspark.ai"},
  {key: "liner", label: "Liner", hosts: ".liner.com .getliner.com"},
  {key: "manus", label: "Manus", hosts: ".manus.im"},
  {key: "komo", label: "Komo", hosts: ".komo.ai"},
  {key: "monica", label: "Monica", hosts: ".monica.im"},
  {key: "character-ai", label: "Character.AI", hosts: ".character.ai"},
];

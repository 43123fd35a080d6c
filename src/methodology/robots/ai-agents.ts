/** What does a robot of the AI trade do with a document: collect it for models, index it, or fetch it for one person? Or does nobody say? */
export type AiUse = "training" | "search" | "user" | "unknown";

/** The agents of one operator, told apart by what the operator says they are for. */
export interface AiOperator extends Partial<Readonly<Record<AiUse, readonly string[]>>> {
  readonly operator: string;
  /** The operator's own page that says what they are for; null where we know of none. */
  readonly source: string | null;
}

/**
 * Which AI agents are there, and what do their operators say they are for?
 *
 * A name is looked for in any case, at the beginning of a word. Agents that crawler-user-agents knows as AI crawlers and
 * that are not here collect text without an operator's word on what for; they count as training.
 *
 * @source docs/robots.md#ai-agents
 */
export const aiOperators: readonly AiOperator[] = [
  {
    operator: "OpenAI",
    source: "https://developers.openai.com/api/docs/bots",
    training: ["GPTBot"],
    search: ["OAI-SearchBot"],
    user: ["ChatGPT-User", "ChatGPT Agent"],
  },
  {
    operator: "Anthropic",
    source: "https://support.claude.com/en/articles/8896518",
    training: ["ClaudeBot"],
    search: ["Claude-SearchBot"],
    user: ["Claude-User"],
  },
  {
    operator: "Google",
    source: "https://developers.google.com/crawling/docs/crawlers-fetchers/google-user-triggered-fetchers",
    training: ["Google-Extended"],
    search: ["Google-CloudVertexBot"],
    user: ["Google-Agent", "Google-NotebookLM", "Google-GeminiNotebook", "NotebookLM", "GoogleAgent-URLContext"],
  },
  {
    operator: "Meta",
    source: "https://developers.facebook.com/docs/sharing/webmasters/web-crawlers",
    training: ["meta-externalagent"],
    search: ["meta-webindexer"],
    user: ["meta-externalfetcher"],
  },
  {
    operator: "Amazon",
    source: "https://developer.amazon.com/support/amazonbot",
    training: ["Amazonbot"],
    search: ["Amzn-SearchBot"],
    user: ["Amzn-User"],
  },
  {operator: "Apple", source: "https://support.apple.com/en-us/119829", training: ["Applebot-Extended"]},
  {
    operator: "Perplexity",
    source: "https://docs.perplexity.ai/docs/resources/perplexity-crawlers",
    search: ["PerplexityBot"],
    user: ["Perplexity-User", "PerplexityUser"],
  },
  {
    operator: "Mistral",
    source: "https://docs.mistral.ai/robots",
    training: ["MistralAI-Training"],
    search: ["MistralAI-Index"],
    user: ["MistralAI-User"],
  },
  {
    operator: "DuckDuckGo",
    source: "https://duckduckgo.com/duckduckgo-help-pages/results/duckassistbot",
    user: ["DuckAssistBot"],
  },
  {operator: "Common Crawl", source: "https://commoncrawl.org/ccbot", training: ["CCBot"]},
  {operator: "Ai2", source: "https://allenai.org/crawler", training: ["AI2Bot"]},
  {operator: "ByteDance", source: null, training: ["Bytespider", "TikTokSpider"]},
  {
    operator: "others",
    source: null,
    training: [
      ...["anthropic-ai", "Claude-Web", "cohere-training-data-crawler", "Cotoyogi", "Crawl4AI", "Crawlspace"],
      ...["Datenbank Crawler", "FacebookBot", "LAIONDownloader", "MyCentralAIScraperBot", "PanguBot"],
      ...["Poseidon Research Crawler", "TongyiBot", "Webzio-Extended", "YiyanBot"],
      ...["Factset_spyderbot", "FriendlyCrawler", "ICC-Crawler", "ISSCyberRiskCrawler", "Linguee Bot", "omgili"],
      ...["SBIntuitionsBot", "Sidetrade indexer bot", "Timpibot", "VelenPublicWebCrawler", "YandexAdditional"],
    ],
    search: [
      ...["amazon-kendra", "Andibot", "bedrockbot", "ExaSearchBot", "KlaviyoAIBot", "YouBot"],
      ...["Anomura", "Aranet-SearchBot", "atlassian-bot", "AzureAI-SearchBot", "bigsur.ai", "Channel3Bot"],
      ...["Cloudflare-AutoRAG", "HenkBot", "iaskspider", "LinerBot", "LinkupBot", "PhindBot", "Poggio-Citations"],
      ...["ShapBot", "TavilyBot", "ZanistaBot"],
      ...["AddSearchBot", "AIWebIndex", "amazon-QBusiness", "Bravebot", "CloudVertexBot", "iAskBot", "ImagesiftBot"],
      ...["PetalBot", "QualifiedBot", "Querit-SearchBot", "QueritBot", "Terra Cotta"],
    ],
    user: [
      ...["Amazon-Bedrock-AgentCore-Browser", "AmazonBuyForMe", "Claude-Code", "Gemini-Deep-Research"],
      ...["Google-Gemini-CLI", "GoogleAgent-Mariner", "kagi-fetcher", "Kimi-User", "Manus-User", "NovaAct"],
      ...["QuillBot", "TwinAgent", "opencode", "Shap-User", "UseAI"],
    ],
    unknown: [
      ...["AgentTimes", "aiHitBot", "Awario", "BuddyBot", "CragCrawler", "Diffbot", "Echobot Bot", "EchoboxBot"],
      ...["GeistHaus-PageFetcher", "Google-Firebase", "GoogleOther", "Lightpanda", "Mozilla-Tabstack", "NagetBot"],
      ...["netEstate Imprint Crawler", "Panscient", "Reflectionbot", "SemrushBot-OCOB", "SemrushBot-SWA", "WARDBot"],
      ...["wpbot", "WRTNBot"],
    ],
  },
];

/**
 * Names that are words besides: they count where they stand as a program's whole name, with these capitals, as in `Spider/1.0`.
 *
 * @source docs/robots.md#ai-agents
 */
export const aiWords: Readonly<Partial<Record<AiUse, readonly string[]>>> = {
  search: ["ExaBot"],
  user: ["Code", "Cursor", "Operator", "Trae"],
  unknown: ["LCC", "newsai", "OpenAI", "Spider", "YaK"],
};

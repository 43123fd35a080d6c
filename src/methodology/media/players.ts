/** Of which day the list is. */
export const playersVersion = "2026-12-01";

/** Programs that people listen and look with, by how their agents begin, in lower case. Lists of robots may have them, as they are no browsers. */
const players = [
  ...["alexamediaplayer", "amazonmusic", "antennapod", "applecoremedia", "beyondpod", "breaker", "castbox", "castro"],
  ...["deezer", "doubletwist", "downcast", "exoplayer", "foobar2000", "fountain", "goodpods", "google-podcast"],
  ...["googlepodcasts", "gpodder", "gstreamer", "icatcher", "itunes", "ivoox", "kodi", "lavf", "libmpv", "luminary"],
  ...["mpc-hc", "mplayer", "mpv", "nsplayer", "overcast", "player fm", "playerfm", "pocket casts", "pocketcasts"],
  ...["podbean", "podcast addict", "podcastaddict", "podcasts/", "podimo", "podkicker", "podverse", "quicktime"],
  ...["roku", "rssradio", "snipd", "sonos", "spotify", "stagefright", "stitcher", "tunein", "vlc", "winamp"],
  ...["windows-media-player", "xbmc", "zune"],
] as const;

/** What the same companies fetch by themselves, to know what there is: no person hears it. */
const fetching = /bot\b|crawl|spider|fetch|parser|podcast sync|subscriber|feed-id|importer|checker|prefetch|preload/;

/** Is it a program that somebody listens or looks with? By what it says of itself. */
export function isMediaPlayer(agent: string): boolean {
  const text = agent.slice(0, 1000).toLowerCase();
  return players.some((name) => text.startsWith(name)) && !fetching.test(text);
}

/** Does the agent say that it fetches ahead, or for a watch what the telephone beside it has fetched already? */
export function isFetchedAhead(agent: string): boolean {
  return /watchos|apple watch|prefetch|preload/i.test(agent.slice(0, 1000));
}

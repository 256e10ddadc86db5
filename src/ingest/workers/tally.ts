import type {Tally} from "./protocol.ts";

export function emptyTally(): Tally {
  return {
    files: 0,
    bytes: 0,
    berichten: 0,
    ingenomen: 0,
    metBevindingen: 0,
    geweigerd: 0,
    alAanwezig: 0,
    nogGeweigerd: 0,
    langzaamGelezen: 0,
  };
}

export function addTally(total: Tally, more: Tally): void {
  for (const key of Object.keys(more) as (keyof Tally)[]) total[key] += more[key];
}

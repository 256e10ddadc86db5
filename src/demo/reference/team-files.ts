import type {ExampleCell as Cell} from "../../database/reference/table-words.ts";
import type {ReferenceFile} from "../../database/reference/to-csv.ts";
import {isoDate, yearStart} from "../days.ts";
import {teams as tuning} from "../parameters.ts";
import type {Outcome} from "../simulate.ts";
import {teamOf, type World} from "../world.ts";

const directions = ["Noord", "Oost", "Centrum", "Zuid", "West", "Dijk", "Veld", "Haven"];
const employers = ["gemeente", "stichting", "gemeente", "aanbieder", "gemeente"];
const budgets = ["lichte hulp", "alle hulp", "lichte hulp", "geen", "lichte hulp"];

const offers: readonly (readonly [
  naam: string,
  soort: string,
  omschrijving: string,
  plaatsen: number,
  euros: number,
])[] = [
  ["Buurthuis", "vrij toegankelijk", "Inloop, koffie en activiteiten op vier dagdelen per week", 60, 48_000],
  ["Maatjesproject", "informeel", "Vrijwilligers die wekelijks op bezoek gaan", 35, 12_500],
  ["Eettafel", "informeel", "Twee keer per week samen eten", 24, 6_000],
  ["Boodschappendienst", "algemene voorziening", "Boodschappen en klusjes aan huis voor een klein bedrag", 80, 27_000],
  ["Jongerensoos", "vrij toegankelijk", "Inloop voor jongeren van 12 tot 18 jaar met een jongerenwerker", 40, 39_000],
  ["Opvoedspreekuur", "vrij toegankelijk", "Vragen over opvoeden, zonder afspraak en zonder verwijzing", 0, 15_000],
  ["Was- en strijkservice", "algemene voorziening", "De was wordt gehaald en gebracht", 90, 31_000],
];

/** Who works where, who refers, and what there is before a maatwerkvoorziening. */
export function teamFiles({world, teamCount}: Outcome): ReferenceFile[] {
  const teams = Array.from({length: teamCount}, (_, index) => index);
  return [
    {table: "team", rows: teams.map((index) => teamRow(world, index, teamCount))},
    {table: "team_wijk", rows: teamWijkRows(world, teamCount)},
    {
      table: "verwijzer",
      rows: world.verwijzers.all.map(({code, type, naam, wijk}) => [code, type, naam, wijk?.code ?? null]),
    },
    {table: "voorliggend", rows: world.areas.wijken.flatMap(offerRows)},
  ];
}

export function teamCode(index: number): string {
  return `T${String(index + 1).padStart(2, "0")}`;
}

function teamRow(world: World, index: number, teamCount: number): Cell[] {
  const wijken = world.areas.wijken.filter((wijk) => teamOf(world, wijk.number, teamCount) === index);
  const round = Math.floor(index / directions.length);
  const naam = `Wijkteam ${directions[index % directions.length]}${round === 0 ? "" : ` ${round + 1}`}`;
  const fte = Math.round(tuning.fte * (wijken.length / world.areas.wijken.length) * teamCount * 10) / 10;
  return [teamCode(index), naam, employers[index % employers.length], fte, budgets[index % budgets.length]];
}

function teamWijkRows(world: World, teamCount: number): Cell[][] {
  const since = isoDate(yearStart(world.firstYear - 3));
  return world.areas.wijken.map((wijk) => [teamCode(teamOf(world, wijk.number, teamCount)), wijk.code, since, null]);
}

function offerRows(wijk: World["areas"]["wijken"][number]): Cell[][] {
  return [0, 2, 5]
    .slice(0, 2 + (wijk.number % 2))
    .map((step) => offers[(wijk.number + step) % offers.length])
    .map(([naam, soort, text, plaatsen, euros]) => [
      wijk.code,
      `${naam} ${wijk.naam}`,
      soort,
      text,
      plaatsen === 0 ? null : plaatsen,
      euros * 100,
    ]);
}

import type {ColumnWish} from "./columns.ts";

/** The columns of Kerncijfers wijken en buurten we read. Titles and names moved over the years; all known ones stand here. */
export const kwbColumns = {
  inwoners: {names: ["AantalInwoners"]},
  leeftijd0: {names: ["k_0Tot15Jaar", "0 tot 15 jaar"], below: "Leeftijdsgroepen"},
  leeftijd15: {names: ["k_15Tot25Jaar", "15 tot 25 jaar"], below: "Leeftijdsgroepen"},
  leeftijd25: {names: ["k_25Tot45Jaar", "25 tot 45 jaar"], below: "Leeftijdsgroepen"},
  leeftijd45: {names: ["k_45Tot65Jaar", "45 tot 65 jaar"], below: "Leeftijdsgroepen"},
  leeftijd65: {names: ["k_65JaarOfOuder", "65 jaar of ouder"], below: "Leeftijdsgroepen"},
  huishoudens: {names: ["HuishoudensTotaal", "Huishoudens totaal"]},
  alleen: {names: ["Eenpersoonshuishoudens"]},
  grootte: {names: ["GemiddeldeHuishoudensgrootte"]},
  dichtheid: {names: ["Bevolkingsdichtheid"]},
  woz: {names: ["GemiddeldeWOZWaardeVanWoningen", "GemiddeldeWoningwaarde"]},
  corporatie: {names: ["InBezitWoningcorporatie"]},
  laagOpgeleid: {names: ["OpleidingsniveauLaag", "BasisonderwijsVmboMbo1"]},
  middelbaarOpgeleid: {names: ["OpleidingsniveauMiddelbaar", "HavoVwoMbo24"]},
  hoogOpgeleid: {names: ["OpleidingsniveauHoog", "HboWo"]},
  laagInkomen: {names: ["HuishoudensMetEenLaagInkomen"]},
  sociaalMinimum: {names: ["HuishOnderOfRondSociaalMinimum"]},
  bijstand: {names: ["PersonenPerSoortUitkeringBijstand"]},
  jeugdzorg: {names: ["PercentageJongerenMetJeugdzorg"]},
  wmo: {names: ["WmoClientenRelatief"]},
  stedelijkheid: {names: ["MateVanStedelijkheid"]},
} as const satisfies Record<string, ColumnWish>;

export type KwbColumn = keyof typeof kwbColumns;

/** Without these there is no table of population. */
export const neededColumns: readonly KwbColumn[] = [
  "inwoners",
  "leeftijd0",
  "leeftijd15",
  "leeftijd25",
  "leeftijd45",
  "leeftijd65",
];

export type KwbValues = Readonly<Record<KwbColumn, number | null>>;

/** The kenmerken we make of them; a share is in per cent. Null: CBS has not published it, or withholds it. */
export const kwbKenmerken: Readonly<Record<string, (values: KwbValues) => number | null>> = {
  aantal_inwoners: ({inwoners}) => inwoners,
  huishoudens: ({huishoudens}) => huishoudens,
  pct_eenpersoonshuishoudens: ({alleen, huishoudens}) => percentage(alleen, huishoudens),
  gemiddelde_huishoudensgrootte: ({grootte}) => grootte,
  pct_0_14: ({leeftijd0, inwoners}) => percentage(leeftijd0, inwoners),
  pct_65_plus: ({leeftijd65, inwoners}) => percentage(leeftijd65, inwoners),
  bevolkingsdichtheid: ({dichtheid}) => dichtheid,
  pct_sociaal_minimum: ({sociaalMinimum}) => sociaalMinimum,
  pct_laag_inkomen: ({laagInkomen}) => laagInkomen,
  pct_corporatie: ({corporatie}) => corporatie,
  pct_laag_opgeleid: ({laagOpgeleid, middelbaarOpgeleid, hoogOpgeleid}) =>
    laagOpgeleid === null || middelbaarOpgeleid === null || hoogOpgeleid === null
      ? null
      : percentage(laagOpgeleid, laagOpgeleid + middelbaarOpgeleid + hoogOpgeleid),
  // Persons by household: the nearest to the share of households, that CBS does not give by buurt.
  pct_bijstand: ({bijstand, huishoudens}) => percentage(bijstand, huishoudens),
  gemiddelde_woz: ({woz}) => woz,
  stedelijkheid: ({stedelijkheid}) => stedelijkheid,
  pct_jeugdzorg: ({jeugdzorg}) => jeugdzorg,
  wmo_per_1000: ({wmo}) => wmo,
};

function percentage(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole <= 0) return null;
  return Math.round((1000 * part) / whole) / 10;
}

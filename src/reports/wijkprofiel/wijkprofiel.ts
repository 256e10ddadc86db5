import {askMany} from "../../analysis/ask.ts";
import {minimumBase} from "../../indicators/indicator.ts";
import type {Crumb} from "../crumb.ts";
import {readField} from "../field.ts";
import {type Figure, figuresByCode, noFigure, totalOf} from "../figure.ts";
import {formatNumber} from "../format.ts";
import {proofHref} from "../proof-link.ts";
import {type Provenance, provenanceOf} from "../provenance.ts";
import {hrefWith, type QuestionLine, questionLine} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {filterValue, questionFor, type View} from "../view.ts";
import {ownYear, resultsView, type WholeYear, wholeYearOf} from "../whole-year.ts";
import {type Areas, readAreas} from "./areas.ts";
import {type Drawn, drawnFigures, indicatorOf, shownNumber, shownText} from "./drawn.ts";
import {type Finding, findingOf} from "./finding.ts";
import {type Inhabitants, readInhabitants} from "./inhabitants.ts";
import {type AreaMap, areaMap, type MapArea, missingWords} from "./map-figure.ts";
import {completeShare, type MeasureRow, readMeasures} from "./measures.ts";
import {type NeedRow, readNeed} from "./need.ts";
import {type Offer, readOffers, readTeams} from "./offer.ts";
import {wijkprofielPath} from "./paths.ts";
import {narrowedTo, type ProfileView, profileHref} from "./profile-view.ts";

/** The page Wijkprofiel: where help is used, and of one wijk what is needed, used and on offer there. */
export interface Wijkprofiel {
  readonly title: string;
  readonly kern: string;
  readonly crumbs: readonly Crumb[];
  readonly question: QuestionLine;
  readonly map: MapFigure;
  /** null: the page is about the whole gemeente. */
  readonly profile: Profile | null;
}

/** The map with all that belongs to it, and its table. */
export interface MapFigure extends Finding {
  /** What is measured, over which months. */
  readonly about: string;
  readonly map: AreaMap;
  /** "Per wijk", "Per buurt". */
  readonly tabs: readonly {readonly label: string; readonly href: string; readonly isCurrent: boolean}[];
  /** In Dutch order of their names. */
  readonly rows: readonly TableRow[];
  readonly total: {readonly name: string; readonly figure: Figure; readonly text: string | null};
  /** Head of the column of the figure, and its unit. */
  readonly head: string;
  readonly unit: string;
  readonly hasHidden: boolean;
  readonly hasTooFew: boolean;
  readonly hasInhabitants: boolean;
  readonly wholeYear: WholeYear | null;
  /** Why there is no map, and what to do; null: there is one. */
  readonly noMap: string | null;
  /** What else is to be known of the areas: a border that changed, no inhabitants. */
  readonly remarks: readonly string[];
  readonly doesNotSay: readonly string[];
  readonly provenance: Provenance;
  readonly proofHref: string;
  readonly fileHref: string;
}

export interface TableRow {
  readonly area: MapArea;
  readonly href: string | null;
  /** The wijk that a buurt lies in; null in a table of wijken. */
  readonly wijkName: string | null;
  readonly isChosen: boolean;
  /** How many things are on offer there without a decision; null in a table of buurten. */
  readonly offers: number | null;
}

/** All about one wijk. */
export interface Profile {
  readonly name: string;
  readonly placeName: string;
  readonly change: string | null;
  readonly needFinding: string;
  readonly need: readonly NeedRow[];
  readonly needYears: string;
  readonly finding: string;
  readonly measures: readonly MeasureRow[];
  readonly hasHidden: boolean;
  readonly hasTooFew: boolean;
  /** Whether the figures beside it are of more than this wijk. */
  readonly isCompared: boolean;
  readonly teams: readonly string[];
  readonly offers: readonly Offer[];
  readonly provenance: Provenance;
  readonly fileHref: string;
}

export async function wijkprofiel(sources: Sources, profile: ProfileView): Promise<Wijkprofiel> {
  const {place, names} = sources;
  const {view, wijk} = profile;
  const base = await readBase(sources, profile);
  const map = await mapFigure(sources, profile, base);
  const about = wijk === null ? null : await readProfile(sources, profile, base, wijk, map.map);
  const name = wijk === null ? null : names.nameOf("wijk", wijk);
  return {
    title: name === null ? "Wijkprofiel" : `Wijkprofiel ${name}`,
    kern: about === null ? gemeenteKern(map, profile.drawn, place.area) : wijkKern(about),
    crumbs:
      name === null
        ? []
        : [
            {label: place.area, href: profileHref(profile, sources, {wijk: null})},
            {label: name, href: null},
          ],
    question: questionOf(sources, profile, view),
    map,
    profile: about,
  };
}

/** What map and profile both rest on. */
export interface Base {
  readonly areas: Areas;
  readonly inhabitants: Inhabitants;
  readonly offers: ReadonlyMap<string, readonly Offer[]>;
}

export async function readBase(sources: Sources, {view}: ProfileView): Promise<Base> {
  const [areas, inhabitants, offers] = await Promise.all([
    readAreas(sources, view),
    readInhabitants(sources, view),
    readOffers(sources, view),
  ]);
  return {areas, inhabitants, offers};
}

export async function mapFigure(sources: Sources, profile: ProfileView, base: Base): Promise<MapFigure> {
  const {place, names} = sources;
  const {view, drawn, level, wijk} = profile;
  const indicator = indicatorOf(drawn);
  const measured = measuredView(drawn, view, sources);
  const {where} = drawn;
  const [split, perWijk, whole] = await askMany(
    sources.database,
    [
      questionFor(measured, drawn.indicator, {dimensions: [level], where}),
      questionFor(measured, drawn.indicator, {dimensions: ["wijk"], where}),
      questionFor(measured, drawn.indicator, {where}),
    ],
    sources.reader,
  );
  const [wijken, buurten] = (["wijk", "buurt"] as const).map((kind) => new Set(names.codesOf(kind)));
  const map = areaMap({
    areas: base.areas,
    level,
    drawn,
    unit: indicator.unit,
    figures: figuresByCode(split!, level),
    wijkFigures: figuresByCode(perWijk!, "wijk"),
    inhabitants: base.inhabitants.byCode,
    absent: absentFigure(drawn, base.inhabitants),
    isSeen: ({code, kind}) => (kind === "wijk" ? wijken! : buurten!).has(code),
    nameOf: (kind, code) => names.nameOf(kind, code),
    hrefOf: (code) => profileHref(profile, sources, {wijk: code, level: wijk === null ? "buurt" : level}),
    chosen: wijk,
  });
  const total = totalOf(whole!);
  const rows = tableRows(map, sources, profile, base);
  const figures = [...rows.map(({area}) => area.figure), total];
  const hasHidden = figures.some(({missing}) => missing === "verborgen");
  const year = ownYear(measured, view);
  const field = await readField(sources, measured, drawn.indicator);
  const isOfMoney = indicator.unit === "cent";
  const hasInhabitants = base.inhabitants.year !== null;
  return {
    ...findingOf({
      drawn,
      level,
      unit: indicator.unit,
      areas: map.areas,
      total,
      help: helpWords(drawn, view),
      place: place.area,
      wijkName: (code) => names.nameOf("wijk", code),
    }),
    about: aboutWords(indicator.name, drawn, level, year),
    map,
    tabs: (["wijk", "buurt"] as const).map((one) => ({
      label: `Per ${one}`,
      href: profileHref(profile, sources, {level: one}),
      isCurrent: one === level,
    })),
    rows,
    total: {
      name: place.area,
      figure: total,
      text: total.value === null ? null : shownText(shownNumber(total.value, indicator.unit), indicator.unit),
    },
    head: indicator.name,
    unit: drawn.unit,
    hasHidden,
    hasTooFew: figures.some(({missing}) => missing === "te weinig"),
    hasInhabitants,
    wholeYear:
      hasHidden && drawn.yearly === null
        ? wholeYearOf(view, place, (wider) => profileHref({...profile, view: wider}, sources))
        : null,
    noMap: noMapWords(map, base.areas),
    remarks: remarksOf(indicator.denominatorUnit === "inwoners", base, wijk, names),
    doesNotSay: indicator.doesNotSay,
    provenance: {
      ...provenanceOf(field, measured.to, view.knownOn, isOfMoney ? await completeShare(sources, view) : null),
      remarks: hasInhabitants ? [`Inwoners: 1\u00a0januari\u00a0${base.inhabitants.year}`] : [],
    },
    proofHref: proofHref(measured, drawn.indicator, sources),
    fileHref: fileHrefOf(profileHref({...profile, wijk: null}, sources), "kaart.csv", level),
  };
}

/** Over which months the figure of the map is told. */
export function measuredView({yearly}: Drawn, view: View, {place}: Sources): View {
  return yearly === null ? view : resultsView(view, place, yearly);
}

/** Where nothing was counted nobody had help, if people live there; of what is counted of few people nothing follows. */
function absentFigure({indicator}: Drawn, {byCode}: Inhabitants): (code: string) => Figure {
  const isRate = indicator.endsWith("-per-1000") || indicator === "kosten-per-inwoner";
  return (code) => {
    const inhabitants = byCode.get(code);
    if (!isRate || inhabitants === undefined) return noFigure;
    if (inhabitants < minimumBase) return {...noFigure, missing: "te weinig"};
    return {value: 0, numerator: 0, denominator: inhabitants, missing: null};
  };
}

function fileHrefOf(href: string, file: string, level: string): string {
  const [, query = ""] = href.split("?");
  const parameters = new URLSearchParams(query);
  parameters.set("per", level);
  return hrefWith(`${wijkprofielPath}/${file}`, parameters.toString());
}

function aboutWords(name: string, drawn: Drawn, level: string, year: string | null): string {
  const over = year === null ? "" : ` Over ${year}: in een deel van een jaar zou te veel verborgen zijn.`;
  const unit = name.endsWith(drawn.unit) ? "" : `: ${drawn.unit}`;
  return `${name}, per ${level}${unit}.${over}`;
}

/** "Wmo-hulp", "jeugdhulp" or "hulp". */
function helpWords({wet}: Drawn, view: View): string {
  const chosen = wet ?? filterValue(view, "wet");
  if (chosen === null) return "hulp";
  return chosen === "Wmo" ? "Wmo-hulp" : "jeugdhulp";
}

function noMapWords(map: AreaMap, areas: Areas): string | null {
  if (map.hasBorders) return null;
  if (areas.wijken.length === 0) {
    return "Er zijn nog geen wijken ingelezen. Neem gebied.csv en gebieden.geojson in, dan ziet u hier de kaart.";
  }
  if (areas.hasForeignBorder) {
    return "De grenzen staan niet in lengte- en breedtegraden (WGS84). Neem gebieden.geojson opnieuw in, dan ziet u hier de kaart.";
  }
  return map.level === "buurt" && areas.buurten.length === 0
    ? "Er zijn nog geen buurten ingelezen. Kijk per wijk, of neem gebied.csv met buurten in."
    : "Er zijn nog geen grenzen ingelezen. Neem gebieden.geojson in, dan ziet u hier de kaart. De cijfers staan in de tabel.";
}

function remarksOf(isPerInhabitant: boolean, {areas, inhabitants}: Base, wijk: string | null, names: Sources["names"]) {
  const known = new Set(names.codesOf("wijk"));
  const changed = [...areas.changes.keys()].filter((code) => known.has(code));
  return [
    ...(isPerInhabitant && inhabitants.year === null
      ? ["Er is nog geen bevolking ingelezen. Neem bevolking.csv in, dan ziet u cijfers per inwoner."]
      : []),
    ...(wijk === null && changed.length > 0
      ? [
          `Andere buurten of een andere grens sinds ${areas.year}: ${changed.map((code) => names.nameOf("wijk", code)).join(", ")}. Vergelijk daar geen jaren van voor en na ${areas.year}.`,
        ]
      : []),
  ];
}

function tableRows(map: AreaMap, sources: Sources, profile: ProfileView, {offers}: Base): TableRow[] {
  const wijkNames = new Map(map.wijkRows.map(({code, name}) => [code, name]));
  const own = map.level === "wijk" ? map.wijkRows : map.areas.filter(({code}) => code !== "");
  const nameOf = (code: string) => wijkNames.get(code) ?? sources.names.nameOf("wijk", code);
  const rows = own.map((area): TableRow => {
    const isWijk = map.level === "wijk";
    const hasPage = sources.names.codesOf("wijk").includes(area.wijk);
    return {
      area,
      href: hasPage ? profileHref(profile, sources, {wijk: area.wijk, level: isWijk ? "buurt" : map.level}) : null,
      wijkName: isWijk ? null : nameOf(area.wijk),
      isChosen: area.wijk === profile.wijk,
      offers: isWijk ? (offers.get(area.code)?.length ?? 0) : null,
    };
  });
  return rows.sort(
    (a, b) => collator.compare(a.wijkName ?? "", b.wijkName ?? "") || collator.compare(a.area.name, b.area.name),
  );
}

const collator = new Intl.Collator("nl", {numeric: true});

async function readProfile(
  sources: Sources,
  profile: ProfileView,
  base: Base,
  wijk: string,
  map: AreaMap,
): Promise<Profile> {
  const {place, names} = sources;
  const {view} = profile;
  const isCompared = names.codesOf("wijk").length > 1;
  const [need, measures, teams, field, share] = await Promise.all([
    readNeed(sources, view, wijk),
    readMeasures(sources, view, wijk, isCompared),
    readTeams(sources, view, wijk),
    readField(sources, view),
    completeShare(sources, view),
  ]);
  const name = names.nameOf("wijk", wijk);
  const years = [...new Set(need.map(({year}) => year))].sort();
  const isGone = base.areas.year !== null && !map.wijken.some(({code}) => code === wijk);
  const figures = measures.flatMap(({own, gemeente}) => [own, gemeente]);
  return {
    name,
    placeName: place.area,
    change: isGone
      ? `Deze wijk staat niet in de indeling van ${base.areas.year}, dus niet op de kaart.`
      : (base.areas.changes.get(wijk) ?? null),
    needFinding: needFinding(need, name, place.name),
    need,
    needYears: years.join(" en "),
    finding: useFinding(measures, name, place.area),
    measures,
    hasHidden: figures.some(({missing}) => missing === "verborgen"),
    hasTooFew: figures.some(({missing}) => missing === "te weinig"),
    isCompared,
    teams,
    offers: base.offers.get(wijk) ?? [],
    provenance: provenanceOf(field, view.to, view.knownOn, share),
    fileHref: fileHrefOf(profileHref(profile, sources), `${wijk}/profiel.csv`, profile.level),
  };
}

/** The first thing that stands out of what people there are like. */
function needFinding(need: readonly NeedRow[], name: string, gemeente: string): string {
  if (need.length === 0) return `Over wie er in ${name} wonen, is nog niets ingelezen`;
  const tellers: Readonly<Record<string, string>> = {
    pct_65_plus: "65-plussers",
    pct_eenpersoonshuishoudens: "mensen die alleen wonen",
    pct_sociaal_minimum: "huishoudens rond het sociaal minimum",
    pct_corporatie: "huurders van een corporatie",
  };
  const find = (words: RegExp) =>
    need.flatMap((row) => (tellers[row.kenmerk] !== undefined && words.test(row.words) ? [tellers[row.kenmerk]!] : []));
  const [more, fewer] = [find(/^(hoger|.*keer zo hoog)$/), find(/^(lager|.*helft)$/)];
  if (more.length > 0) return `In ${name} wonen meer ${joined(more)} dan gemiddeld in ${gemeente}`;
  if (fewer.length > 0) return `In ${name} wonen minder ${joined(fewer)} dan gemiddeld in ${gemeente}`;
  return `${name} lijkt op heel ${gemeente}`;
}

function joined(words: readonly string[]): string {
  const [first, second] = words;
  return second === undefined ? first! : `${first} en ${second}`;
}

const isHigher = /^(iets hoger|hoger|.*keer zo hoog)$/;
const isLower = /^(iets lager|lager|.*helft)$/;

/** Whether more or fewer people have help there, where that is not chance. */
function useFinding(measures: readonly MeasureRow[], name: string, place: string): string {
  const help = {wmo: "Wmo-hulp", jeugd: "jeugdhulp"} as const;
  const of = (words: RegExp) =>
    measures.flatMap((row) => (row.id in help && words.test(row.words) ? [help[row.id as keyof typeof help]] : []));
  const [more, fewer] = [of(isHigher), of(isLower)];
  if (more.length > 0 && fewer.length > 0) {
    return `In ${name} krijgen meer mensen ${more[0]} dan in heel ${place}, en minder ${fewer[0]}`;
  }
  if (more.length > 0) return `In ${name} krijgen meer mensen ${joined(more)} dan in heel ${place}`;
  if (fewer.length > 0) return `In ${name} krijgen minder mensen ${joined(fewer)} dan in heel ${place}`;
  const isKnown = measures.some(({id, own}) => id in help && own.value !== null);
  if (!isKnown) return `Wat mensen in ${name} gebruiken, is verborgen of niet bekend`;
  return measures.some(({words}) => words !== "")
    ? `In ${name} is het gebruik ongeveer als in heel ${place}`
    : `Wat mensen in ${name} gebruiken`;
}

function gemeenteKern({map, total, rows}: MapFigure, drawn: Drawn, place: string): string {
  if (total.text === null) {
    return `Voor ${place} is dit cijfer ${missingWords(total.figure.missing)}. Kies een ander cijfer of andere maanden.`;
  }
  const whole = `In heel ${place}: ${drawn.words(total.text)}.`;
  const known = rows.filter(({area}) => area.figure.value !== null);
  if (known.length < 2) return whole;
  const sorted = known.toSorted((a, b) => a.area.figure.value! - b.area.figure.value!);
  const [low, high] = [sorted[0]!.area, sorted.at(-1)!.area];
  const range =
    low.text === high.text
      ? ""
      : ` Per ${map.level} loopt dat van ${low.text} in ${low.name} tot ${high.text} in ${high.name}.`;
  return `${whole}${range} Kies een ${map.level === "wijk" ? "wijk" : "buurt"} om te zien wat mensen er nodig hebben, gebruiken en kunnen vinden.`;
}

function wijkKern({measures, name, placeName, need, offers}: Profile): string {
  const people = measures.find(({id, ownText}) => (id === "wmo" || id === "jeugd") && ownText !== null);
  const waiting = measures.find(({id}) => id === "wachttijd");
  const old = need.find(({kenmerk}) => kenmerk === "pct_65_plus");
  const help = people?.id === "wmo" ? "Wmo-hulp" : "jeugdhulp";
  const beside =
    people === undefined || people.gemeenteText === null || people.words === ""
      ? ""
      : `, in heel ${placeName} ${people.gemeenteText}`;
  const base = people?.id === "wmo" ? "1.000 inwoners" : "100 jongeren";
  const sentences = [
    people === undefined
      ? `Hoeveel mensen in ${name} hulp krijgen, is verborgen of niet bekend.`
      : `In ${name} krijgen ${people.ownText} van elke ${base} ${help}${beside}.`,
    old === undefined ? "" : `Van elke 100 inwoners zijn er ${old.own} 65 jaar of ouder.`,
    waiting === undefined || waiting.words === ""
      ? ""
      : waiting.words === "even lang"
        ? "Mensen wachten er even lang op hulp."
        : `Mensen wachten er ${waiting.words} op hulp.`,
    offers.length === 0
      ? ""
      : `Er ${offers.length === 1 ? "is 1 plek" : `zijn ${formatNumber(offers.length)} plekken`} waar iedereen zo binnen kan lopen of mee kan doen.`,
  ];
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

function questionOf(sources: Sources, profile: ProfileView, view: View): QuestionLine {
  const {place, names} = sources;
  const {drawn, level, wijk} = profile;
  const asked = wijk === null ? view : {...narrowedTo(view, wijk), splitBy: level};
  const line = questionLine({view: asked, place, names, subject: drawn.label, action: wijkprofielPath, hasSplit: true});
  const figure = {
    name: "cijfer",
    label: "Cijfer op de kaart",
    options: drawnFigures.map((one) => ({
      value: one.indicator,
      label: `${one.label[0]!.toUpperCase()}${one.label.slice(1)}`,
      isChosen: one === drawn,
    })),
  };
  const levels = {
    name: "per",
    label: "Kaart per",
    options: [
      {value: "wijk", label: "Wijk", isChosen: level === "wijk"},
      {value: "buurt", label: "Buurt", isChosen: level === "buurt"},
    ],
  };
  return {
    ...line,
    fields: [
      figure,
      ...line.fields.map((field) => {
        if (field.name === "gebied") {
          return {...field, options: field.options.filter(({value}) => !value.startsWith("BU"))};
        }
        return field.name === "per" ? levels : field;
      }),
    ],
    widenings: line.widenings.map(({label}, index) => {
      const other = line.carried[index]!;
      const where = view.where.filter(({dimension}) => dimension !== other.name);
      return {label, href: profileHref({...profile, view: {...view, where}}, sources)};
    }),
  };
}

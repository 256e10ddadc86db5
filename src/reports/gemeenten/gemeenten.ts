import type {Reader} from "../../access/reader.ts";
import {once} from "../../analysis/answers.ts";
import {
  type Feature,
  type FeatureValues,
  featureNames,
  features,
  featuresOf,
  lookAlikes,
  nearestIv3,
  type Weights,
} from "../../analysis/look-alikes/look-alikes.ts";
import {type Iv3Year, type National, netPerInhabitant, readNational} from "../../analysis/look-alikes/national.ts";
import type {Database} from "../../database/database.ts";
import {readDataState} from "../../database/derive/state.ts";
import {landelijkSoortNames} from "../../standards/landelijk.ts";
import {quantile} from "../../statistics/quantile.ts";
import type {CsvFile} from "../csv.ts";
import {compareDutch, formatList, formatNumber} from "../format.ts";
import type {Query} from "../view.ts";
import {type Choice, choiceQuery, gemeentenPath, readChoice} from "./choice.ts";
import {careMeasures, fewestForSpread, type Measure, moneyMeasures} from "./measures.ts";
import {careLines, type YearLine, type YearTable, yearTables} from "./over-years.ts";

/** The page on which a gemeente sees itself beside gemeenten that look like it. */
export interface Gemeenten {
  readonly title: string;
  readonly kern: string;
  /** All gemeenten there are files of, to choose from. */
  readonly options: readonly {readonly code: string; readonly name: string}[];
  readonly years: readonly number[];
  readonly choice: Choice;
  readonly name: string | null;
  /** Null: nothing is chosen, or there are no files. */
  readonly comparison: Comparison | null;
  readonly files: readonly string[];
  readonly source: string;
}

export interface Comparison {
  readonly peers: readonly PeerRow[];
  readonly peersFinding: string;
  /** What there are no figures of, so what does not count. */
  readonly absent: readonly string[];
  readonly measures: readonly Measure[];
  readonly lines: readonly YearLine[];
  readonly years: readonly YearTable[];
  readonly yearsNote: string;
  readonly fonds: readonly FondsRow[];
  readonly fondsNote: string;
  readonly remarks: readonly string[];
  readonly fileHref: string;
}

export interface PeerRow {
  readonly code: string;
  readonly name: string;
  readonly isOwn: boolean;
  readonly values: FeatureValues;
  readonly href: string | null;
}

export interface FondsRow {
  readonly name: string;
  readonly given: number | null;
  readonly spent: number | null;
  readonly peersGiven: number | null;
}

/** The same for every reader until a delivery comes. */
async function currentNational(database: Database): Promise<National> {
  const {dataVersion} = await readDataState(database);
  return once(database, ["national", dataVersion], () => readNational(database));
}

/** @throws UserError  a choice that is none */
export async function gemeenten(database: Database, reader: Reader, query: Query): Promise<Gemeenten> {
  const national = await currentNational(database);
  const own = reader.gemeenten === "alle" ? await knownGemeenten(database) : reader.gemeenten;
  const choice = readChoice(query, national, own);
  const name = choice.code === null ? null : (national.names.get(choice.code) ?? choice.code);
  const comparison = choice.code === null ? null : compare(national, choice, choice.code);
  return {
    title: "Gemeenten vergelijken",
    kern: kernOf(national, name, choice, comparison),
    options: [...national.names].map(([code, one]) => ({code, name: one})).sort((a, b) => compareDutch(a.name, b.name)),
    years: [...national.kenmerken.keys()].sort((a, b) => a - b),
    choice,
    name,
    comparison,
    files: national.files.map(
      ({soort, jaar, gemeenten: count}) => `${landelijkSoortNames[soort]} ${jaar} (${formatNumber(count)} gemeenten)`,
    ),
    source: sourceLine,
  };
}

export const sourceLine =
  "Bron: CBS, Kerncijfers wijken en buurten en Iv3 (CC BY 4.0); gemeentefonds: circulaires van het Rijk. Bewerkt door Wijkbalans.";

async function knownGemeenten(database: Database): Promise<string[]> {
  const rows = await database.query<{gemeente_code: string}>("select distinct gemeente_code from gebied");
  return rows.map(({gemeente_code}) => gemeente_code).sort();
}

function compare(national: National, choice: Choice, own: string): Comparison {
  const {jaar, count, weights} = choice;
  const all = featuresOf(national, jaar);
  const name = national.names.get(own) ?? own;
  const peers = lookAlikes(all, own, weights, count);
  const codes = peers.map(({code}) => code);
  const iv3s = [...national.iv3.values()].sort((a, b) => a.jaar - b.jaar || (a.soort < b.soort ? 1 : -1));
  const main = nearestIv3(national, jaar);
  const row = (code: string, values: FeatureValues): PeerRow => ({
    code,
    name: national.names.get(code) ?? code,
    isOwn: code === own,
    values,
    href: code === own ? null : `${gemeentenPath}?${choiceQuery({...choice, code})}`,
  });
  const mine = all.get(own);
  const without = [...new Set(peers.flatMap((peer) => peer.without))];
  return {
    peers: [...(mine === undefined ? [] : [row(own, mine)]), ...peers.map(({code, values}) => row(code, values))],
    peersFinding: peersFinding(name, jaar, mine !== undefined, peers.length),
    absent: featureNames
      .filter((one) => weights[one] > 0 && ![...all.values()].some((values) => values[one] !== null))
      .map((one) => features[one].name),
    measures: [
      ...careMeasures(national, jaar, own, peers),
      ...(main === null ? [] : moneyMeasures({national, own, peers}, main)),
    ],
    lines: peers.length === 0 ? [] : careLines(national, own, codes),
    years: peers.length === 0 ? [] : yearTables(iv3s, own, codes, name),
    yearsNote:
      "In 2023 en in 2025 zijn de taakvelden anders verdeeld. Daarom staan hier sommen, die in elk jaar hetzelfde betekenen. Wie op het oude hoofdtaakveld boekt, telt mee. Een begroting is wat men wil uitgeven; een jaarrekening wat het werd.",
    fonds: fondsRows(national, own, codes),
    fondsNote: fondsNote(national),
    remarks: remarksOf(national, own, jaar, without),
    fileHref: `${gemeentenPath}.csv?${choiceQuery(choice)}`,
  };
}

function peersFinding(name: string, jaar: number, isThere: boolean, count: number): string {
  if (!isThere) return `In ${jaar} is er geen rij van ${name}`;
  if (count < fewestForSpread) return `Er zijn ${count} gemeenten om mee te vergelijken: te weinig voor een spreiding`;
  return `Deze ${count} gemeenten lijken het meest op ${name}, gekozen voor de uitkomsten bekend zijn`;
}

function remarksOf(national: National, own: string, jaar: number, without: readonly Feature[]): string[] {
  const name = national.names.get(own) ?? own;
  const absent = [...national.kenmerken].filter(([, byCode]) => !byCode.has(own)).map(([year]) => year);
  const gone = [...national.iv3.values()]
    .filter(({byCode}) => !byCode.has(own))
    .map((one) => `${one.soort} ${one.jaar}`);
  const lines: string[] = [];
  if (absent.includes(jaar)) {
    lines.push(
      `${name} heeft in ${jaar} geen rij in de Kerncijfers. Bestond de gemeente toen niet (meer), of ontbreekt zij in het bestand? Kies een ander jaar.`,
    );
  }
  const others = absent.filter((year) => year !== jaar).sort();
  if (others.length + gone.length > 0) {
    lines.push(
      `${name} staat niet in: ${formatList([...others.map((year) => `Kerncijfers ${year}`), ...gone.map((one) => `Iv3 ${one}`)])}. Na een herindeling heeft een gemeente een andere code.`,
    );
  }
  if (without.length > 0) {
    lines.push(
      `Van sommige gemeenten is ${formatList(without.map((one) => `'${features[one].name}'`))} niet bekend. Zij zijn vergeleken op de rest.`,
    );
  }
  if (national.unmatched.length > 0) {
    const shown = national.unmatched.slice(0, 5);
    const more = national.unmatched.length - shown.length;
    lines.push(
      `Zonder code, en dus niet vergeleken: ${formatList(shown)}${more > 0 ? ` en nog ${formatNumber(more)}` : ""}. Lever de Kerncijfers met deze namen, of een kolom gemeentecode.`,
    );
  }
  return lines;
}

const clusters = [
  {name: "Wmo, individuele voorzieningen", cluster: "individuele_voorzieningen_wmo", som: "wmo"},
  {name: "Jeugd, individuele voorzieningen", cluster: "individuele_voorzieningen_jeugd", som: "jeugd"},
] as const;

/** The year of the newest gemeentefonds, and the Iv3 nearest to it: that of the same year when there is one. */
function fondsYears(national: National): {jaar: number; iv3: Iv3Year | null} | null {
  const jaar = [...national.fonds.keys()].sort((a, b) => a - b).at(-1);
  if (jaar === undefined) return null;
  const iv3s = [...national.iv3.values()];
  return {
    jaar,
    iv3:
      iv3s.find((one) => one.jaar === jaar && one.soort === "jaarrekening") ??
      iv3s.find((one) => one.jaar === jaar) ??
      null,
  };
}

function fondsRows(national: National, own: string, peers: readonly string[]): FondsRow[] {
  const years = fondsYears(national);
  if (years === null || years.iv3 === null) return [];
  const {jaar, iv3} = years;
  const perInhabitant = (code: string, cluster: string) => {
    const cents = national.fonds.get(jaar)?.get(code)?.[cluster];
    const inwoners = iv3?.byCode.get(code)?.inwoners;
    return cents == null || inwoners == null || inwoners <= 0 ? null : cents / 100 / inwoners;
  };
  return clusters.map(({name, cluster, som}) => {
    const others = peers.flatMap((code) => perInhabitant(code, cluster) ?? []);
    return {
      name,
      given: perInhabitant(own, cluster),
      spent: netPerInhabitant(iv3?.byCode.get(own), som),
      peersGiven: others.length < fewestForSpread ? null : quantile(others, 0.5),
    };
  });
}

function fondsNote(national: National): string {
  const years = fondsYears(national);
  if (years === null) return "";
  const spent = years.iv3 === null ? "" : ` Uitgegeven: ${years.iv3.soort} ${years.iv3.jaar}, lasten min baten.`;
  return `Euro per inwoner. Gemeentefonds ${years.jaar}.${spent} Het geld van het Rijk is vrij te besteden: een verschil is een keuze, geen fout.`;
}

function kernOf(national: National, name: string | null, {jaar}: Choice, comparison: Comparison | null): string {
  if (national.kenmerken.size === 0) {
    return "Zie uw gemeente naast gemeenten die erop lijken, uit openbare cijfers. Er zijn nog geen Kerncijfers ingelezen.";
  }
  if (name === null || comparison === null) {
    return "Zie een gemeente naast gemeenten die erop lijken. Alles hier is openbaar: er zijn geen berichten voor nodig.";
  }
  const [wmo] = comparison.measures;
  if (wmo === undefined || wmo.own === null || wmo.spread === null) {
    return `${name} naast gemeenten die erop lijken, uit openbare cijfers over ${jaar}.`;
  }
  return `${name} heeft ${formatNumber(wmo.own)} Wmo-cliënten per 1.000 inwoners. Van gemeenten die erop lijken heeft de middelste er ${formatNumber(wmo.spread.median)}.`;
}

/** All that the page compares, a row for each figure and gemeente. */
export async function gemeentenFile(database: Database, reader: Reader, query: Query): Promise<CsvFile | null> {
  const report = await gemeenten(database, reader, query);
  const {comparison, name, choice} = report;
  if (comparison === null || name === null) return null;
  const round = (value: number | null, digits: number) => (value === null ? "geen" : Number(value.toFixed(digits)));
  const weightWords = featureNames
    .map((one: keyof Weights) => `${features[one].name}: ${choice.weights[one]}`)
    .join("; ");
  return {
    name: `gemeenten-${choice.code}-${choice.jaar}.csv`,
    about: [
      `Wijkbalans: ${name} naast gemeenten die erop lijken, ${choice.jaar}`,
      `Wat telt hoe zwaar: ${weightWords}`,
      report.source,
    ],
    columns: ["cijfer", "eenheid", "over", "gemeentecode", "gemeente", "waarde"],
    rows: [
      ...comparison.peers.flatMap((peer) =>
        featureNames.map((one) => [
          features[one].name,
          features[one].unit,
          String(choice.jaar),
          peer.code,
          peer.name,
          round(peer.values[one], 1),
        ]),
      ),
      ...comparison.measures.flatMap((one) => [
        [one.name, one.unit, one.when, choice.code ?? "", name, round(one.own, 2)],
        ...one.peers.map((peer) => [one.name, one.unit, one.when, peer.code, peer.name, round(peer.value, 2)]),
      ]),
    ],
  };
}

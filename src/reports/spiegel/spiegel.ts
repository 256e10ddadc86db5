import {readCompleteness} from "../../analysis/completeness.ts";
import {fewestUnits} from "../../analysis/peers/chance.ts";
import type {ComparedUnit} from "../../analysis/peers/compare.ts";
import type {Course} from "../course.ts";
import {readField} from "../field.ts";
import {type Figure, figureOf, noFigure} from "../figure.ts";
import {compareDutch, formatList, formatNumber} from "../format.ts";
import {proofHref} from "../proof-link.ts";
import {type Provenance, provenanceOf} from "../provenance.ts";
import {hrefWith, type QuestionLine} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {formatOf} from "../units.ts";
import type {Query} from "../view.ts";
import {ruleKindsFor} from "../waarschuwingen/choice.ts";
import {waarschuwingenPath} from "../waarschuwingen/paths.ts";
import {type AlikeTable, alikeTable} from "./alike.ts";
import {askSpiegel, expectedFigure, queryOf, type SpiegelAsked} from "./asked.ts";
import {type BesideTable, besideTable} from "./beside.ts";
import {capital, kindWords, othersWords} from "./choices.ts";
import {courseOf} from "./course.ts";
import {type FunnelFigure, funnelFigure} from "./funnel-figure.ts";
import {spiegelPath} from "./paths.ts";
import {questionOf} from "./question.ts";
import {type TeamFormTable, teamFormTable} from "./team-form.ts";
import {verdictWords, wayLines} from "./words.ts";

/** The page Spiegel: a figure of one beside that of its like. */
export interface Spiegel {
  readonly title: string;
  readonly kern: string;
  readonly question: QuestionLine;
  readonly heading: string;
  readonly note: string;
  /** The funnel; null: there are no limits of chance, and `whyNoFunnel` says why. */
  readonly funnel: FunnelFigure | null;
  readonly whyNoFunnel: string | null;
  readonly table: SpiegelTable;
  readonly course: Course | null;
  readonly beside: BesideTable | null;
  readonly alike: AlikeTable | null;
  readonly teamForms: TeamFormTable | null;
  readonly wayLines: readonly string[];
  readonly doesNotSay: readonly string[];
  readonly provenance: Provenance;
  readonly proofHref: string;
  readonly fileHref: string;
  /** Where one asks to be warned of this figure; null: not of this kind of unit. */
  readonly warnHref: string | null;
}

export interface SpiegelTable {
  readonly head: string;
  readonly unit: SpiegelAsked["choice"]["indicator"]["unit"];
  readonly hasExpected: boolean;
  readonly hasShrunken: boolean;
  readonly rows: readonly SpiegelRow[];
  readonly hasHidden: boolean;
}

export interface SpiegelRow {
  readonly name: string;
  readonly href: string | null;
  readonly isOwn: boolean;
  readonly figure: Figure;
  /** The figure that was to be expected, in its own unit. */
  readonly expected: string | null;
  /** Drawn towards the others, with its limits: "82,1 (75,0 tot 88,6)". */
  readonly shrunken: string | null;
  readonly words: string;
  readonly isAttention: boolean;
}

export async function spiegel(sources: Sources, query: Query): Promise<Spiegel> {
  const asked = await askSpiegel(sources, query);
  const {choice, view, comparison} = asked;
  const {indicator, kind, unit} = choice;
  const [field, course, beside, alike, teamForms, completeness] = await Promise.all([
    readField(sources, view, indicator.id),
    courseOf(sources, asked),
    besideTable(sources, asked),
    alikeTable(sources, asked),
    teamFormTable(sources, asked),
    readCompleteness(
      sources.database,
      {
        gemeenteCode: view.gemeenteCode,
        wet: view.where.find(({dimension}) => dimension === "wet")?.value ?? null,
        knownOn: view.knownOn,
      },
      sources.reader,
    ),
  ]);
  const words = kindWords[kind];
  const own = comparison.units.find(({code}) => code !== null && code === unit) ?? null;
  const share = completeness.get(view.to)?.share ?? null;
  return {
    title: unit === null ? `Spiegel: ${words.many}` : `Spiegel: ${sources.names.nameOf(kind, unit)}`,
    kern: kernOf(sources, asked, own),
    question: questionOf(sources, asked),
    heading: headingOf(sources, asked, own),
    note: noteOf(asked),
    funnel: comparison.funnel === null ? null : funnelFigure(sources, asked, comparison.funnel),
    whyNoFunnel: whyNoFunnel(asked),
    table: tableOf(sources, asked),
    course,
    beside,
    alike,
    teamForms,
    wayLines: wayLines(comparison.way),
    doesNotSay: indicator.doesNotSay,
    provenance: provenanceOf(field, view.to, view.knownOn, indicator.messages.includes("323") ? share : null, [
      `${formatNumber(comparison.units.length - comparison.hidden)} ${words.many} met een getal`,
    ]),
    proofHref: proofHref(view, indicator.id, sources),
    fileHref: hrefWith(`${spiegelPath}.csv`, queryOf(sources, asked)),
    warnHref: warnHref(sources, asked),
  };
}

function warnHref({reader}: Sources, {choice, view}: SpiegelAsked): string | null {
  const {indicator, kind, unit} = choice;
  if (!ruleKindsFor(reader).includes(kind)) return null;
  const wet = view.where.find(({dimension}) => dimension === "wet")?.value;
  const query = new URLSearchParams({cijfer: indicator.id, per: kind});
  if (unit !== null) query.set("wie", unit);
  if (wet !== undefined) query.set("wet", wet);
  return `${hrefWith(waarschuwingenPath, query.toString())}#nieuw`;
}

/** The finding, in words that blame nobody. */
function kernOf(sources: Sources, {comparison, choice}: SpiegelAsked, own: ComparedUnit | null): string {
  const many = kindWords[choice.kind].many;
  if (own === null) {
    const apart = comparison.units.filter(({placed}) => placed?.verdict === "hoger" || placed?.verdict === "lager");
    if (comparison.funnel === null)
      return `Hier liggen ${choice.group.length === 0 ? "de" : "deze"} ${many} naast elkaar.`;
    if (apart.length === 0)
      return `De verschillen tussen ${choice.group.length === 0 ? "de" : "deze"} ${many} kunnen toeval zijn.`;
    const sides = (["hoger", "lager"] as const).flatMap((side) => {
      const units = apart.filter(({placed}) => placed!.verdict === side);
      const names = units.flatMap(({code}) => (code === null ? [] : [sources.names.nameOf(choice.kind, code)]));
      if (units.length === 0) return [];
      const who = names.length === units.length ? formatList(names) : `${units.length} van de ${many}`;
      return [`${who}: ${verdictWords(side, comparison)}.`];
    });
    return `${sides.join(" ")} Dat is meer dan toeval. Wat de oorzaak is, zegt het niet.`;
  }
  const name = sources.names.nameOf(choice.kind, own.code!);
  if (own.row.isHidden) return `Van ${name} is dit getal verborgen: het zou te veel zeggen over te weinig mensen.`;
  const {placed} = own;
  if (placed === null) return `Hier ligt het cijfer van ${name} naast dat van ${othersWords(choice)}.`;
  if (placed.verdict === "als verwacht") {
    return `Van ${name} is dit ${verdictWords(placed.verdict, comparison)}. Het verschil kan toeval zijn.`;
  }
  const isSure = placed.verdict === "hoger" || placed.verdict === "lager";
  return isSure
    ? `Van ${name} is dit ${verdictWords(placed.verdict, comparison)}. Dat is meer dan toeval. Wat de oorzaak is, zegt het niet.`
    : `Van ${name} is dit ${verdictWords(placed.verdict, comparison)}: van de twintig ligt er zomaar een zo ver.`;
}

function headingOf({names}: Sources, {choice, comparison}: SpiegelAsked, own: ComparedUnit | null): string {
  const {indicator, kind} = choice;
  const format = formatOf(indicator.unit);
  if (own === null || own.row.value === null) return `${indicator.name}, per ${kindWords[kind].one}`;
  const expected = expectedFigure(own, comparison);
  const beside = expected === null ? "" : ` Verwacht: ${format(expected)}`;
  return `${names.nameOf(kind, own.code!)}: ${format(own.row.value)}.${beside}`;
}

function noteOf({choice, comparison}: SpiegelAsked): string {
  const {one, many} = kindWords[choice.kind];
  if (comparison.funnel === null) return `Elke rij is een ${one}.`;
  const {way} = comparison;
  const corrected =
    way === null
      ? ""
      : way.by === "soort hulp"
        ? " Gecorrigeerd voor de soort hulp."
        : way.by === "jeugd in de wijk"
          ? " Gecorrigeerd voor het aantal kinderen in de wijk."
          : way.model.times(5, 10) === null
            ? " Gecorrigeerd voor leeftijd."
            : " Gecorrigeerd voor leeftijd en inkomen.";
  return `Elke stip is een ${one}. Kleine ${many} verschillen vaker door toeval, daarom is de trechter links breder.${corrected}`;
}

function whyNoFunnel({choice, comparison}: SpiegelAsked): string | null {
  const {one, many} = kindWords[choice.kind];
  if (comparison.whyNoFunnel === "geen aantallen") {
    return "Van dit cijfer is niet bekend hoe veel toeval eraan doet. Daarom staan er geen grenzen bij.";
  }
  if (comparison.whyNoFunnel !== "te weinig") return null;
  const {group} = choice;
  if (group.length > 0 && group.length < fewestUnits) {
    return `U koos ${formatNumber(group.length)} ${group.length === 1 ? one : many}. Kies er minstens ${fewestUnits}: met minder valt er niets te vergelijken.`;
  }
  const shown = comparison.units.filter(({row}) => row.value !== null).length;
  const there =
    shown === 0 ? `Er zijn geen ${many}` : shown === 1 ? `Er is maar 1 ${one}` : `Er zijn maar ${shown} ${many}`;
  return `${there} met een getal. Bij minder dan ${fewestUnits} valt er niets te vergelijken. Kies een langere periode of een ander cijfer.`;
}

function tableOf(sources: Sources, asked: SpiegelAsked): SpiegelTable {
  const {choice, comparison} = asked;
  const {names} = sources;
  const format = formatOf(choice.indicator.unit);
  const rows = comparison.units.map((unit, index): SpiegelRow & {readonly order: number} => {
    const {code, row, placed} = unit;
    const expected = comparison.way === null ? null : expectedFigure(unit, comparison);
    const shrunken = placed?.shrunken ?? null;
    return {
      name: code === null ? `Andere ${kindWords[choice.kind].one} ${index}` : names.nameOf(choice.kind, code),
      href: code === null ? null : hrefWith(spiegelPath, queryOf(sources, asked, {unit: code})),
      isOwn: code !== null && code === choice.unit,
      figure: figureOf(row, noFigure),
      expected: expected === null ? null : format(expected),
      shrunken:
        shrunken === null
          ? null
          : `${format(shrunken.estimate)} (${format(shrunken.low)} tot ${format(shrunken.high)})`,
      words: placed === null ? "" : verdictWords(placed.verdict, comparison),
      isAttention: placed?.verdict === "hoger" || placed?.verdict === "lager",
      order: code === null ? 1 : 0,
    };
  });
  // By name: this is no ranking.
  rows.sort((a, b) => a.order - b.order || compareDutch(a.name, b.name));
  return {
    head: capital(kindWords[choice.kind].one),
    unit: choice.indicator.unit,
    hasExpected: rows.some(({expected}) => expected !== null),
    hasShrunken: rows.some(({shrunken}) => shrunken !== null),
    rows,
    hasHidden: comparison.hidden > 0,
  };
}

import type {Database} from "../../database/database.ts";
import {apartLevering, judgeApart} from "../apart/judge-apart.ts";
import {existingKeys} from "../archive/archive.ts";
import type {Environment} from "../keys/key-files.ts";
import {loadSeen} from "../known.ts";
import type {Acceptance} from "../reference/acceptance.ts";
import {previewReference} from "../reference/preview.ts";
import {readReferenceFiles} from "../reference/read-files.ts";
import {Report} from "../report.ts";
import type {Progress, ReportedFinding} from "../result.ts";
import type {Survey} from "../sources/delivery.ts";
import {showableName} from "../sources/names.ts";
import {Claims} from "../workers/claims.ts";
import {type PreviewFile, previewFile} from "./preview-file.ts";
import {type PreviewTable, previewTables} from "./preview-tables.ts";

/** What taking a delivery in would do. */
export interface Preview {
  readonly bestanden: number;
  readonly ingenomen: number;
  readonly metBevindingen: number;
  readonly alAanwezig: number;
  readonly overgeslagen: number;
  readonly geweigerd: number;
  readonly kinds: readonly PreviewKind[];
  /** The aanbieders with the most new Berichten. */
  readonly senders: readonly PreviewSender[];
  /** The reference files, each with what would change, what is wrong in it and what is asked. */
  readonly reference: readonly PreviewFile[];
  /** Tables of a suite; they are not among `bestanden`. */
  readonly tables: readonly PreviewTable[];
  /** The first of what would be refused whatever one agrees to; `geweigerd` counts them all. */
  readonly refused: readonly Refused[];
  readonly rules: readonly PreviewRule[];
}

/** New Berichten of one kind. */
export interface PreviewKind {
  readonly wet: string;
  readonly soort: string;
  readonly gemeenteCode: string;
  readonly aanbieders: number;
  readonly berichten: number;
}

/** New Berichten to or from one aanbieder. */
export interface PreviewSender {
  readonly aanbieder: string;
  /** null: no aanbieder.csv names it. */
  readonly naam: string | null;
  readonly soorten: readonly string[];
  readonly berichten: number;
}

interface Refused {
  readonly bestand: string;
  readonly tekst: string;
}

export interface PreviewRule {
  readonly regel: string;
  readonly ernst: ReportedFinding["ernst"];
  readonly tekst: string;
  readonly aantal: number;
}

export interface PreviewRequest {
  readonly dataFolder: string;
  readonly paths: readonly string[];
  readonly root: string;
  readonly survey: Survey;
  readonly environment: Environment;
  readonly now: () => Date;
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

const mostShown = 200;
const allAccepted: Acceptance = {questions: true, goodRows: true};

/** Reads a delivery as an import would, beside what is there, and changes nothing. */
export async function previewDelivery(database: Database, request: PreviewRequest): Promise<Preview> {
  const {dataFolder, paths, root, survey} = request;
  const refused: Refused[] = [];
  const report = new Report(survey, request.onProgress);
  const onUnread = (name: string, problem: string) => {
    report.addUnread(showableName(name), problem);
    refused.push({bestand: showableName(name), tekst: problem});
  };
  const inputs = readReferenceFiles(survey.reference, allAccepted, onUnread);
  const reference = (await previewReference(database, inputs)).map(previewFile);
  const tables = await previewTables(database, dataFolder, survey.tables, onUnread);
  const keys = await existingKeys(database, dataFolder, request.environment);
  const apart = {
    delivery: {paths, root, except: null},
    files: survey.files,
    // As if all was agreed to that can be: so the judgement is the very one of the import that follows on it.
    reference: inputs,
    tables: [],
    // What was refused before is judged again, so that the reason is told.
    seen: {...(await loadSeen(database, survey.files)), refusedFiles: new Claims(0).memory},
    now: request.now,
    report,
    onUnread,
    signal: request.signal,
  };
  const ask = async (judged: Database) => ({
    kinds: await readKinds(judged),
    senders: await readSenders(judged),
    refused: await readRefused(judged),
  });
  const found = await judgeApart({database, pseudonymKey: keys?.pseudonym ?? null}, apart, ask);
  refused.push(...found.refused);
  const result = report.result();
  return {
    bestanden: result.bestanden,
    ingenomen: result.ingenomen,
    metBevindingen: result.metBevindingen,
    alAanwezig: result.alAanwezig,
    overgeslagen: result.overgeslagen,
    geweigerd: result.geweigerd + result.nogGeweigerd,
    kinds: found.kinds,
    senders: found.senders,
    reference,
    tables,
    refused: refused.slice(0, mostShown),
    rules: rulesOf(result.bevindingen.filter(({regel}) => regel !== "bestand")),
  };
}

async function readKinds(judged: Database): Promise<PreviewKind[]> {
  const rows = await judged.query<{
    wet: string;
    soort: string;
    gemeente_code: string;
    aanbieders: number;
    berichten: number;
  }>(
    `select
       wet,
       soort,
       gemeente_code,
       cast(count(distinct aanbieder) as bigint) as aanbieders,
       cast(count(*) as bigint) as berichten
     from bericht where levering_nummer = ${apartLevering} group by wet, soort, gemeente_code
     order by wet, soort, gemeente_code`,
  );
  return rows.map(({gemeente_code, ...row}) => ({...row, gemeenteCode: gemeente_code}));
}

async function readSenders(judged: Database): Promise<PreviewSender[]> {
  const rows = await judged.query<{aanbieder: string; soorten: string; berichten: number}>(
    `select
       aanbieder,
       string_agg(distinct soort, ',') as soorten,
       cast(count(*) as bigint) as berichten
     from bericht where levering_nummer = ${apartLevering} and aanbieder is not null group by aanbieder
     order by berichten desc, aanbieder limit ${mostShown}`,
  );
  const names = await judged.query<{aanbieder: string; naam: string}>("select aanbieder, naam from aanbieder");
  const nameOf = new Map(names.map(({aanbieder, naam}) => [aanbieder, naam]));
  return rows.map(({aanbieder, soorten, berichten}) => ({
    aanbieder,
    naam: nameOf.get(aanbieder) ?? null,
    soorten: soorten.split(",").sort(),
    berichten,
  }));
}

async function readRefused(judged: Database): Promise<Refused[]> {
  const rows = await judged.query<{naam: string; reden: string | null}>(
    `select naam, reden from bestand where toestand = 'geweigerd' order by naam limit ${mostShown}`,
  );
  return rows.map(({naam, reden}) => ({bestand: naam, tekst: reden ?? "Dit bestand is geweigerd."}));
}

/** Findings by rule, with the words of the first. */
function rulesOf(findings: readonly ReportedFinding[]): PreviewRule[] {
  const groups = Map.groupBy(findings, ({regel, ernst}) => `${regel} ${ernst}`);
  return [...groups.values()]
    .map((group) => ({regel: group[0]!.regel, ernst: group[0]!.ernst, tekst: group[0]!.tekst, aantal: group.length}))
    .sort((a, b) => b.aantal - a.aantal);
}

/** What is to be agreed to for all that can be taken in of a delivery. */
export function neededFor({reference}: Preview): Acceptance {
  return {
    questions: reference.some(({questions}) => questions.length > 0),
    goodRows: reference.some(({leftOut}) => leftOut > 0),
  };
}

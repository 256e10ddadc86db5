import {canBeListed, listMessages, type MessageLine, readMessagesUsed} from "../../analysis/messages.ts";
import {UserError} from "../../errors.ts";
import type {Indicator} from "../../indicators/indicator.ts";
import type {Crumb} from "../crumb.ts";
import {readField} from "../field.ts";
import {formatNumber} from "../format.ts";
import {readPage} from "../page-number.ts";
import {partFilter, proofHref} from "../proof-link.ts";
import {type Provenance, provenanceOf} from "../provenance.ts";
import {hrefWith, type QuestionLine, questionLine} from "../question-line.ts";
import type {Sources} from "../sources.ts";
import {questionFor, type View, viewQuery} from "../view.ts";
import {messageName} from "./geteld.ts";
import {type OriginalFile, readOriginalFiles} from "./original-files.ts";

/** The messages of one kind that a figure was counted from: what they are called, never whom they are about. */
export interface Berichten {
  readonly title: string;
  readonly kern: string;
  readonly crumbs: readonly Crumb[];
  readonly question: QuestionLine;
  /** null: fewer than 10 people are behind the figure, or it is narrowed to what would say more of one of them. */
  readonly lines: readonly BerichtLine[] | null;
  /** Whether the reader may open a delivered file: then each line has the file it came in. */
  readonly mayOpen: boolean;
  readonly range: string;
  readonly newer: string | null;
  readonly older: string | null;
  readonly provenance: Provenance;
}

export interface BerichtLine extends Pick<MessageLine, "identificatie" | "dagtekening" | "lines"> {
  readonly aanbiederName: string;
  /** null: not in the archive, or not for this reader. */
  readonly file: OriginalFile | null;
}

const perPage = 50;

export interface BerichtenInput {
  readonly sources: Sources;
  readonly view: View;
  readonly indicator: Indicator;
  readonly part: string | null;
  readonly soort: string | undefined;
  readonly page: string | undefined;
  /** Whether the reader may open a delivered file. */
  readonly mayOpen: boolean;
}

export async function berichten(input: BerichtenInput): Promise<Berichten> {
  const {sources, view, indicator, part, soort, page, mayOpen} = input;
  const {database, reader, place, names} = sources;
  const kind = readKind(soort, indicator.messages);
  const number = readPage(page);
  const question = questionFor(view, indicator.id, {where: partFilter(part)});
  const offset = (number - 1) * perPage;
  const [used, lines] = await Promise.all([
    readMessagesUsed(database, question, reader),
    listMessages(database, question, kind, {offset, limit: perPage}, reader),
  ]);
  const files = mayOpen ? await readOriginalFiles(database, lines ?? []) : new Map<string, OriginalFile>();
  const count = used.find((one) => one.soort === kind)?.count ?? null;
  const href = (target: number) => {
    const query = new URLSearchParams(viewQuery(view, place));
    if (part !== null) query.set("deel", part);
    query.set("soort", kind);
    if (target > 1) query.set("bladzijde", String(target));
    return hrefWith(`/geteld/${indicator.id}/berichten`, query.toString());
  };
  return {
    title: `${messageName(kind)}: de berichten`,
    kern: !canBeListed(question)
      ? "Een lijst van berichten geven wij van alles, van een wet of van een aanbieder. Van een kleiner deel zou zij zeggen waar iemand woont of hoe oud iemand is."
      : count === null
        ? "Het gaat om minder dan 10 mensen, of zo’n aantal zou eruit volgen. Daarom tonen wij de berichten niet."
        : `Dit cijfer komt uit ${formatNumber(count)} berichten. U ziet hoe ze heten, niet over wie ze gaan.`,
    crumbs: [
      {label: indicator.name, href: `/over-de-gegevens/catalogus/${indicator.id}`},
      {label: "Hoe is dit geteld?", href: proofHref(view, indicator.id, sources, part)},
      {label: messageName(kind), href: null},
    ],
    question: questionLine({
      view,
      place,
      names,
      subject: `berichten ${kind}`,
      action: `/geteld/${indicator.id}/berichten`,
      hasSplit: false,
    }),
    lines:
      lines?.map(({identificatie, aanbieder, dagtekening, lines: count, sha256}) => ({
        identificatie,
        aanbiederName: aanbieder === null ? "onbekend" : names.nameOf("aanbieder", aanbieder),
        dagtekening,
        lines: count,
        file: files.get(sha256) ?? null,
      })) ?? null,
    mayOpen,
    range:
      lines === null || count === null || count === 0
        ? ""
        : `${formatNumber(offset + 1)} tot ${formatNumber(Math.min(offset + perPage, count))} van ${formatNumber(count)}`,
    newer: number > 1 ? href(number - 1) : null,
    older: lines !== null && count !== null && offset + perPage < count ? href(number + 1) : null,
    provenance: provenanceOf(await readField(sources, view, indicator.id), view.to, view.knownOn, null),
  };
}

function readKind(soort: string | undefined, kinds: readonly string[]): string {
  if (kinds.length === 0) throw new UserError("Dit cijfer komt niet uit berichten.");
  if (soort === undefined || soort === "") return kinds[0]!;
  const found = kinds.find((kind) => kind === soort);
  if (found === undefined)
    throw new UserError(`Dit cijfer komt niet uit zulke berichten. Kies uit: ${kinds.join(", ")}.`);
  return found;
}

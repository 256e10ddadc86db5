import type {Child} from "hono/jsx";
import type {Figure} from "../../reports/figure.ts";
import {formatNumber, formatPercent} from "../../reports/format.ts";
import type {OthersRow, SplitRow, SplitTable} from "../../reports/stand-van-zorg/split-table.ts";
import type {StandVanZorg} from "../../reports/stand-van-zorg/stand-van-zorg.ts";
import {CellBar, SparkLine} from "./bars.tsx";
import {FigureText, HiddenWords, MissingText} from "./figure.tsx";
import {ProofLinks} from "./proof-links.tsx";
import {ProvenanceLine} from "./provenance-line.tsx";
import {ScrollRegion} from "./scroll-region.tsx";
import {Tabs} from "./tabs.tsx";
import {WholeYearLink} from "./whole-year.tsx";

export interface SplitTableProps {
  readonly table: SplitTable;
  readonly proof: (indicator: string) => string;
  readonly fileHrefs: StandVanZorg["fileHrefs"];
}

/** Cost and result of each part beside each other. */
export function SplitTableView({table, proof, fileHrefs}: SplitTableProps) {
  return (
    <section class="wb-part">
      <h2 id="verdeling-kop">{table.finding}</h2>
      {table.note === null ? null : <p class="wb-figure-note">{table.note}</p>}
      <Tabs label="Verdeling" tabs={table.tabs} />
      <p class="wb-hint wb-phone-only">
        Kosten in € × 1.000, groei in een jaar, wachten in dagen. {yearsWords(table.years)}
      </p>
      <ScrollRegion labelledBy="verdeling-kop">
        <table class="wb-table wb-stack">
          <Head head={table.head} years={table.years} />
          <tbody>{table.rows.map((row) => (row.isAllHidden ? <HiddenRow row={row} /> : <Row row={row} />))}</tbody>
          <tfoot>
            <Row row={table.total} />
            {table.others === null ? null : <OthersFoot others={table.others} />}
          </tfoot>
        </table>
      </ScrollRegion>
      {table.more === null ? null : (
        <p class="wb-paging">
          <a href={table.more.href}>Toon ook de andere {formatNumber(table.more.count)}</a>
        </p>
      )}
      <p class="wb-hint wb-table-note">
        {table.hasHidden ? (
          <>
            <HiddenWords />{" "}
          </>
        ) : null}
        {table.hasTooFew ? "Te weinig: minder dan 50 gestopte trajecten, dan zegt een percentage niets. " : null}
        {table.overlapWords} <span class="wb-desk-only">{yearsWords(table.years)}</span>
      </p>
      <WholeYearLink year={table.wholeYear} />
      <ProvenanceLine provenance={table.provenance} />
      <ProofLinks proof={proof}>
        <a href={fileHrefs.tabel}>Haal op (CSV)</a>
        <a href={fileHrefs["tabel-per-maand"]}>Per maand (CSV)</a>
      </ProofLinks>
    </section>
  );
}

function Head({head, years}: {head: string; years: SplitTable["years"]}) {
  return (
    <thead>
      <tr>
        <th scope="col">{head}</th>
        <th scope="col" class="wb-right">
          Kosten<small>€ × 1.000</small>
        </th>
        <td class="wb-bar" />
        <th scope="col" class="wb-right">
          Groei<small>een jaar</small>
        </th>
        <th scope="col" class="wb-right">
          Mensen<small>met hulp</small>
        </th>
        <th scope="col" class="wb-right">
          Wachten<small>{withYear("dagen", years.ended)}</small>
        </th>
        <th scope="col" class="wb-right">
          Stopt<small>{withYear("te vroeg", years.ended)}</small>
        </th>
        <th scope="col" class="wb-right">
          Komt<small>{withYear("terug", years.returning)}</small>
        </th>
        <th scope="col" class="wb-right">
          Kosten<small>24 maanden</small>
        </th>
      </tr>
    </thead>
  );
}

function Row({row}: {row: SplitRow}) {
  return (
    <tr>
      <RowHead row={row} />
      <Cell label="Kosten" figure={row.costs} format={(cents) => formatNumber(cents / 100_000)} />
      <td class="wb-bar">{row.bar > 0 ? <CellBar share={row.bar} /> : null}</td>
      <ValueCell label="Groei">
        <Growth row={row} />
      </ValueCell>
      <Cell label="Mensen" figure={row.people} format={(count) => formatNumber(count)} />
      <Cell label="Wachten" figure={row.waiting} format={(days) => formatNumber(Math.round(days))} />
      <Cell label="Stopt te vroeg" figure={row.early} format={(share) => formatPercent(share)} />
      <Cell label="Komt terug" figure={row.returning} format={(share) => formatPercent(share)} />
      <td class="wb-right wb-whole">
        <SparkLine values={row.spark} width={88} height={24} />
      </td>
    </tr>
  );
}

/** "te vroeg, 2025": results of a part are told over a whole year. */
function withYear(words: string, year: string | null): string {
  return year === null ? words : `${words}, ${year}`;
}

function yearsWords({ended, returning}: SplitTable["years"]): string {
  const parts = [
    ended === null ? null : `wachten en stoppen over ${ended}`,
    returning === null ? null : `terugkomen over ${returning}`,
  ].filter((part) => part !== null);
  if (parts.length === 0) return "";
  const words = parts.join(", en ");
  return `${words[0]!.toUpperCase()}${words.slice(1)}: in een deel van een jaar zou te veel verborgen zijn.`;
}

function HiddenRow({row}: {row: SplitRow}) {
  return (
    <tr>
      <RowHead row={row} />
      <td colspan={8}>
        <span class="wb-hidden-cell">alles verborgen</span>
      </td>
    </tr>
  );
}

function OthersFoot({others}: {others: OthersRow}) {
  const cells = [
    ["Wachten", others.waiting],
    ["Stopt te vroeg", others.early],
    ["Komt terug", others.returning],
  ] as const;
  return (
    <tr class="wb-others">
      <th scope="row">
        {others.head}
        <br />
        <span class="wb-hint">de middelste helft</span>
      </th>
      <td class="wb-bar" colspan={4} />
      {cells.map(([label, value]) => (
        <ValueCell label={label}>{value ?? <MissingText missing="geen" />}</ValueCell>
      ))}
      <td class="wb-bar" />
    </tr>
  );
}

function RowHead({row}: {row: SplitRow}) {
  return <th scope="row">{row.href === null ? row.name : <a href={row.href}>{row.name}</a>}</th>;
}

function Cell({label, figure, format}: {label: string; figure: Figure; format: (value: number) => string}) {
  return (
    <ValueCell label={label}>
      <FigureText figure={figure} format={format} />
    </ValueCell>
  );
}

/** The label shows on a phone, where the head of the table is gone. */
function ValueCell({label, children}: {label: string; children: Child}) {
  return (
    <td class="wb-right">
      <span class="wb-cell-label">{label}</span>
      {children}
    </td>
  );
}

function Growth({row}: {row: SplitRow}) {
  if (row.growth !== null) return <>{row.growth.text}</>;
  if (row.growthMissing === "nieuw") return <span class="wb-missing">nieuw</span>;
  return <MissingText missing={row.growthMissing ?? "geen"} />;
}

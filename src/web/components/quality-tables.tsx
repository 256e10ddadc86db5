import type {Child} from "hono/jsx";
import type {CodeChanges} from "../../analysis/quality/code-changes.ts";
import type {ControleRow, FindingRow} from "../../reports/datakwaliteit/datakwaliteit.ts";
import type {ProblemRow} from "../../reports/datakwaliteit/problem-row.ts";
import type {Missing} from "../../reports/figure.ts";
import {formatDateShort, formatEuros, formatNumber, formatSignedPercent} from "../../reports/format.ts";
import {CellBar} from "./bars.tsx";
import {HiddenNote, MissingText} from "./figure.tsx";
import {ScrollRegion} from "./scroll-region.tsx";

/** A cell of a number with its label for a phone; where there is none, the reason. */
export function NumberCell({label, value, missing}: {label: string; value: string | null; missing: Missing | null}) {
  return (
    <td class="wb-right">
      <span class="wb-cell-label">{label}</span>
      {value ?? <MissingText missing={missing ?? "geen"} />}
    </td>
  );
}

/** Euros without their sign: the head of the column says that they are euros. */
export function amount(cents: number | null): string | null {
  return cents === null ? null : formatEuros(cents).replace("€\u00a0", "");
}

export function count(value: number | null): string | null {
  return value === null ? null : formatNumber(value);
}

/** What is open, by controle: how much, whose it is, by when, and what it does to a figure. */
export function ControleTable({
  rows,
  headId,
  hasEffect,
}: {
  rows: readonly ControleRow[];
  headId: string;
  hasEffect: boolean;
}) {
  if (rows.length === 0) return <p class="wb-small">Er staat niets open.</p>;
  return (
    <>
      <ScrollRegion labelledBy={headId}>
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Wat er is</th>
              <th scope="col" class="wb-right">
                Aantal
              </th>
              <th scope="col" class="wb-right">
                Geld eraan<small>euro</small>
              </th>
              <td class="wb-bar" />
              <th scope="col">Wie herstelt</th>
              <th scope="col">
                Oudste<small>te zien sinds</small>
              </th>
              <th scope="col">
                Klaar voor<small>de oudste</small>
              </th>
              {hasEffect ? (
                <th scope="col">
                  Raakt<small>zonder deze punten</small>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <RowHead row={row} />
                <NumberCell label="Aantal" value={count(row.count)} missing={row.missing} />
                <NumberCell label="Geld eraan" value={amount(row.cents)} missing={row.missing} />
                <td class="wb-bar">{row.bar > 0 ? <CellBar share={row.bar} /> : null}</td>
                <td class="wb-whole">
                  <span class="wb-cell-label">Wie herstelt</span>
                  {row.owner}
                </td>
                <td>
                  <span class="wb-cell-label">Oudste</span>
                  {row.since === null ? <MissingText missing="verborgen" /> : formatDateShort(row.since)}
                </td>
                <td class="wb-whole">
                  <span class="wb-cell-label">Klaar voor</span>
                  <span>
                    {row.due === null ? <MissingText missing="verborgen" /> : formatDateShort(row.due)}
                    {row.isLate ? <b class="wb-attention"> te laat</b> : null}
                  </span>
                </td>
                {hasEffect ? (
                  <td class="wb-whole">
                    <span class="wb-cell-label">Raakt</span>
                    {row.effect ?? <MissingText missing={row.missing ?? "geen"} />}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <HiddenNote
        isNeeded={rows.some((row) => row.missing === "verborgen" || row.since === null || row.due === null)}
      />
    </>
  );
}

/** Open problems by one thing: aanbieder, month or owner. */
export function ProblemTable<Row extends ProblemRow>({
  rows,
  head,
  headId,
  last,
}: {
  rows: readonly Row[];
  head: string;
  headId: string;
  last?: {readonly head: string; readonly cell: (row: Row) => Child};
}) {
  return (
    <>
      <ScrollRegion labelledBy={headId}>
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col" class="wb-right">
                Aantal
              </th>
              <th scope="col" class="wb-right">
                Geld eraan<small>euro</small>
              </th>
              <td class="wb-bar" />
              <th scope="col" class="wb-right">
                Zonder bedrag
              </th>
              <th scope="col" class="wb-right">
                Oudste<small>te zien sinds</small>
              </th>
              {last === undefined ? null : <th scope="col">{last.head}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <RowHead row={row} />
                <NumberCell label="Aantal" value={count(row.count)} missing={row.missing} />
                <NumberCell label="Geld eraan" value={amount(row.cents)} missing={row.missing} />
                <td class="wb-bar">{row.bar > 0 ? <CellBar share={row.bar} /> : null}</td>
                <NumberCell
                  label="Zonder bedrag"
                  value={row.missing === null ? formatNumber(row.withoutAmount) : null}
                  missing={row.missing}
                />
                <NumberCell
                  label="Oudste"
                  value={row.since === null ? null : formatDateShort(row.since)}
                  missing={row.missing}
                />
                {last === undefined ? null : <td class="wb-whole">{last.cell(row)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <HiddenNote isNeeded={rows.some((row) => row.missing === "verborgen")} />
    </>
  );
}

function RowHead({row}: {row: ProblemRow}) {
  return <th scope="row">{row.href === null ? row.name : <a href={row.href}>{row.name}</a>}</th>;
}

/** What was found while reading, by rule. */
export function FindingTable({rows, headId}: {rows: readonly FindingRow[]; headId: string}) {
  // Of one aanbieder or month it is not told.
  const hasClaimed = rows.some(({cents, missing}) => cents !== null || missing !== null);
  return (
    <>
      <ScrollRegion labelledBy={headId}>
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Regel</th>
              <th scope="col">Retourcode</th>
              <th scope="col">Berichten</th>
              <th scope="col">Maanden</th>
              <th scope="col" class="wb-right">
                Aanbieders
              </th>
              <th scope="col" class="wb-right">
                Aantal
              </th>
              {hasClaimed ? (
                <th scope="col" class="wb-right">
                  Gedeclareerd<small>in die berichten, euro</small>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <th scope="row">{row.rule}</th>
                <td class="wb-whole">{row.retourcode ?? "geen retourcode"}</td>
                <td>
                  <span class="wb-cell-label">Berichten</span>
                  {row.soorten}
                </td>
                <td class="wb-whole">{row.months}</td>
                <NumberCell label="Aanbieders" value={count(row.aanbieders)} missing={null} />
                <NumberCell
                  label="Aantal"
                  value={row.count === null ? null : count(row.count)}
                  missing={row.count === null ? "verborgen" : null}
                />
                {hasClaimed ? (
                  <NumberCell label="Gedeclareerd" value={amount(row.cents)} missing={row.missing} />
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <HiddenNote isNeeded={rows.some((row) => row.missing === "verborgen" || row.count === null)} />
    </>
  );
}

/** Products and prices, year by year. */
export function CodeTable({rows, headId}: {rows: readonly CodeChanges[]; headId: string}) {
  return (
    <ScrollRegion labelledBy={headId}>
      <table class="wb-table wb-stack">
        <thead>
          <tr>
            <th scope="col">Jaar</th>
            <th scope="col" class="wb-right">
              Codes<small>gedeclareerd</small>
            </th>
            <th scope="col" class="wb-right">
              Nieuw<small>dat jaar</small>
            </th>
            <th scope="col" class="wb-right">
              Vervangt<small>een andere</small>
            </th>
            <th scope="col" class="wb-right">
              Zonder<small>indeling</small>
            </th>
            <th scope="col" class="wb-right">
              Tarieven<small>gewijzigd</small>
            </th>
            <th scope="col" class="wb-right">
              Achteraf<small>besloten</small>
            </th>
            <th scope="col" class="wb-right">
              Prijs<small>tegen jaar ervoor</small>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">
                {row.wet} {row.year}
              </th>
              <NumberCell label="Codes" value={count(row.codes)} missing={null} />
              <NumberCell label="Nieuw" value={count(row.added)} missing={null} />
              <NumberCell label="Vervangt" value={count(row.replacing)} missing={null} />
              <td class="wb-right">
                <span class="wb-cell-label">Zonder indeling</span>
                {row.unmapped > 0 ? <b class="wb-attention">{formatNumber(row.unmapped)}</b> : "0"}
              </td>
              <NumberCell
                label="Tarieven gewijzigd"
                value={`${formatNumber(row.changedPrices)} van ${formatNumber(row.prices)}`}
                missing={null}
              />
              <NumberCell label="Achteraf" value={count(row.latePrices)} missing={null} />
              <NumberCell
                label="Prijs"
                value={row.priceRatio === null ? null : formatSignedPercent(row.priceRatio - 1)}
                missing="geen"
              />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

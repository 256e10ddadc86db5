import {raw} from "hono/html";
import {formatEuros, formatMonth, formatPercent} from "../../reports/format.ts";
import type {EmptyFigure, MonthFigure, MonthPoint} from "../../reports/stand-van-zorg/month-figure.ts";
import {axisNote, monthCharts} from "../charts/month-chart.ts";
import {HiddenNote, MissingText} from "./figure.tsx";
import {ProvenanceLine} from "./provenance-line.tsx";
import {ScrollRegion} from "./scroll-region.tsx";

export interface MonthPlateProps {
  readonly figure: MonthFigure;
  readonly proofHref: string;
  readonly fileHref: string;
  /** Tables stand open, for paper. */
  readonly isOpen: boolean;
}

/** The line of months with all that belongs to it: finding, note, chart, provenance, table and ways on. */
export function MonthPlate({figure, proofHref, fileHref, isOpen}: MonthPlateProps) {
  if (figure.empty !== null) return <EmptyPlate figure={figure} empty={figure.empty} />;
  const charts = monthCharts(figure);
  return (
    <figure class="wb-figure" aria-labelledby="maanden-kop">
      <figcaption>
        <h2 id="maanden-kop">{figure.finding}</h2>
        <p class="wb-figure-note">
          {figure.note}
          {axisNote(figure)}
        </p>
      </figcaption>
      <div class="wb-plate wb-plate-wide">{raw(charts.wide)}</div>
      <div class="wb-plate wb-plate-narrow">
        <Legend figure={figure} />
        {raw(charts.narrow)}
      </div>
      <ProvenanceLine provenance={figure.provenance} />
      <div class="wb-under">
        <details class="wb-figure-table" open={isOpen}>
          <summary>
            <span>Toon als tabel</span>
          </summary>
          <MonthTable figure={figure} />
        </details>
        <a href={proofHref}>Hoe is dit geteld?</a>
        <a href={fileHref}>Haal op (CSV)</a>
      </div>
    </figure>
  );
}

function EmptyPlate({figure, empty}: {figure: MonthFigure; empty: EmptyFigure}) {
  return (
    <section>
      <h2>{figure.finding}</h2>
      <div class="wb-empty wb-plate">
        <p>{empty.words}</p>
        {empty.link === null ? null : <a href={empty.link.href}>{empty.link.text}</a>}
      </div>
      <ProvenanceLine provenance={figure.provenance} />
    </section>
  );
}

/** On a phone there is no room for names at the end of the lines. */
function Legend({figure}: {figure: MonthFigure}) {
  const isBudget = figure.reference.kind === "begroting";
  const hasReference = figure.points.some((point) => point.reference !== null);
  const isOpen = figure.points.some((point) => !point.isComplete);
  return (
    <ul class="wb-legend">
      <li>
        <Sample colour="var(--wb-accent)" dash={null} />
        {figure.name}
      </li>
      {isOpen ? (
        <li>
          <Sample colour="var(--wb-accent)" dash="2 3" />
          nog niet compleet
        </li>
      ) : null}
      {hasReference ? (
        <li>
          <Sample colour={isBudget ? "var(--wb-norm)" : "var(--wb-peer)"} dash="5 3" />
          {figure.reference.name}
        </li>
      ) : null}
    </ul>
  );
}

function Sample({colour, dash}: {colour: string; dash: string | null}) {
  return (
    <svg width="24" height="8" viewBox="0 0 24 8" aria-hidden="true">
      <path d="M0 4h24" stroke={colour} stroke-width="2.4" stroke-dasharray={dash ?? undefined} />
    </svg>
  );
}

function MonthTable({figure}: {figure: MonthFigure}) {
  const hasReference = figure.points.some((point) => point.reference !== null);
  return (
    <>
      <ScrollRegion label="Kosten per maand">
        <table class="wb-table">
          <thead>
            <tr>
              <th scope="col">Maand</th>
              <th scope="col" class="wb-right">
                Nu binnen<small>€</small>
              </th>
              <th scope="col" class="wb-right">
                Verwacht<small>€</small>
              </th>
              <th scope="col" class="wb-right">
                Kans 8 op 10<small>€</small>
              </th>
              {hasReference ? (
                <th scope="col" class="wb-right">
                  {figure.reference.name}
                  <small>€</small>
                </th>
              ) : null}
              <th scope="col" class="wb-right">
                Compleet
              </th>
            </tr>
          </thead>
          <tbody>
            {figure.points.map((point) => (
              <MonthRow point={point} hasReference={hasReference} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <HiddenNote isNeeded={figure.points.some((point) => point.isHidden)} />
    </>
  );
}

function MonthRow({point, hasReference}: {point: MonthPoint; hasReference: boolean}) {
  const amount = (cents: number | null) => (cents === null ? null : formatEuros(cents).replace("€\u00a0", ""));
  const range = point.low === null || point.high === null ? null : `${amount(point.low)} tot ${amount(point.high)}`;
  return (
    <tr>
      <th scope="row">
        <a href={point.href}>{formatMonth(point.month)}</a>
      </th>
      <td class="wb-right">{point.isHidden ? <MissingText missing="verborgen" /> : amount(point.granted)}</td>
      <td class="wb-right">{point.isHidden ? <MissingText missing="verborgen" /> : amount(point.value)}</td>
      <td class="wb-right">{range ?? <span class="wb-missing">compleet</span>}</td>
      {hasReference ? <td class="wb-right">{amount(point.reference) ?? <MissingText missing="geen" />}</td> : null}
      <td class="wb-right">{completeText(point)}</td>
    </tr>
  );
}

function completeText({granted, value}: MonthPoint): string {
  if (granted === null || value === null || value <= 0) return "geen";
  return formatPercent(Math.min(1, granted / value), 0);
}

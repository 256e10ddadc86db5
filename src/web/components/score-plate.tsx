import {raw} from "hono/html";
import type {Course} from "../../reports/datakwaliteit/figure-page.ts";
import {formatMonth, formatPercent} from "../../reports/format.ts";
import {lowestShown, scoreCharts} from "../charts/score-chart.ts";
import {NumberCell} from "./quality-tables.tsx";
import {ScrollRegion} from "./scroll-region.tsx";

/** How sound a figure was at the end of each month, with the same numbers as a table. */
export function ScorePlate({course, name}: {course: Course; name: string}) {
  if (course === null) return <p class="wb-hint">{stillCounting}</p>;
  const known = course.filter(({score}) => score !== null);
  if (known.length < 2) return <p class="wb-small">Nog geen twee maanden met een score.</p>;
  const charts = scoreCharts(
    course,
    `Welk deel van ${name.toLowerCase()} zeker was, per maand. De tabel met dezelfde getallen staat onder de figuur.`,
  );
  const low = lowestShown(course);
  return (
    <figure class="wb-figure" aria-labelledby="verloop-kop">
      <figcaption>
        <h2 id="verloop-kop">{finding(known[0]!.score!, known.at(-1)!.score!)}</h2>
        <p class="wb-figure-note">
          Deel van het cijfer zonder open punt, zoals bekend aan het eind van elke maand.
          {low === 0 ? "" : ` De as begint bij ${formatPercent(low, 0)}.`}
        </p>
      </figcaption>
      <div class="wb-plate wb-plate-wide">{raw(charts.wide)}</div>
      <div class="wb-plate wb-plate-narrow">{raw(charts.narrow)}</div>
      <div class="wb-under">
        <details class="wb-figure-table">
          <summary>
            <span>Toon als tabel</span>
          </summary>
          <ScrollRegion label="Zekerheid per maand">
            <table class="wb-table">
              <thead>
                <tr>
                  <th scope="col">Maand</th>
                  <th scope="col" class="wb-right">
                    Zeker
                  </th>
                </tr>
              </thead>
              <tbody>
                {course.map(({month, score}) => (
                  <tr>
                    <th scope="row">{formatMonth(month)}</th>
                    <NumberCell label="Zeker" value={score === null ? null : formatPercent(score)} missing="geen" />
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </details>
      </div>
    </figure>
  );
}

/** Shown where a course will come. */
export const stillCounting = "Het verloop per maand wordt nog geteld. Open deze pagina over een minuut opnieuw.";

function finding(first: number, last: number): string {
  const [before, now] = [formatPercent(first), formatPercent(last)];
  if (before === now) return `Zeker is ${now}, evenveel als aan het begin`;
  return `Zeker is ${now}, ${last > first ? "meer" : "minder"} dan de ${before} aan het begin`;
}

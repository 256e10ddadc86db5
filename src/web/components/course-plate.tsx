import {raw} from "hono/html";
import type {Course} from "../../reports/course.ts";
import {formatOf} from "../../reports/units.ts";
import {courseCharts} from "../charts/course-chart.ts";
import {MissingText} from "./figure.tsx";
import {ScrollRegion} from "./scroll-region.tsx";

/**
 * The line of one over the years, with its table.
 *
 * @param others  what those beside it are called in the heads of the table: "andere"
 */
export function CoursePlate({
  course,
  headId,
  isOpen,
  others,
}: {
  course: Course;
  headId: string;
  isOpen: boolean;
  others: string;
}) {
  const charts = courseCharts(course, course.heading);
  const format = formatOf(course.unit);
  return (
    <figure class="wb-figure" aria-labelledby={headId}>
      <figcaption>
        <h2 id={headId}>{course.heading}</h2>
        <p class="wb-figure-note">{course.note}</p>
      </figcaption>
      <div class="wb-plate wb-plate-wide">{raw(charts.wide)}</div>
      <div class="wb-plate wb-plate-narrow">{raw(charts.narrow)}</div>
      <div class="wb-under">
        <details class="wb-figure-table" open={isOpen}>
          <summary>
            <span>Toon als tabel</span>
          </summary>
          <ScrollRegion labelledBy={headId}>
            <table class="wb-table">
              <thead>
                <tr>
                  <th scope="col">Jaar</th>
                  {[course.ownName, `Midden van de ${others}`, `8 van de 10 ${others}`].map((head) => (
                    <th scope="col" class="wb-right">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {course.years.map(({year, own, others: band}) => (
                  <tr>
                    <th scope="row">{year}</th>
                    <td class="wb-right">{own === null ? <MissingText missing="geen" /> : format(own)}</td>
                    <td class="wb-right">{band === null ? <MissingText missing="te weinig" /> : format(band.p50)}</td>
                    <td class="wb-right">
                      {band === null ? (
                        <MissingText missing="te weinig" />
                      ) : (
                        `${format(band.p10)} tot ${format(band.p90)}`
                      )}
                    </td>
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

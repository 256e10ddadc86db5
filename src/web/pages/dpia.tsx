import type {Dpia, DpiaPart} from "../../reports/privacyboek/dpia.ts";
import {ScrollRegion} from "../components/scroll-region.tsx";

/** A document to print: the same words as the file. */
export function DpiaPage({report}: {report: Dpia}) {
  return (
    <>
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      <p class="wb-small">
        <a href="/privacyboek/dpia.md">Als bestand om verder te schrijven (Markdown)</a>
      </p>
      {report.parts.map((part, index) => (
        <Part part={part} number={index + 1} />
      ))}
    </>
  );
}

function Part({part: {heading, paragraphs, list, table, toFillIn}, number}: {part: DpiaPart; number: number}) {
  const id = `deel-${number}`;
  return (
    <section class="wb-part-near">
      <h2 id={id}>
        {number}. {heading}
      </h2>
      {paragraphs.map((paragraph) => (
        <p class="wb-prose">{paragraph}</p>
      ))}
      {list.length === 0 ? null : (
        <ul class="wb-list">
          {list.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      )}
      {table === null ? null : (
        <ScrollRegion labelledBy={id}>
          <table class="wb-table wb-stack">
            <thead>
              <tr>
                {table.columns.map((column) => (
                  <th scope="col">{column}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([first, ...cells]) => (
                <tr>
                  <th scope="row">{first}</th>
                  {cells.map((cell, index) => (
                    <td class="wb-whole">
                      <span class="wb-cell-label">{table.columns[index + 1]}</span>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {toFillIn.length === 0 ? null : (
        <div class="wb-alert wb-alert-note wb-part-near">
          <h3>In te vullen door de gemeente</h3>
          <ul class="wb-list">
            {toFillIn.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

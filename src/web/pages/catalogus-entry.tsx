import type {CatalogusEntry} from "../../reports/catalogus/entry.ts";
import {SparkLine} from "../components/bars.tsx";
import {Breadcrumb} from "../components/breadcrumb.tsx";
import {Facts} from "../components/facts.tsx";
import {HiddenNote, MissingText} from "../components/figure.tsx";
import {ProvenanceLine} from "../components/provenance-line.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";

export function CatalogusEntryPage({report, isOpen}: {report: CatalogusEntry; isOpen: boolean}) {
  const {indicator} = report;
  return (
    <>
      <Breadcrumb crumbs={report.crumbs} />
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      <div class="wb-columns wb-part-near">
        <section class="wb-span-8">
          <h2>Zo tellen wij het</h2>
          <p class="wb-prose">{indicator.definition}</p>
          <Facts facts={report.facts} />
        </section>
        <aside class="wb-span-4 wb-aside" aria-label="Nu, en let op">
          <Now report={report} />
          <section class="wb-frame">
            <h2>Wat dit niet zegt</h2>
            {indicator.doesNotSay.map((sentence) => (
              <p>{sentence}</p>
            ))}
          </section>
        </aside>
      </div>
      <section class="wb-part">
        <h2>{indicator.version === 1 ? "De definitie is niet veranderd" : "Zo veranderde de definitie"}</h2>
        <Facts facts={report.history} />
      </section>
      <section class="wb-part">
        <h2>De telling in SQL</h2>
        <p class="wb-figure-note">Zo telt de machine het cijfer hierboven. Delen gebeurt daarna.</p>
        <details class="wb-figure-table" open={isOpen}>
          <summary>
            <span>Toon de SQL</span>
          </summary>
          <ScrollRegion label="SQL van deze telling">
            <pre>
              <code>{report.sql}</code>
            </pre>
          </ScrollRegion>
        </details>
      </section>
    </>
  );
}

/** The figure of the gemeente, and how it went. */
function Now({report}: {report: CatalogusEntry}) {
  const {figure, written, part, period, course, coursePeriod, isCourseShort} = report;
  return (
    <section class="wb-kpi">
      <h2>Nu</h2>
      <p class="wb-kpi-value wb-kpi-words">
        {written === null ? <MissingText missing={figure.missing ?? "geen"} /> : written.value}
        {written === null || written.unit === "" ? null : <small> {written.unit}</small>}
      </p>
      <HiddenNote isNeeded={written === null && figure.missing === "verborgen"} />
      <p>
        {part === null ? null : `Alleen ${part}. `}
        {report.area}, {period}.
        {course.length === 0
          ? null
          : ` De lijn gaat per maand, ${coursePeriod}${isCourseShort ? "; wat daarna komt is nog niet compleet" : ""}.`}
      </p>
      <SparkLine values={course} width={240} height={44} />
      <ProvenanceLine provenance={report.provenance} />
      <div class="wb-under">
        <a href={report.proofHref}>Hoe is dit geteld?</a>
      </div>
    </section>
  );
}

import type {ControlePage as Report} from "../../reports/datakwaliteit/controle-page.ts";
import {formatMonth} from "../../reports/format.ts";
import {Breadcrumb} from "../components/breadcrumb.tsx";
import {Facts} from "../components/facts.tsx";
import {HiddenNote} from "../components/figure.tsx";
import {ProvenanceLine} from "../components/provenance-line.tsx";
import {amount, count, NumberCell, ProblemTable} from "../components/quality-tables.tsx";
import {QuestionForm} from "../components/question-form.tsx";
import {ScrollRegion} from "../components/scroll-region.tsx";

export function ControlePage({report}: {report: Report}) {
  const {controle} = report;
  return (
    <>
      <Breadcrumb crumbs={report.crumbs} />
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      <QuestionForm question={report.question} />
      <div class="wb-columns">
        <div class="wb-span-8">
          <section>
            <h2 id="raakt-kop">Met en zonder deze punten</h2>
            <Effects report={report} />
            <ProvenanceLine provenance={report.provenance} />
          </section>
        </div>
        <aside class="wb-span-4 wb-aside" aria-label="Uitleg">
          <section class="wb-frame">
            <h2>Wat te doen</h2>
            <p>{controle.toDo}</p>
          </section>
          <section>
            <h2>Zo vinden wij het</h2>
            <Facts
              facts={[
                {term: "Op de lijst", words: controle.rule},
                {term: "Geld eraan", words: controle.atStake},
                {term: "Zonder", words: controle.counterfactual},
                {term: "Wie herstelt", words: controle.owner === "gemeente" ? "De gemeente" : "De aanbieder"},
                {term: "Termijn", words: `${controle.termDays} dagen nadat het te zien was`},
              ]}
            />
            <div class="wb-under">
              <a href={report.worklistHref}>Werklijst: bericht en toewijzing (CSV)</a>
            </div>
          </section>
        </aside>
      </div>
      {report.byAanbieder.length === 0 || report.isHidden ? null : (
        <>
          <section class="wb-part">
            <h2 id="aanbieders-kop">Per aanbieder</h2>
            <ProblemTable rows={report.byAanbieder} head="Aanbieder" headId="aanbieders-kop" />
          </section>
          <section class="wb-part">
            <h2 id="maanden-kop">Over welke maand het gaat</h2>
            <ProblemTable rows={report.byMonth} head="Maand" headId="maanden-kop" />
          </section>
        </>
      )}
      <Course report={report} />
    </>
  );
}

function Effects({report}: {report: Report}) {
  if (report.effects.length === 0) {
    return (
      <div class="wb-empty wb-plate">
        <b>Geen verschil te tonen</b>
        {report.isHidden
          ? "Het gaat om minder dan 10 mensen, of zo’n aantal zou eruit volgen."
          : "Er staat niets open, of het verandert geen cijfer."}
      </div>
    );
  }
  return (
    <>
      <p class="wb-figure-note">
        {report.controle.counterfactual} Over {report.effectSpan}; komt terug over een jaar eerder.
      </p>
      <ScrollRegion labelledBy="raakt-kop">
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Cijfer</th>
              <th scope="col" class="wb-right">
                Nu
              </th>
              <th scope="col" class="wb-right">
                Zonder
              </th>
            </tr>
          </thead>
          <tbody>
            {report.effects.map((effect) => (
              <tr>
                <th scope="row">
                  <a href={effect.href}>{effect.name}</a>
                </th>
                <NumberCell label="Nu" value={effect.now} missing={null} />
                <NumberCell label="Zonder" value={effect.isSame ? "geen verschil" : effect.without} missing={null} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

function Course({report}: {report: Report}) {
  const {course} = report;
  if (course === null) return null;
  return (
    <section class="wb-part">
      <h2 id="verloop-kop">Wat openstond, en wat vanzelf verdween</h2>
      <ScrollRegion labelledBy="verloop-kop">
        <table class="wb-table wb-stack">
          <thead>
            <tr>
              <th scope="col">Maand</th>
              <th scope="col" class="wb-right">
                Open<small>aan het einde</small>
              </th>
              <th scope="col" class="wb-right">
                Geld eraan<small>euro</small>
              </th>
              <th scope="col" class="wb-right">
                Hersteld<small>in de maand</small>
              </th>
            </tr>
          </thead>
          <tbody>
            {course.open.map((month, index) => {
              const mended = course.mended[index]!;
              return (
                <tr>
                  <th scope="row">{formatMonth(month.month)}</th>
                  <NumberCell label="Open" value={count(month.count)} missing="verborgen" />
                  <NumberCell label="Geld eraan" value={amount(month.cents)} missing="verborgen" />
                  <NumberCell label="Hersteld" value={count(mended.count)} missing="verborgen" />
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      <HiddenNote isNeeded={[...course.open, ...course.mended].some((month) => month.count === null)} />
    </section>
  );
}

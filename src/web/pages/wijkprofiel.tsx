import type {Wijkprofiel} from "../../reports/wijkprofiel/wijkprofiel.ts";
import {Breadcrumb} from "../components/breadcrumb.tsx";
import {MapPlate} from "../components/map-plate.tsx";
import {QuestionForm} from "../components/question-form.tsx";
import {MeasureTable, NeedTable, OfferList} from "../components/wijk-profile.tsx";

export function WijkprofielPage({report, isOpen}: {report: Wijkprofiel; isOpen: boolean}) {
  const {profile, map} = report;
  return (
    <>
      <Breadcrumb crumbs={report.crumbs} />
      <h1>{report.title}</h1>
      <p class="wb-kern">{report.kern}</p>
      <QuestionForm question={report.question} />
      {profile?.change == null ? null : <p class="wb-alert wb-part-near">{profile.change}</p>}
      <div class="wb-columns wb-part-near">
        <div class="wb-span-8">
          <MapPlate figure={map} isOpen={isOpen} />
        </div>
        <aside class="wb-span-4 wb-aside" aria-label="Bij deze kaart">
          {profile === null ? null : <OfferList profile={profile} />}
          <section class="wb-frame">
            <h2>Wat dit niet zegt</h2>
            {map.doesNotSay.map((line) => (
              <p>{line}</p>
            ))}
          </section>
        </aside>
      </div>
      {profile === null ? null : (
        <>
          <MeasureTable profile={profile} />
          <NeedTable profile={profile} />
        </>
      )}
    </>
  );
}

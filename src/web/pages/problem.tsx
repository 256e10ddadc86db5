import {questionLine} from "../../reports/question-line.ts";
import type {Sources} from "../../reports/sources.ts";
import {standVanZorgPath} from "../../reports/stand-van-zorg/paths.ts";
import {defaultView} from "../../reports/view.ts";
import {QuestionForm} from "../components/question-form.tsx";
import type {Entry} from "../navigation.ts";

const titles = {
  401: "U bent niet ingelogd",
  400: "Dit kunnen wij niet tonen",
  403: "Dit mag hier niet",
  404: "Niet gevonden",
  500: "Er ging iets mis",
} as const;

/** What was found and what to do, in one line; the question stays at hand. */
export function ProblemPage({
  status,
  line,
  sources,
  menu,
}: {
  status: keyof typeof titles;
  line: string;
  sources: Sources | null;
  /** What the reader may open. */
  menu: readonly Entry[];
}) {
  const title = titles[status];
  const asksFigures = menu.some(({screens}) => screens.some(({screen}) => screen === "stand-van-zorg"));
  const content = (
    <>
      <h1>{title}</h1>
      <div class={`wb-alert wb-part-near${status === 404 ? "" : " wb-alert-fault"}`}>
        <p>{line}</p>
      </div>
      {sources === null || !asksFigures ? null : <StartAgain sources={sources} isOpen={status === 400} />}
      <ul class="wb-list">
        {menu.flatMap((entry) =>
          entry.screens.map((screen) => (
            <li>
              <a href={screen.path}>{screen.label}</a>
            </li>
          )),
        )}
      </ul>
    </>
  );
  return {title, content};
}

function StartAgain({sources, isOpen}: {sources: Sources; isOpen: boolean}) {
  const {place, names} = sources;
  const view = defaultView(place, names);
  const question = questionLine({
    view,
    place,
    names,
    subject: "kosten en resultaat",
    action: standVanZorgPath,
    hasSplit: true,
  });
  return <QuestionForm question={question} isOpen={isOpen} />;
}

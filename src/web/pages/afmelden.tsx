import type {KeyState} from "../../collaboration/abonnement/subscriptions.ts";
import {waarschuwingenPath} from "../../reports/waarschuwingen/paths.ts";
import type {Page} from "../route.ts";

/** Opening a link must end nothing: programmes that look for viruses open all of them. So there is one button. */
export function askUnsubscribe(state: KeyState): Page {
  if (state === "onbekend") return unknownKey;
  if (state === "uit") return unsubscribed;
  const title = "Geen mail meer?";
  const content = (
    <>
      <h1>{title}</h1>
      <p class="wb-kern">U krijgt dan geen mail meer als er iets opvalt. Op de bladzijde Vandaag blijft alles staan.</p>
      <form method="post" class="wb-part-near">
        <button class="utrecht-button utrecht-button--primary-action" type="submit">
          Stuur mij geen mail meer
        </button>
      </form>
    </>
  );
  return {title, content};
}

export function afterUnsubscribe(state: KeyState): Page {
  return state === "onbekend" ? unknownKey : unsubscribed;
}

const unsubscribed: Page = {
  title: "U krijgt geen mail meer",
  content: (
    <>
      <h1>U krijgt geen mail meer</h1>
      <p class="wb-kern">Wat opvalt, blijft staan op de bladzijde Vandaag.</p>
      <p class="wb-part-near">
        <a href={`${waarschuwingenPath}#mail`}>Zet de mail weer aan</a>. Daarvoor meldt u zich aan.
      </p>
    </>
  ),
};

const unknownKey: Page = {
  title: "Deze link klopt niet",
  content: (
    <>
      <h1>Deze link klopt niet</h1>
      <div class="wb-alert wb-alert-fault wb-part-near">
        <p>Neem de hele link uit de mail over. Of meld u aan en zet de mail daar uit.</p>
      </div>
      <p class="wb-part-near">
        <a href={`${waarschuwingenPath}#mail`}>Naar Mijn waarschuwingen</a>
      </p>
    </>
  ),
  status: 400,
};

import {formTokenField} from "../form-token.ts";
import {deliverPath} from "../paths.ts";

/** Chooses files and sends them; with our script they can be dropped, and one sees how far it is. */
export function DeliveryForm({formToken}: {formToken: string}) {
  return (
    <form class="wb-deliver" method="post" action={deliverPath} enctype="multipart/form-data" data-deliver>
      <input type="hidden" name={formTokenField} value={formToken} />
      <div class="wb-drop" data-drop>
        <label for="bestanden">Kies een of meer bestanden</label>
        <input id="bestanden" type="file" name="bestanden" multiple required aria-describedby="bestanden-hint" />
        <p class="wb-hint" id="bestanden-hint">
          <span data-drop-hint hidden>
            U kunt ze ook hierheen slepen.{" "}
          </span>
          Berichten als .xml, .zip of .tar.gz, referentiebestanden, en tabellen uit een softwarepakket. Samen hooguit 4
          GB.
        </p>
        <p class="wb-small" data-chosen></p>
      </div>
      <div class="wb-choices">
        <button class="utrecht-button utrecht-button--primary-action" type="submit">
          Bekijk eerst
        </button>
      </div>
      <progress hidden aria-label="Versturen"></progress>
      <p class="wb-small" role="status" data-sending></p>
    </form>
  );
}

export interface ActionButtonProps {
  readonly action: string;
  readonly formToken: string;
  readonly label: string;
  readonly isMain: boolean;
  /** Names of what is said with it. */
  readonly says?: readonly string[];
}

/** A button that does one thing, as a form of its own. */
export function ActionButton({action, formToken, label, isMain, says = []}: ActionButtonProps) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name={formTokenField} value={formToken} />
      {says.map((name) => (
        <input type="hidden" name={name} value="ja" />
      ))}
      <button class={isMain ? "utrecht-button utrecht-button--primary-action" : "wb-button-plain"} type="submit">
        {label}
      </button>
    </form>
  );
}

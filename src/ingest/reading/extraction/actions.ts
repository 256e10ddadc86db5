import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import type {Soort} from "../../../standards/istandaarden/messages.ts";
import type {EndActions} from "../reading.ts";
import {antwoordActions} from "./antwoord.ts";
import {declaratieActions} from "./declaratie.ts";
import {declaratieAntwoordActions} from "./declaratie-antwoord.ts";
import {retourActions} from "./retour.ts";
import {startActions, stopActions} from "./start-stop.ts";
import {toewijzingActions} from "./toewijzing.ts";
import {verzoekOmToewijzingActions, verzoekOmWijzigingActions} from "./verzoek.ts";

const actionsBySoort: Readonly<Record<Soort, (table: MessageTable) => EndActions>> = {
  "301": toewijzingActions,
  "302": retourActions,
  "305": startActions,
  "306": retourActions,
  "307": stopActions,
  "308": retourActions,
  "315": verzoekOmToewijzingActions,
  "316": retourActions,
  "317": verzoekOmWijzigingActions,
  "318": retourActions,
  "319": antwoordActions,
  "320": retourActions,
  "323": declaratieActions,
  "325": declaratieAntwoordActions,
};

/** What turns a message of this kind into rows. */
export function actionsFor(table: MessageTable): EndActions {
  return actionsBySoort[table.soort](table);
}

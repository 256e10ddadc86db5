import type {MessageTable} from "../../../standards/istandaarden/message-table.ts";
import {headerNodes, number, numberOrNull, productNodes, text, textOrNull} from "../fields.ts";
import {type EndActions, type Reading, requiredNode} from "../reading.ts";
import type {RowValue} from "../rows.ts";
import {clientActions} from "./client.ts";

/** 305: each StartProduct is a row, corrections too. */
export function startActions(table: MessageTable): EndActions {
  const path = "Bericht/Client/StartProducten/StartProduct";
  const shared = sharedValues(table, path);
  const status = requiredNode(table, `${path}/StatusAanlevering`);
  const {dagtekening} = headerNodes(table);
  const addStart = (reading: Reading) => {
    reading.add("start", [
      reading.nextLine("start"),
      ...shared(reading),
      text(reading, status),
      number(reading, dagtekening),
    ]);
  };
  return new Map([...clientActions(table, "Bericht/Client"), [requiredNode(table, path), addStart]]);
}

/** 307: each StopProduct is a row, corrections too. */
export function stopActions(table: MessageTable): EndActions {
  const path = "Bericht/Client/StopProducten/StopProduct";
  const shared = sharedValues(table, path);
  const status = requiredNode(table, `${path}/StatusAanlevering`);
  const reden = requiredNode(table, `${path}/RedenBeeindiging`);
  const einddatum = requiredNode(table, `${path}/Einddatum`);
  const {dagtekening} = headerNodes(table);
  const addStop = (reading: Reading) => {
    reading.add("stop", [
      reading.nextLine("stop"),
      ...shared(reading),
      text(reading, reden),
      number(reading, einddatum),
      text(reading, status),
      number(reading, dagtekening),
    ]);
  };
  return new Map([...clientActions(table, "Bericht/Client"), [requiredNode(table, path), addStop]]);
}

/** What a start and a stop both say, in the order of their tables: wet up to and including begindatum. */
function sharedValues(table: MessageTable, path: string): (reading: Reading) => RowValue[] {
  const {aanbieder} = headerNodes(table);
  const toewijzingNummer = requiredNode(table, `${path}/ToewijzingNummer`);
  const product = productNodes(table, `${path}/Product`);
  const toewijzingIngangsdatum = requiredNode(table, `${path}/ToewijzingIngangsdatum`);
  const begindatum = requiredNode(table, `${path}/Begindatum`);
  return (reading) => [
    table.wet,
    reading.client,
    text(reading, aanbieder),
    numberOrNull(reading, toewijzingNummer),
    textOrNull(reading, product.categorie),
    textOrNull(reading, product.code),
    numberOrNull(reading, toewijzingIngangsdatum),
    number(reading, begindatum),
  ];
}

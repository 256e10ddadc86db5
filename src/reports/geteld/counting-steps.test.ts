import {expect, test} from "vitest";
import {findIndicator} from "../../indicators/catalogue.ts";
import {lastStepText} from "./counting-steps.ts";

// An indicator without words of its own must not be told in those of another: a copy may count anything.
test.each([
  ["kosten", "Debet min credit, per maand van zorg.", "Alle bedragen bij elkaar."],
  ["instroom", "Elk traject telt één keer.", "Elke gebeurtenis telt één keer."],
  ["clienten", "Iedereen telt één keer, hoe vaak die ook hulp kreeg.", "Iedereen telt één keer."],
  ["wachtlijst", "Alle wachtenden bij elkaar, zoals de gemeente ze opgaf.", "Alles bij elkaar."],
])("%s has its own last words, and a new indicator that counts alike has words that hold for any", (id, own, other) => {
  const indicator = findIndicator(id);
  expect(lastStepText(indicator).why).toBe(own);
  expect(lastStepText({...indicator, id: "nieuw"}).why).toBe(other);
});

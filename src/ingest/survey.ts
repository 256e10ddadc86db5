import {UserError} from "../errors.ts";
import {type Delivery, type Survey, surveyDelivery} from "./sources/delivery.ts";
import {assertPaths} from "./sources/folder.ts";
import {showableName} from "./sources/names.ts";

/** Looks what is delivered. Nothing at all is a mistake of who delivers. */
export async function survey(delivery: Delivery): Promise<Survey> {
  if (delivery.paths.length === 0)
    throw new UserError("Noem een bestand of map. Bijvoorbeeld: npx wijkbalans import berichten/");
  assertPaths(delivery.paths);
  const found = await surveyDelivery(delivery);
  if (found.files + found.reference.length + found.tables.length > 0) return found;
  const names = delivery.paths.map((path) => `'${showableName(path)}'`).join(", ");
  throw new UserError(
    found.skipped === 0
      ? `In ${names} staat geen enkel bestand. Kijk of u de goede map noemt.`
      : `In ${names} staat geen bestand dat Wijkbalans kent (wel ${found.skipped} andere). Noem een map met .xml, .zip of .tar.gz.`,
  );
}

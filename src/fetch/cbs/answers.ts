/** What CBS and PDOK answered, whichever way it came. */
export interface CbsAnswers {
  /** Rows by entity: TypedDataSet, DataProperties, Observations, ... */
  readonly rows: ReadonlyMap<string, readonly CbsRow[]>;
  readonly features: readonly BorderFeature[];
}

export type CbsRow = Readonly<Record<string, unknown>>;

export interface BorderFeature {
  readonly properties?: CbsRow | null;
  readonly geometry?: {readonly type?: unknown; readonly coordinates?: unknown} | null;
}

/** Puts documents together by what they say they are; what is neither OData nor GeoJSON is passed over. */
export function sortAnswers(documents: Iterable<unknown>): CbsAnswers {
  const rows = new Map<string, CbsRow[]>();
  const features: BorderFeature[] = [];
  for (const document of documents) {
    const fields = (typeof document === "object" && document !== null ? document : {}) as Record<string, unknown>;
    if (fields.type === "FeatureCollection" && Array.isArray(fields.features)) {
      for (const feature of fields.features as BorderFeature[]) features.push(feature);
      continue;
    }
    const entity = entityOf(fields);
    if (entity === null) continue;
    const values = Array.isArray(fields.value) ? (fields.value as CbsRow[]) : [fields];
    rows.set(entity, [...(rows.get(entity) ?? []), ...values]);
  }
  return {rows, features};
}

/** "$metadata#Cbs.OData.WebAPI.TypedDataSet" and "…/$metadata#MeasureCodes" name their entity at the end. */
function entityOf(fields: Record<string, unknown>): string | null {
  const context = fields["odata.metadata"] ?? fields["@odata.context"];
  if (typeof context !== "string") return null;
  if (!context.includes("#")) return null;
  const [name = ""] = context.slice(context.lastIndexOf("#") + 1).split(/[/(]/);
  return name.slice(name.lastIndexOf(".") + 1);
}

/** A number as CBS writes it; null when it is missing, withheld or no number. */
export function cbsNumber(value: unknown): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value.trim().replace(",", ".")) : value;
  if (typeof number !== "number" || !Number.isFinite(number)) return null;
  // PDOK writes what is withheld as a number no count can be.
  return number <= -99_990 ? null : number;
}

/** Keys are padded to ten characters, names to forty. */
export function cbsText(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

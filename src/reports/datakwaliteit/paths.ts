export const datakwaliteitPath = "/over-de-gegevens/datakwaliteit";

export function controlePath(id: string): string {
  return `${datakwaliteitPath}/${id}`;
}

export function aanbiederPath(agb: string): string {
  return `${datakwaliteitPath}/aanbieder/${agb}`;
}

/** What is wrong in the data that changes one figure. */
export function figureQualityPath(indicator: string): string {
  return `${datakwaliteitPath}/cijfer/${indicator}`;
}

export const figuresQualityPath = `${datakwaliteitPath}/cijfers`;

export const scoresFilePath = `${figuresQualityPath}.csv`;

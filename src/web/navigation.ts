/** The menu: only what works stands in it. */
export interface Entry {
  readonly label: string;
  readonly screens: readonly {readonly label: string; readonly path: string}[];
}

export const entries: readonly Entry[] = [
  {label: "Cijfers", screens: [{label: "Stand van zorg", path: "/cijfers/stand-van-zorg"}]},
  {
    label: "Over de gegevens",
    screens: [
      {label: "Catalogus", path: "/over-de-gegevens/catalogus"},
      {label: "Datakwaliteit", path: "/over-de-gegevens/datakwaliteit"},
      {label: "Aansluiting", path: "/over-de-gegevens/aansluiting"},
      {label: "Lasten", path: "/over-de-gegevens/lasten"},
      {label: "Val ons aan", path: "/over-de-gegevens/val-ons-aan"},
      {label: "Bestanden", path: "/over-de-gegevens/bestanden"},
      {label: "Aanleveren", path: "/over-de-gegevens/aanleveren"},
      {label: "Beheer", path: "/over-de-gegevens/beheer"},
      {label: "Kolommen koppelen", path: "/over-de-gegevens/koppelen"},
      {label: "Regels van de standaard", path: "/over-de-gegevens/regels"},
    ],
  },
];

/** The entry a page belongs to. The proof of a figure belongs to the figure. */
export function entryOf(path: string): Entry {
  return entries.find((entry) => entry.screens.some((screen) => path.startsWith(screen.path))) ?? entries[0]!;
}

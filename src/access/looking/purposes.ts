/** What personal data are used for here. Each is a verwerkingsactiviteit of the register. */
export interface PurposeWords {
  readonly name: string;
  /** What it is for, in one line that a resident understands. */
  readonly line: string;
  readonly ground: string;
}

export const purposes = {
  beleid: {
    name: "Beleidsinformatie",
    line: "De gemeente ziet in cijfers wat zorg kost en oplevert, en stuurt daarop bij. Niemand is daarin te herkennen.",
    ground: "AVG art. 6 lid 1 e (taak van algemeen belang); Wmo 2015 art. 2.5.1 en Jeugdwet art. 2.10",
  },
  controle: {
    name: "Controle van gegevens en declaraties",
    line: "De gemeente kijkt na of berichten en declaraties kloppen.",
    ground: "AVG art. 6 lid 1 e; Wmo 2015 art. 5.1.1 en 5.2.1; Jeugdwet art. 7.4.0",
  },
  aanlevering: {
    name: "Inname van berichten",
    line: "Berichten over zorg worden bewaard en geteld. Namen en burgerservicenummers blijven in een versleuteld archief.",
    ground: "AVG art. 6 lid 1 e; Wmo 2015 art. 5.1.1 en 5.2.9; Jeugdwet art. 7.2.1 en 7.4.0",
  },
  beheer: {
    name: "Beheer van het systeem",
    line: "Wie het systeem beheert, ziet of alles werkt.",
    ground: "AVG art. 32 (beveiliging)",
  },
  toezicht: {
    name: "Toezicht op privacy",
    line: "De gemeente legt vast wie wat bekijkt, en kijkt na of dat hoort.",
    ground: "AVG art. 5 lid 2, art. 30 en art. 32",
  },
  rechten: {
    name: "Verzoeken van inwoners",
    line: "Een inwoner mag vragen wat er over hem staat, dat laten verbeteren of laten wissen.",
    ground: "AVG art. 12 en art. 15 tot en met 17",
  },
} as const satisfies Record<string, PurposeWords>;

export type Purpose = keyof typeof purposes;

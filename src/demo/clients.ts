import type {Agenda} from "./agenda.ts";
import type {BsnSupply} from "./bsn-supply.ts";
import type {Day} from "./days.ts";
import type {Client} from "./messages/client.ts";
import type {Population} from "./population.ts";
import type {Toewijzing} from "./toewijzingen.ts";
import type {Traject} from "./traject.ts";

/** A person who ever asked for help, with all that is open. */
export interface ClientFile extends Client {
  readonly toewijzingen: Toewijzing[];
  readonly trajecten: Traject[];
  /** AGB-codes of aanbieders that wait for an answer to a 315 or 317 about this client. */
  readonly pending: Set<string>;
  /** Died or moved away. */
  goneSince: Day | null;
}

export interface Clients {
  find(person: number): ClientFile | undefined;
  findOrMake(person: number, livesElsewhere: boolean): ClientFile;
}

export function createClients(population: Population, bsns: BsnSupply, agenda: Pick<Agenda, "today">): Clients {
  const files = new Map<number, ClientFile>();
  return {
    find: (person) => files.get(person),
    findOrMake(person, livesElsewhere) {
      const known = files.get(person);
      if (known !== undefined) return known;
      const file: ClientFile = {
        person,
        bsn: bsns.next(),
        // Need is drawn by the month: who is born in that month was born before it.
        birth: Math.min(population.birth(person), agenda.today - 1),
        isFemale: population.isFemale(person),
        home: population.home(person),
        homeNumber: population.homeNumber(person),
        buurt: population.buurt(person),
        livesElsewhere,
        toewijzingen: [],
        trajecten: [],
        pending: new Set(),
        goneSince: null,
      };
      files.set(person, file);
      return file;
    },
  };
}

import type {ClientFile} from "./clients.ts";
import type {Day} from "./days.ts";
import type {Hulpvorm} from "./parameters.ts";
import type {Toewijzing} from "./toewijzingen.ts";

/** One need of one client, from the question to the end of the care, through as many toewijzingen as it takes. */
export interface Traject {
  readonly client: ClientFile;
  readonly hulpvorm: Hulpvorm;
  readonly productCode: string;
  /** In care before the world began: certain to come through, and to last until this day. */
  readonly until: Day | null;
  readonly duration: number; // days
  toewijzing: Toewijzing | null;
  /** The one before it, while care still goes on under that. */
  previous: Toewijzing | null;
  end: Day | null;
  isOver: boolean;
  /** What follows when it has come to its own end. */
  readonly afterEnd: (end: Day) => void;
}

export interface Need {
  readonly client: ClientFile;
  readonly hulpvorm: Hulpvorm;
  readonly day: Day;
  readonly until: Day | null;
  readonly durationFactor: number;
}

export const daysPerMonth = 30.44;

export function abandon(traject: Traject): void {
  traject.isOver = true;
  forget(traject);
}

function forget(traject: Traject): void {
  const {trajecten} = traject.client;
  const index = trajecten.indexOf(traject);
  if (index >= 0) trajecten.splice(index, 1);
}

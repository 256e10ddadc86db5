/** A moment as the database takes and gives it: "2026-11-27 08:00:00", UTC. */
export function toMoment(date: Date): string {
  return date.toISOString().slice(0, 19).replace("T", " ");
}

export function fromMoment(moment: string): Date {
  return new Date(`${moment.replace(" ", "T")}Z`);
}

import type {Day} from "./days.ts";

/** What is to happen on later days. On one day things happen in the order in which they were planned. */
export interface Agenda {
  readonly today: Day;
  /** Plans for `day`; for today when that has passed. What falls after the last day never happens. */
  plan(day: Day, happening: () => void): void;
  /** Lets `day` happen, with all that is planned for it while it happens. */
  live(day: Day): void;
}

export function createAgenda(firstDay: Day, lastDay: Day): Agenda {
  const days: ((() => void)[] | undefined)[] = new Array(lastDay - firstDay + 1);
  let today = firstDay;
  return {
    get today() {
      return today;
    },
    plan(day, happening) {
      const index = Math.max(day, today) - firstDay;
      if (index >= days.length) return;
      const planned = days[index];
      if (planned === undefined) days[index] = [happening];
      else planned.push(happening);
    },
    live(day) {
      today = day;
      const index = day - firstDay;
      const planned = days[index] ?? [];
      days[index] = planned;
      for (let next = 0; next < planned.length; next++) planned[next]();
      days[index] = undefined;
    },
  };
}

import {workday} from "./days.ts";
import {replaceToewijzing} from "./replacement.ts";
import type {Traject} from "./traject.ts";
import type {World} from "./world.ts";

/** Plans the stories that change running care: a product that gets another code, and two aanbieders that go on as one. */
export function tellStories(world: World): void {
  moveProduct(world);
  merge(world);
}

function moveProduct(world: World): void {
  const {movedProduct} = world.stories;
  if (movedProduct === null) return;
  const {day, from} = movedProduct;
  const change = {day, reden: "03", stopReden: "36"};
  world.agenda.plan(day, () => {
    for (const traject of openTrajecten(world, (one) => one.toewijzing?.product.code === from)) {
      spread(world, () => replaceToewijzing(world, traject, change));
    }
  });
}

function merge(world: World): void {
  const {merging, merged} = world.aanbieders;
  const {day} = world.stories.merger;
  world.agenda.plan(day, () => {
    merged.weight = merging[0].weight + merging[1].weight;
    for (const aanbieder of merging) {
      aanbieder.weight = 0;
      aanbieder.successor = merged;
      const change = {day, aanbieder: merged, reden: "09", stopReden: "38"};
      for (const traject of openTrajecten(world, (one) => one.toewijzing?.aanbieder === aanbieder)) {
        spread(world, () => replaceToewijzing(world, traject, change));
      }
    }
  });
}

/** The work of some days: not all 301s leave at once. */
function spread(world: World, work: () => void): void {
  world.agenda.plan(workday(world.agenda.today + world.random.integer(0, 10)), work);
}

function openTrajecten(world: World, belongs: (traject: Traject) => boolean): Traject[] {
  const found: Traject[] = [];
  for (let person = 0; person < world.population.count; person++) {
    for (const traject of world.clients.find(person)?.trajecten ?? []) if (belongs(traject)) found.push(traject);
  }
  return found;
}

import {parentPort, workerData} from "node:worker_threads";
import {openAttacker, type Published, type Reach} from "../disclosure/attack.ts";
import {columnsOf} from "../disclosure/cells.ts";
import {findCircuits} from "../disclosure/circuits.ts";
import {type Component, componentsOf} from "./components.ts";

/** What the attacker in its own thread says while it works. */
export type AttackMessage =
  /** These can be no single value: they move with others, whatever their sums are. */
  | {readonly kind: "open"; readonly cells: readonly number[]}
  | {readonly kind: "reach"; readonly reach: Reach}
  /** No table agrees with what was published: the sums that it was said to hold do not. */
  | {readonly kind: "impossible"}
  | {readonly kind: "done"};

/** Above so many hidden cells first all are tried at once, as one by one takes too long. */
const mostOneByOne = 300;

const say = (message: AttackMessage) => parentPort!.postMessage(message);

await attackAll(workerData as Published);

/** Small parts first: what can be told is mostly told there, and time can run out in a large one. */
async function attackAll(published: Published): Promise<void> {
  const components = componentsOf(published).sort((a, b) => a.hidden.length - b.hidden.length);
  if (!published.roundedTo) for (const component of components) sayWhatMoves(component);
  for (const component of components) {
    try {
      await attackOne(component);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      say({kind: "impossible"});
      return;
    }
  }
  say({kind: "done"});
}

/** By elimination, which takes no time: adding up and taking off alone. */
function sayWhatMoves({published, hidden, placeOf}: Component): void {
  const columns = columnsOf(published.cells.length, published.equations);
  const {isOpen} = findCircuits(
    columns,
    hidden,
    columns.map(() => 1),
  );
  say({kind: "open", cells: hidden.filter((cell) => isOpen[cell] === 1).map((cell) => placeOf[cell]!)});
}

async function attackOne({published, hidden, placeOf}: Component): Promise<void> {
  const attacker = await openAttacker(published);
  try {
    let order = hidden;
    if (hidden.length > mostOneByOne) {
      const suspects = new Set(attacker.unmoved(hidden));
      const moved = hidden.filter((cell) => !suspects.has(cell));
      say({kind: "open", cells: moved.map((cell) => placeOf[cell]!)});
      order = [...suspects, ...moved];
    }
    for (const cell of order) say({kind: "reach", reach: {...attacker.reach(cell), cell: placeOf[cell]!}});
  } finally {
    attacker.close();
  }
}

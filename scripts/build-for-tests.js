// Worker threads run the built code (src/worker-file.ts), so before and between runs it must be that of the source.
import {buildWhenNeeded} from "./prepare-machine.js";

export function setup(project) {
  buildWhenNeeded();
  project.onTestsRerun(buildWhenNeeded);
}

// Types and JSX out, SQL, styles and fonts beside the code: src/ becomes dist/.
import {execFileSync} from "node:child_process";
import {cpSync, existsSync, mkdirSync, rmSync, symlinkSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

rmSync("dist", {recursive: true, force: true});
execFileSync(process.execPath, [join("node_modules", "typescript", "bin", "tsc"), "-p", "tsconfig.build.json"], {
  stdio: "inherit",
});
const code = /\.(ts|tsx)$/;
cpSync("src", "dist", {recursive: true, filter: (path) => !code.test(path)});

// `npx wijkbalans` in a checkout: npm links the bins of dependencies, not our own.
const link = join("node_modules", ".bin", "wijkbalans");
mkdirSync(dirname(link), {recursive: true});
if (!existsSync(link)) {
  rmSync(link, {force: true});
  symlinkSync(join("..", "..", "bin", "wijkbalans.js"), link);
}

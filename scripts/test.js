// npm test on a fresh machine: installs what the tests need, then runs every check.
import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {join} from "node:path";
import {installPackages, ownNode, root} from "./prepare-machine.js";

installPackages();
provideChromium();
process.exitCode = spawnSync(ownNode, [join(root, "scripts", "check.js")], {stdio: "inherit"}).status ?? 1;

function provideChromium() {
  if (findChromium() !== undefined) return;
  const mayInstall = process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
  if (mayInstall) {
    console.error("Chromium installeren voor de browsertests");
    spawnSync("apt-get", ["update", "-qq"], {stdio: "ignore"});
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {stdio: "ignore"});
  }
  if (findChromium() === undefined) {
    console.error(
      "De browsertests hebben Chromium nodig. Installeer het (Debian: apt-get install chromium) of zet CHROMIUM.",
    );
    process.exit(1);
  }
}

function findChromium() {
  const places = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  return places.find((place) => place !== undefined && existsSync(place));
}

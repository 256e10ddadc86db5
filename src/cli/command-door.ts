import {chmodSync, rmSync} from "node:fs";
import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import {text} from "node:stream/consumers";
import type {Database} from "../database/database.ts";
import type {Jobs} from "../ingest/deliveries/jobs.ts";
import {atOnce, type InTurn, type Output} from "./command.ts";
import {runCommandLine} from "./run-command-line.ts";
import {type CommandAnswer, type CommandLine, socketPath} from "./socket.ts";

/**
 * Lets commands of other processes work on the database that this server holds.
 *
 * @param jobs  the queue in which they take their turn; null: they need not wait for anything
 */
export async function openCommandDoor(
  dataFolder: string,
  database: Database,
  jobs: Jobs | null = null,
): Promise<{close(): void}> {
  const path = socketPath(dataFolder);
  // What is left of a server that was killed; a living one would have kept us from the database.
  rmSync(path, {force: true});
  const server = createServer((request, response) => void answer(request, response, {dataFolder, database, jobs}));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, resolve);
  });
  chmodSync(path, 0o600);
  return {
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Held {
  readonly dataFolder: string;
  readonly database: Database;
  readonly jobs: Jobs | null;
}

async function answer(request: IncomingMessage, response: ServerResponse, {dataFolder, database, jobs}: Held) {
  const {args, folder, isTerminal, input = ""} = JSON.parse(await text(request)) as CommandLine;
  const send = (part: CommandAnswer) => void response.write(`${JSON.stringify(part)}\n`);
  const output: Output = {isTerminal, write: (write) => send({write}), say: (say) => send({say})};
  const held: Database = {
    engine: database.engine,
    query: (sql, parameters, limit) => database.query(sql, parameters, limit),
    execute: (sql, parameters) => database.execute(sql, parameters),
    transaction: (work) => database.transaction(work),
    append: (batch) => database.append(batch),
    // The command is done with it; the server is not.
    close: async () => {},
  };
  const exit = await runCommandLine(args, {
    output,
    now: () => new Date(),
    folder,
    dataFolderOf: () => dataFolder,
    openDatabase: async () => held,
    runElsewhere: async () => null,
    readInput: async () => input,
    inTurn: jobs === null ? atOnce : queued(jobs, output),
  });
  send({exit});
  response.end();
}

function queued(jobs: Jobs, output: Output): InTurn {
  return (name, work) => {
    if (jobs.running !== null) output.say("De server neemt nog een levering in. Deze opdracht komt daarna.\n");
    return jobs.add(name, work).done;
  };
}

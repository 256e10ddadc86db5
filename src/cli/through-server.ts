import {existsSync} from "node:fs";
import {type IncomingMessage, request} from "node:http";
import {createInterface} from "node:readline";
import type {ExitCode, Output} from "./command.ts";
import {type CommandAnswer, type CommandLine, socketPath} from "./socket.ts";

/** Whether a server holds this data folder, or held it when it was killed. */
export function hasServer(dataFolder: string): boolean {
  return existsSync(socketPath(dataFolder));
}

/** Has the server that holds the data folder run a command line; null when there is no server. */
export async function runThroughServer(
  dataFolder: string,
  line: CommandLine,
  output: Output,
): Promise<ExitCode | null> {
  const path = socketPath(dataFolder);
  if (!existsSync(path)) return null;
  const response = await send(path, JSON.stringify(line));
  if (response === null) return null;
  let code: ExitCode = 3;
  for await (const part of createInterface({input: response})) {
    const answer = JSON.parse(part) as CommandAnswer;
    if ("write" in answer) output.write(answer.write);
    else if ("say" in answer) output.say(answer.say);
    else code = answer.exit as ExitCode;
  }
  return code;
}

function send(path: string, body: string): Promise<IncomingMessage | null> {
  return new Promise((resolve) => {
    const call = request({socketPath: path, path: "/", method: "POST"}, resolve);
    // A socket that nobody listens on is what a killed server leaves.
    call.once("error", () => resolve(null));
    call.end(body);
  });
}

import {once} from "node:events";
import {createServer} from "node:http";
import {type AddressInfo, connect} from "node:net";
import {expect, test} from "vitest";
import {watchBody} from "./slow-body.ts";

/** Sends a byte each few milliseconds, and says whether it was found too slow. */
async function isTooSlow(everyMs: number, bytes: number): Promise<boolean> {
  let found = false;
  const server = createServer((request, response) => {
    watchBody(
      request,
      () => {
        found = true;
        response.destroy();
      },
      {bytesPerSecond: 100, lookEveryMs: 200},
    );
    request.resume();
    request.on("end", () => response.end());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.on("error", () => {});
  socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${bytes}\r\nConnection: close\r\n\r\n`);
  for (let sent = 0; sent < bytes && !socket.destroyed; sent++) {
    socket.write("a");
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  if (!socket.closed) await once(socket.resume(), "close");
  server.close();
  return found;
}

test("a body of a byte now and then is cut off, one of a slow line is not", async () => {
  expect(await isTooSlow(50, 100)).toBe(true);
  expect(await isTooSlow(2, 200)).toBe(false);
});

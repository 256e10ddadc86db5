import type {IncomingMessage} from "node:http";

/** Slower than this is no line but somebody who holds a place: a kilobyte a second, looked at each twenty seconds. */
export const slowest = {bytesPerSecond: 1024, lookEveryMs: 20_000};

/** Calls when the body of a request comes in more slowly than any line does. */
export function watchBody(
  request: IncomingMessage,
  tooSlow: () => void,
  {bytesPerSecond, lookEveryMs} = slowest,
): void {
  const {headers, socket} = request;
  if (headers["transfer-encoding"] === undefined && Number(headers["content-length"] ?? 0) === 0) return;
  let before = socket.bytesRead;
  const timer = setInterval(() => {
    if (request.complete || request.destroyed) return clearInterval(timer);
    const came = socket.bytesRead - before;
    before = socket.bytesRead;
    // What waits here to be written on disk is our slowness, not theirs.
    const waitsForUs = request.readableLength >= request.readableHighWaterMark;
    if (waitsForUs || came >= (bytesPerSecond * lookEveryMs) / 1000) return;
    clearInterval(timer);
    tooSlow();
  }, lookEveryMs);
  timer.unref();
  request.once("close", () => clearInterval(timer));
}

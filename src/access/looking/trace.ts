import {randomBytes} from "node:crypto";
import type {Trace} from "./look.ts";

// W3C Trace Context, version 00; a later version begins with the same four fields.
const traceparentPattern = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}(?:-.*)?$/;

/** The span of one look: part of the caller's trace when it says so, else the first of its own. */
export function traceOf(traceparent: string | null): Trace {
  const [, traceId, parentSpanId] = traceparentPattern.exec(traceparent ?? "") ?? [];
  return {
    traceId: traceId ?? randomBytes(16).toString("hex"),
    spanId: randomBytes(8).toString("hex"),
    parentSpanId: parentSpanId ?? null,
  };
}

import {appendFile} from "node:fs/promises";
import {type HrTime, SpanKind, SpanStatusCode, TraceFlags} from "@opentelemetry/api";
import {type ExportResult, ExportResultCode, millisToHrTime} from "@opentelemetry/core";
import {OTLPTraceExporter} from "@opentelemetry/exporter-trace-otlp-http";
import {type Resource, resourceFromAttributes} from "@opentelemetry/resources";
import {BatchSpanProcessor, type ReadableSpan, type SpanExporter} from "@opentelemetry/sdk-trace";
import type {ChainRow} from "./chain.ts";
import type {Look} from "./look.ts";
import type {LookListener} from "./look-log.ts";
import type {SpanSettings} from "./privacy-settings.ts";

/** Sends each look on as a span of Logboek Dataverwerkingen 1.0. */
export interface SpanLog {
  readonly onLook: LookListener;
  close(): Promise<void>;
}

/** Null: it is sent nowhere. */
export function openSpanLog({otlp, file, register}: SpanSettings, version: string): SpanLog | null {
  const exporters: SpanExporter[] = [
    ...(otlp === null ? [] : [new OTLPTraceExporter({url: otlp.href})]),
    ...(file === null ? [] : [new LineExporter(file)]),
  ];
  if (exporters.length === 0) return null;
  const resource = resourceFromAttributes({"service.name": "wijkbalans", "service.version": version});
  const processors = exporters.map(
    (exporter) => new BatchSpanProcessor({exporter, scheduledDelayMillis: 1000, maxQueueSize: mostWaiting}),
  );
  return {
    onLook: (row, look) => {
      const span = spanOf(row, look, {resource, register, version});
      for (const processor of processors) processor.onEnd(span);
    },
    close: async () => {
      await Promise.allSettled(processors.map((processor) => processor.shutdown()));
    },
  };
}

/** A list of Toewijzingen is a span for each person in it. */
const mostWaiting = 50_000;

interface Around {
  readonly resource: Resource;
  readonly register: string;
  readonly version: string;
}

function spanOf(row: ChainRow, look: Look, {resource, register, version}: Around): ReadableSpan {
  const {traceId, spanId, parentSpanId} = look.trace;
  const context = (id: string) => ({traceId, spanId: id, traceFlags: TraceFlags.SAMPLED});
  const startTime: HrTime = millisToHrTime(look.op.getTime());
  const duration: HrTime = millisToHrTime(look.milliseconds ?? 0);
  const isGiven = look.uitkomst === "gegeven";
  return {
    name: `${row.soort} ${row.wat}`,
    kind: SpanKind.SERVER,
    spanContext: () => context(spanId),
    ...(parentSpanId === null ? {} : {parentSpanContext: {...context(parentSpanId), isRemote: true}}),
    startTime,
    endTime: millisToHrTime(look.op.getTime() + (look.milliseconds ?? 0)),
    duration,
    status: {code: isGiven ? SpanStatusCode.OK : SpanStatusCode.ERROR},
    attributes: {
      "dpl.core.processing_activity_id": `${register}${row.doel}`,
      ...(row.betrokkene === null
        ? {}
        : {"dpl.core.data_subject_id": row.betrokkene, "dpl.core.data_subject_id_type": "pseudoniem"}),
      ...(row.sha256 === null ? {} : {"wijkbalans.sha256": row.sha256}),
      ...(row.vraag === null ? {} : {"wijkbalans.vraag": row.vraag}),
      "wijkbalans.gebruiker": row.gebruiker,
      "wijkbalans.rol": row.rol,
      "wijkbalans.uitkomst": row.uitkomst,
      // Whoever keeps the spans also keeps where the chain was, out of reach of this machine.
      "wijkbalans.regel": row.nummer,
      "wijkbalans.keten": row.hash,
    },
    links: [],
    events: [],
    ended: true,
    resource,
    instrumentationScope: {name: "wijkbalans", version},
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  };
}

/** A line of JSON for each span, with the fields as the standard names them. */
class LineExporter implements SpanExporter {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  export(spans: ReadableSpan[], done: (result: ExportResult) => void): void {
    appendFile(this.#file, spans.map(lineOf).join(""), {mode: 0o600}).then(
      () => done({code: ExportResultCode.SUCCESS}),
      (error: Error) => done({code: ExportResultCode.FAILED, error}),
    );
  }

  async shutdown(): Promise<void> {}
}

function lineOf(span: ReadableSpan): string {
  const {traceId, spanId} = span.spanContext();
  return `${JSON.stringify({
    trace_id: traceId,
    span_id: spanId,
    parent_span_id: span.parentSpanContext?.spanId ?? null,
    status: SpanStatusCode[span.status.code],
    name: span.name,
    start_time: isoOf(span.startTime),
    end_time: isoOf(span.endTime),
    resource: span.resource.attributes,
    attributes: span.attributes,
  })}\n`;
}

function isoOf([seconds, nanoseconds]: HrTime): string {
  return new Date(seconds * 1000 + nanoseconds / 1e6).toISOString();
}

import type {ScreenName} from "../access/screens.ts";
import {type LiveRoute, liveRoutes} from "./live-routes.tsx";
import {type OriginalRoute, originalRoutes} from "./originals.ts";
import {type PostRoute, postRoutes} from "./posts.ts";
import type {Route} from "./route.ts";
import {type EarlyRoute, earlyRoutes, routes} from "./routes.tsx";

/** What answers a request. Its screen says who may have the answer, and what is noted of it. */
export type FoundRoute =
  | Found<"original", OriginalRoute>
  | Found<"live", LiveRoute>
  | Found<"early", EarlyRoute>
  | Found<"data", Route>
  | Found<"post", PostRoute>;

interface Found<Kind extends string, Of extends {readonly screen: ScreenName}> {
  readonly kind: Kind;
  readonly route: Of;
  readonly path: string;
  /** What the groups of the pattern matched. */
  readonly parameters: readonly string[];
}

/** null: there is nothing at this address. */
export function findRoute(method: string, path: string): FoundRoute | null {
  for (const one of method === "POST" ? forms : pages) {
    const match = one.route.pattern.exec(path);
    if (match !== null) return {...one, path, parameters: match.slice(1)};
  }
  return null;
}

const forms = postRoutes.map((route) => ({kind: "post", route}) as const);

const pages = [
  ...originalRoutes.map((route) => ({kind: "original", route}) as const),
  ...liveRoutes.map((route) => ({kind: "live", route}) as const),
  ...earlyRoutes.map((route) => ({kind: "early", route}) as const),
  ...routes.map((route) => ({kind: "data", route}) as const),
];

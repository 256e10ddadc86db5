import {afterAll} from "vitest";
import {closeOpened} from "./opened-databases.ts";

// Tests run in Amsterdam time, so a test that depends on the zone fails here and not at a gemeente.
process.env.TZ = "Europe/Amsterdam";

afterAll(closeOpened);

import {createCipheriv, createDecipheriv, randomBytes} from "node:crypto";

/** A sign-in that was begun in a browser: what its way back must fit. */
export interface Pending {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly freshSinceMs: number | null;
  /** Where the person goes on afterwards. */
  readonly returnPath: string;
  readonly begunAtMs: number;
}

export const pendingSeconds = 600;

/**
 * Keeps what was begun with the browser itself, sealed: begun by ten thousand at once, it costs us nothing, and no other
 * browser can end what this one began.
 *
 * The key is of this process: who was half-way when the server stopped begins again.
 */
export class PendingSeal {
  readonly #key = randomBytes(32);

  seal(pending: Pending): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", this.#key, iv);
    const sealed = Buffer.concat([cipher.update(JSON.stringify(pending), "utf8"), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
  }

  /** Null: not ours, changed, or begun too long ago. */
  open(text: string, now: Date): Pending | null {
    const bytes = Buffer.from(text, "base64url");
    if (bytes.length < 29) return null;
    try {
      const decipher = createDecipheriv("aes-256-gcm", this.#key, bytes.subarray(0, 12), {authTagLength: 16});
      decipher.setAuthTag(bytes.subarray(12, 28));
      const opened = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
      const pending = JSON.parse(opened.toString("utf8")) as Pending;
      const age = now.getTime() - pending.begunAtMs;
      return age >= 0 && age < pendingSeconds * 1000 ? pending : null;
    } catch {
      return null;
    }
  }
}

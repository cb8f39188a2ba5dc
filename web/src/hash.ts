const largest = 256 * 1024 * 1024;

/** The SHA-256 of a file in lower-case hexadecimal, or null where the browser cannot compute it. */
export async function sha256(file: File): Promise<string | null> {
  // Outside of secure contexts there is no SubtleCrypto; the server computes its own hash in any case.
  if (!globalThis.crypto?.subtle || file.size > largest) return null;
  try {
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  } catch {
    // A phone may lack the memory for a large file; sending it needs none.
    return null;
  }
}

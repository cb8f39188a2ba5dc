/** Leave to create one blob. */
export interface Permission {
  url: string;
  headers: Record<string, string>;
  blobName: string;
  expires: string;
}

/** The server understood and said no; trying the same again would not help. */
export class Refusal extends Error {
  constructor(
    readonly detail: string | null,
    /** The path of the receipt of this attempt. */
    readonly receipt: string | null = null,
  ) {
    super("refused");
  }
}

// A rush is turned away with a bare 429 by what stands before the product: try again after a pause, longer each time and of no two pages the same.
const PAUSES = [1, 2, 4, 8, 15, 30];

async function send(url: string, body: unknown): Promise<Response> {
  const once = () =>
    fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(body),
    });
  let answer = await once();
  for (const pause of PAUSES) {
    // The product's own 429 is a problem with its words, which a person must read.
    const isProblem = answer.headers.get("Content-Type")?.includes("json");
    if (answer.status !== 429 || isProblem) break;
    const seconds = Number(answer.headers.get("Retry-After")) || pause * (0.5 + Math.random());
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    answer = await once();
  }
  return answer;
}

async function post(url: string, body: unknown): Promise<Response> {
  const answer = await send(url, body);
  if (answer.ok) return answer;
  const problem = (await answer.json().catch(() => null)) as { detail?: unknown; receipt?: { page?: unknown } } | null;
  // The product says from when to try again; whatever else is busy does not, and is a disturbance like any other.
  const isBusy = answer.status === 429 && typeof problem?.detail !== "string";
  if (answer.status >= 500 || answer.status === 408 || isBusy) throw new Error(String(answer.status));
  const page = problem?.receipt?.page;
  throw new Refusal(
    typeof problem?.detail === "string" ? problem.detail : null,
    // Only a path of this site is followed.
    typeof page === "string" && /^\/(?!\/)/.test(page) ? page : null,
  );
}

/** Asks for leave to send a file. */
export async function ask(address: string, part: string, file: File): Promise<Permission> {
  const answer = await post(`${address}/permission`, {
    part,
    fileName: file.name,
    size: file.size,
    type: file.type || "application/octet-stream",
  });
  return (await answer.json()) as Permission;
}

/** Sends the bytes to storage. */
export function put(permission: Permission, file: File, progress: (done: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", permission.url);
    for (const [name, value] of Object.entries(permission.headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => progress(event.loaded);
    request.onload = () => {
      // 409, 412: an earlier attempt was stored after all, though its answer was lost.
      if ((request.status >= 200 && request.status < 300) || request.status === 409 || request.status === 412) resolve();
      else reject(new Error(String(request.status)));
    };
    request.onerror = () => reject(new Error("network"));
    request.ontimeout = () => reject(new Error("timeout"));
    request.send(file);
  });
}

/**
 * Says that the bytes are stored, so that the page shows them at once.
 * @returns Whether the stored bytes are those the browser read; true where it could not tell.
 */
export async function report(address: string, blobName: string, hash: string | null): Promise<boolean> {
  const answer = await post(`${address}/received`, { blobName, sha256: hash });
  return ((await answer.json()) as { matches?: unknown }).matches !== false;
}

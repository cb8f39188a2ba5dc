// Waits for checks that are outstanding, and puts what they found into the page without loading it again: a form keeps its file.
const FIRST = 1000;
const LONGEST = 15_000;

const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

/** Whether the checks that the page waits for are done; null if nobody will ever say. */
async function isDone(address: string): Promise<boolean | null> {
  try {
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    if (answer.status === 404 || answer.status === 410) return null;
    return answer.ok && ((await answer.json()) as { checks?: unknown }).checks !== "outstanding";
  } catch {
    return false;
  }
}

/** Whether somebody is writing in it. */
function isInUse(place: Element): boolean {
  return (
    place.contains(document.activeElement) ||
    [...place.querySelectorAll("textarea")].some((field) => field.value !== field.defaultValue)
  );
}

/** Replaces what the server draws otherwise by now; says whether all of it could be. */
function renew(fresh: Document): boolean {
  let isWhole = true;
  for (const place of document.querySelectorAll<HTMLElement>("[data-live]")) {
    const next = fresh.querySelector(`[data-live="${place.dataset["live"]}"]`);
    if (!next) continue;
    if (isInUse(place)) isWhole = false;
    else place.replaceChildren(...next.childNodes);
  }
  return isWhole;
}

async function wait(said: HTMLElement): Promise<void> {
  for (let time = FIRST; ; time = Math.min(time * 1.5, LONGEST)) {
    await pause(time);
    if (document.hidden) continue;
    const done = await isDone(said.dataset["outstanding"]!);
    if (done === null) return;
    if (!done) continue;
    const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer?.ok) continue;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    said.textContent = said.dataset[renew(fresh) ? "done" : "typed"]!;
    const next = fresh.querySelector<HTMLElement>("[data-outstanding]")?.dataset["outstanding"];
    if (!next) return;
    said.dataset["outstanding"] = next;
    time = FIRST;
  }
}

/** Begins to wait, if there is anything to wait for. */
export function startWaiting(): void {
  const said = document.querySelector<HTMLElement>("[data-outstanding]");
  if (said) void wait(said);
}

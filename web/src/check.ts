/** Has a file checked that is not sent, and shows below the form what the page of the result says. */
export async function check(address: string, file: File, place: HTMLElement, texts: Record<string, string>, waiting: string): Promise<void> {
  place.hidden = false;
  place.textContent = waiting;
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream", Accept: "text/html" },
      body: file,
    });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const said = page.querySelectorAll("main .panel > p:not(:has(a)), main > .findings");
    if (said.length === 0) throw new Error(String(answer.status));
    place.replaceChildren(...said);
  } catch {
    place.textContent = texts["network"]!;
  }
}

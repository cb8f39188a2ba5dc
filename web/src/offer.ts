// Files dropped on the page. One on a part's own form is that part's file; several, or one beside all forms, are offered to the parts
// they fit, and none is taken before a person says so.

/** A form that takes the file of one part. */
export interface Taker {
  form: HTMLFormElement;
  /** Takes a file as if it had been chosen. */
  take(file: File): void;
  /** Whether it can take one now. */
  free(): boolean;
}

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") === true;

function fits(taker: Taker, file: File): boolean {
  const accepted = taker.form.querySelector<HTMLInputElement>("input[type=file]")!.accept.split(",");
  const name = file.name.toLowerCase();
  return accepted.some((end) => end !== "" && name.endsWith(end));
}

/** For each file the part it fits, each part once; null for what fits none that is left. */
export function proposal(files: readonly File[], takers: readonly Taker[]): (Taker | null)[] {
  const left = takers.filter((taker) => taker.free());
  return files.map((file) => {
    const at = left.findIndex((taker) => fits(taker, file));
    return at < 0 ? null : left.splice(at, 1)[0]!;
  });
}

class Offer {
  private files: readonly File[] = [];
  private readonly list: HTMLElement;
  private readonly row: HTMLTemplateElement;
  private readonly error: HTMLElement;

  constructor(
    private readonly box: HTMLElement,
    private readonly takers: readonly Taker[],
  ) {
    this.list = box.querySelector("ul")!;
    this.row = box.querySelector("template")!;
    this.error = box.querySelector<HTMLElement>(".upload-error")!;
    box.querySelector("[data-take]")!.addEventListener("click", () => this.take());
    box.querySelector("[data-leave]")!.addEventListener("click", () => this.close());
  }

  show(files: readonly File[]): void {
    this.files = files;
    this.error.hidden = true;
    const proposed = proposal(files, this.takers);
    this.list.replaceChildren(
      ...files.map((file, at) => {
        const row = this.row.content.cloneNode(true) as DocumentFragment;
        row.querySelector(".name")!.textContent = file.name;
        const choice = row.querySelector("select")!;
        for (const [index, taker] of this.takers.entries()) {
          const option = new Option(taker.form.dataset["title"]!, String(index), false, taker === proposed[at]);
          option.disabled = !taker.free();
          choice.add(option);
        }
        return row;
      }),
    );
    this.box.hidden = false;
    this.box.focus();
  }

  private take(): void {
    const chosen = [...this.list.querySelectorAll("select")].map((choice) => choice.value);
    const given = chosen.filter((value) => value !== "");
    const problem = given.length === 0 ? "nothing" : new Set(given).size < given.length ? "twice" : null;
    this.error.hidden = problem === null;
    if (problem) {
      this.error.textContent = this.box.dataset[problem]!;
      return;
    }
    chosen.forEach((value, at) => {
      if (value !== "") this.takers[Number(value)]!.take(this.files[at]!);
    });
    this.close();
    this.takers[Number(given[0])]!.form.querySelector<HTMLElement>("button[type=submit]")!.focus();
  }

  private close(): void {
    this.files = [];
    this.box.hidden = true;
  }
}

/** Makes the page and each form a place to drop files on. */
export function startDropping(box: HTMLElement, takers: readonly Taker[]): void {
  const offer = new Offer(box, takers);
  const over = (target: EventTarget | null): Taker | undefined =>
    takers.find((taker) => target instanceof Node && taker.form.contains(target));
  const mark = (event: DragEvent | null): void => {
    const at = event ? over(event.target) : undefined;
    for (const taker of takers) taker.form.classList.toggle("over", taker === at);
  };
  for (const taker of takers) taker.form.querySelector<HTMLElement>(".drop")!.hidden = false;
  document.addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    // Else the browser would leave the page to show the file.
    event.preventDefault();
    mark(event);
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) mark(null);
  });
  document.addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    mark(null);
    const files = [...event.dataTransfer!.files];
    const at = over(event.target);
    if (files.length === 1 && at?.free()) at.take(files[0]!);
    else if (files.length > 0) offer.show(files);
  });
}

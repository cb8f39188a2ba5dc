// Adds progress, hashing, dropping and one-press retry to the upload forms, one for each part, which work without all of this.
import { sha256 } from "./hash";
import { type Permission, ask, put, report, Refusal } from "./transfer";
import { Limit } from "./limit";
import { Progress } from "./progress";
import { check } from "./check";
import { startWaiting } from "./live";
import { type Taker, startDropping } from "./offer";

/** A form while the page is open. */
interface Sender extends Taker {
  /** Whether a file is chosen or under way: the page must not be loaded again under it. */
  holds(): boolean;
}

const senders: Sender[] = [];

// What is said at every form alike stands on the page once.
const shared = document.querySelector<HTMLElement>("[data-upload-texts]")?.dataset;

function start(form: HTMLFormElement): Sender {
  const input = form.querySelector<HTMLInputElement>("input[type=file]")!;
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]:not([data-check])")!;
  const state = form.querySelector<HTMLElement>(".upload-state")!;
  const words = form.querySelector<HTMLElement>(".upload-words")!;
  const bar = form.querySelector("progress")!;
  const result = form.querySelector<HTMLElement>(".check-result")!;
  const error = form.querySelector<HTMLElement>(".upload-error")!;
  const texts = { ...shared, ...form.dataset } as Record<string, string>;
  const limit = new Limit(form.querySelector<HTMLElement>(".upload-limit")!, texts);
  const address = form.action.replace(/\/?\?.*$/, "");
  const part = texts["part"]!;
  const first = button.textContent;

  // What a retry goes on from: a file already stored is not sent again.
  let stored: { permission: Permission; hash: string | null } | null = null;
  let busy = false;
  let isDone = false;

  const leaving = (event: BeforeUnloadEvent): void => event.preventDefault();

  function fault(message: string, receipt: string | null = null): void {
    error.textContent = message;
    if (receipt) {
      const link = document.createElement("a");
      link.href = receipt;
      link.textContent = texts["receipt"]!;
      error.append(" ", link);
    }
    error.hidden = false;
    state.hidden = true;
  }

  function problemOf(file: File | undefined): string | null {
    if (!file) return texts["none"]!;
    if (file.size === 0) return texts["empty"]!;
    if (file.size > Number(texts["max"])) return texts["large"]!;
    return null;
  }

  // Loading the page again would drop what another part still holds; then a link does it.
  function showResult(): void {
    const result = `${address}#part-${part}`;
    if (senders.every((sender) => !sender.holds())) {
      history.replaceState(null, "", result);
      location.reload();
      return;
    }
    const link = document.createElement("a");
    link.href = address;
    link.textContent = texts["show"]!;
    words.append(" ", texts["others"]!, " ", link);
  }

  /** Whether the stored bytes are those that were read here. */
  async function send(file: File): Promise<boolean> {
    if (!stored) {
      words.textContent = texts["asking"]!;
      bar.removeAttribute("value");
      const hash = sha256(file);
      const permission = await ask(address, part, file);
      const progress = new Progress(file.size, bar, words, texts);
      await put(permission, file, (done) => progress.show(done));
      stored = { permission, hash: await hash };
    }
    bar.value = 100;
    words.textContent = texts["checking"]!;
    return await report(address, stored.permission.blobName, stored.hash);
  }

  async function run(): Promise<void> {
    const file = input.files?.[0];
    error.hidden = true;
    const problem = stored ? null : problemOf(file);
    if (problem) {
      fault(problem);
      input.focus();
      return;
    }
    busy = true;
    button.disabled = true;
    input.disabled = true;
    state.hidden = false;
    window.addEventListener("beforeunload", leaving);
    limit.start();
    try {
      if (await send(file!)) {
        words.textContent = texts["done"]!;
        window.removeEventListener("beforeunload", leaving);
        form.reset();
        isDone = true;
        busy = false;
        showResult();
        return;
      }
      // Not what was read here: a person must see that, and the same choice can be sent again.
      stored = null;
      fault(texts["mismatch"]!, address);
      button.disabled = false;
      input.disabled = false;
      button.focus();
    } catch (reason) {
      if (reason instanceof Refusal) {
        // What lies in storage was refused: the next press sends the file anew.
        stored = null;
        fault(reason.detail ?? texts["refused"]!, reason.receipt);
      } else {
        fault(stored ? texts["stored"]! : texts["network"]!);
        button.textContent = texts["retry"]!;
      }
      button.disabled = false;
      input.disabled = false;
      button.focus();
    } finally {
      limit.stop();
      busy = false;
      window.removeEventListener("beforeunload", leaving);
    }
  }

  // The other button: the file stays chosen, and can be sent next.
  async function look(other: HTMLButtonElement): Promise<void> {
    const file = input.files?.[0];
    const problem = problemOf(file);
    if (problem) {
      fault(problem);
      return;
    }
    error.hidden = true;
    busy = true;
    button.disabled = other.disabled = true;
    await check(other.formAction, file!, result, texts, texts["wait"]!);
    button.disabled = other.disabled = false;
    busy = false;
  }

  input.addEventListener("change", () => {
    result.hidden = true;
    stored = null;
    error.hidden = true;
    button.textContent = first;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (busy || isDone) return;
    const other = event.submitter;
    if (other instanceof HTMLButtonElement && "check" in other.dataset) void look(other);
    else void run();
  });
  return {
    form,
    free: () => !busy && !isDone,
    holds: () => busy || (!isDone && (input.files?.length ?? 0) > 0),
    take: (file) => {
      const files = new DataTransfer();
      files.items.add(file);
      input.files = files.files;
      input.dispatchEvent(new Event("change"));
      form.closest("details")?.setAttribute("open", "");
      button.focus();
    },
  };
}

senders.push(...[...document.querySelectorAll<HTMLFormElement>("form[data-upload]")].map(start));
const box = document.querySelector<HTMLElement>("[data-offer]");
if (box) startDropping(box, senders);
startWaiting();

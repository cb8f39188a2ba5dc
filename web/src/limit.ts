/**
 * Says during an upload how long is left and what will happen then. It counts from what the server said when it drew the page and never asks
 * the computer's own clock, which may be wrong; what decides is the server's record in any case.
 */
export class Limit {
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly words: HTMLElement,
    private readonly texts: Record<string, string>,
  ) {}

  start(): void {
    this.show();
    this.timer ??= setInterval(() => this.show(), 1000);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private show(): void {
    // Counted from the beginning of the page's loading, a little too much rather than too little.
    const past = performance.now() / 1000;
    const due = Number(this.texts["dueLeft"]) - past;
    const closes = Number(this.texts["closesLeft"]) - past;
    const text =
      due > 0
        ? this.texts["untilDue"]!.replace("{left}", this.span(due))
        : closes > 0
          ? this.texts["untilClose"]!.replace("{left}", this.span(closes))
          : this.texts["closed"]!;
    if (this.words.textContent !== text) this.words.textContent = text;
  }

  private span(seconds: number): string {
    if (seconds < 90) return `${Math.floor(seconds)} ${this.texts["seconds"]}`;
    if (seconds < 90 * 60) return `${Math.floor(seconds / 60)} ${this.texts["minutes"]}`;
    if (seconds < 48 * 3600) return `${Math.floor(seconds / 3600)} ${this.texts["hours"]}`;
    return `${Math.floor(seconds / 86400)} ${this.texts["days"]}`;
  }
}

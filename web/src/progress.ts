/** Shows how far an upload is: the bar always, the words seldom enough for a screen reader. */
export class Progress {
  private readonly began = performance.now();
  private spoken = -Infinity;

  constructor(
    private readonly total: number,
    private readonly bar: HTMLProgressElement,
    private readonly words: HTMLElement,
    private readonly texts: Record<string, string>,
  ) {}

  show(done: number): void {
    const share = Math.min(1, done / this.total);
    this.bar.value = Math.round(share * 100);
    const now = performance.now();
    if (now - this.spoken < 3000) return;
    this.spoken = now;
    this.words.textContent = [this.progress(done, share), this.left(share, now)].filter(Boolean).join(" ");
  }

  private progress(done: number, share: number): string {
    return this.texts["progress"]!
      .replace("{done}", this.megabytes(done))
      .replace("{total}", this.megabytes(this.total))
      .replace("{percent}", String(Math.round(share * 100)));
  }

  private left(share: number, now: number): string {
    const past = (now - this.began) / 1000;
    if (past < 2 || share <= 0) return "";
    const seconds = Math.max(1, Math.round((past / share) * (1 - share)));
    const span =
      seconds < 90 ? `${seconds} ${this.texts["seconds"]}` : `${Math.round(seconds / 60)} ${this.texts["minutes"]}`;
    return this.texts["left"]!.replace("{left}", span);
  }

  private megabytes(bytes: number): string {
    return (bytes / 1048576).toLocaleString(this.texts["language"], { maximumFractionDigits: 1 });
  }
}

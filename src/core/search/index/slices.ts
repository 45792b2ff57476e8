/** Work that pauses often, done for as long as there is time. */
export class Slices {
  readonly #steps: Iterator<void>;

  constructor(steps: Iterator<void>) {
    this.#steps = steps;
  }

  /**
   * @param budgetMs milliseconds after which no new step is begun; at least one is done.
   * @returns true when there is more to do.
   */
  work(budgetMs: number): boolean {
    const end = performance.now() + budgetMs;
    do if (this.#steps.next().done === true) return false;
    while (performance.now() < end);
    return true;
  }
}

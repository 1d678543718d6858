/** Attempts at something that is done again and again. */
export interface Runs {
  /** @returns true */
  succeeded(): boolean;
  /** @returns false */
  failed(error: unknown): boolean;
}

/** Reports the first of several failures in a row. A database that is away for an hour would otherwise fill the log. */
export const reportRuns = (report: (error: unknown) => void): Runs => {
  let isFailing = false;
  return {
    succeeded() {
      isFailing = false;
      return true;
    },
    failed(error) {
      if (!isFailing) report(error);
      isFailing = true;
      return false;
    },
  };
};

import { reportRuns, type Runs } from './report-runs';

/** Requests that wait for an answer of the database. */
export interface Questions {
  ask: () => Promise<void> | void;
  runs: Runs;
  /** The question that was sent. */
  sent: Promise<boolean> | undefined;
  /** The next question, for requests that came after the current one was sent. */
  next: Promise<boolean> | undefined;
  /** How many were sent. */
  count: number;
}

/**
 * @param ask asks the database and notes its answer; throws if the database does not answer
 * @param report gets the first error of several in a row
 */
export const newQuestions = (ask: Questions['ask'], report: (error: unknown) => void): Questions => ({
  ask,
  runs: reportRuns(report),
  sent: undefined,
  next: undefined,
  count: 0,
});

const send = (questions: Questions): Promise<boolean> | boolean => {
  questions.count += 1;
  const { runs } = questions;
  let said: Promise<void> | void;
  try {
    said = questions.ask();
  } catch (error) {
    return runs.failed(error);
  }
  if (!(said instanceof Promise)) return runs.succeeded();
  const sent = said.then(runs.succeeded, runs.failed);
  questions.sent = sent;
  void sent.then(() => {
    if (questions.sent === sent) questions.sent = undefined;
  });
  return sent;
};

/**
 * Asks the database once for all waiting requests. A request never joins a question that was sent before it arrived, because that
 * question's answer may be older than the request.
 *
 * @returns whether the database answered
 */
export const askTogether = (questions: Questions): Promise<boolean> | boolean => {
  if (questions.next) return questions.next;
  if (!questions.sent) return send(questions);
  const next = questions.sent.then(() => {
    questions.next = undefined;
    return send(questions);
  });
  questions.next = next;
  return next;
};

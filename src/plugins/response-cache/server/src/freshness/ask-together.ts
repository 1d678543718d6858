/** Requests that wait for an answer of the database. */
export interface Questions {
  ask: () => Promise<void> | void;
  /** The question that was sent. */
  sent: Promise<boolean> | undefined;
  /** The next question, for requests that came after the current one was sent. */
  next: Promise<boolean> | undefined;
  /** How many were sent. */
  count: number;
}

/** @param ask asks the database and notes its answer; throws if the database does not answer */
export const newQuestions = (ask: Questions['ask']): Questions => ({
  ask,
  sent: undefined,
  next: undefined,
  count: 0,
});

const send = (questions: Questions): Promise<boolean> | boolean => {
  questions.count += 1;
  const said = (() => {
    try {
      return questions.ask();
    } catch {
      return false;
    }
  })();
  if (!(said instanceof Promise)) return said !== false;
  const sent = said.then(
    () => true,
    () => false,
  );
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

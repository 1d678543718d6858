/** What waits for an answer of the database. */
export interface Questions {
  ask: () => Promise<void> | void;
  /** The question that was sent. */
  sent: Promise<boolean> | undefined;
  /** The one that goes next, for whoever came after the other was sent. */
  next: Promise<boolean> | undefined;
  /** How many were sent. */
  count: number;
}

/** @param ask asks the database and notes what it says; throws where it does not say */
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
 * Asks the database once for all who wait. Never joins a question that was sent before: its answer may be older than
 * the request that asks.
 *
 * @returns whether the database said
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

/** Gives undefined where a promise takes longer. */
export const within = async <Value>(
  milliseconds: number,
  promise: Promise<Value>,
): Promise<Value | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
};

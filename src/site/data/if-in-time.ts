/** Gives the promise's value, or undefined if it takes longer than this. */
export const ifInTime = async <Value>(
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

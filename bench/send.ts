/** Sends requests to a newsroom with an API token. Throws if the answer is not a success. */
export const sendTo =
  (address: string, token: string) =>
  async (method: 'GET' | 'POST', where: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${address}${where}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const json = (await response.json()) as { errors?: unknown };
    if (!response.ok || json.errors)
      throw new Error(`${method} ${where}: ${JSON.stringify(json).slice(0, 400)}`);
    return json;
  };

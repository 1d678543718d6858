import type { Suite } from '../support/describe-newsroom';
import { loadOutside } from '../support/load-strapi';

/** Strapi makes the document of its API anew for each request: each took seconds, during which nobody else was answered. */
export const regression: Suite = (newsroom) => {
  it('it is made once, and a client that has it is not sent it again', async () => {
    const { http } = newsroom();
    const first = await http().get('/api/openapi.json').expect(200);
    const generate = jest.spyOn(loadOutside<typeof import('@strapi/openapi')>('@strapi/openapi'), 'generate');
    try {
      const again = await http().get('/api/openapi.json?populate=*').expect(200);
      expect(again.text).toBe(first.text);
      expect(generate).not.toHaveBeenCalled();
    } finally {
      generate.mockRestore();
    }
    await http()
      .get('/api/openapi.json')
      .set('if-none-match', first.headers.etag ?? '')
      .expect(304);
  });
};

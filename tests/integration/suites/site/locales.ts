import { ARTICLE, body } from '../../../support/articles';
import type { Suite } from '../../../support/describe-newsroom';
import { openPage, readText } from '../../../support/site';
import { publishPage, withGorsewell } from './gorsewell';

/** The site in several languages. */
export const localesOfSite: Suite = (newsroom) => {
  withGorsewell(newsroom);
  const open = (address: string) => openPage(newsroom(), address);
  const publish = (texts: string[], data?: Record<string, unknown>) => publishPage(newsroom(), texts, data);

  it('keeps locales apart: a slug that two share, the switch, hreflang, an unknown locale', async () => {
    const { strapi } = newsroom();
    const { documentId, address } = await publish(['English.'], { title: 'Shared', slug: 'shared-by-two' });
    await strapi.documents(ARTICLE).update({
      documentId,
      locale: 'es',
      data: { title: 'Compartido', slug: 'shared-by-two', body: body('Español.') },
      status: 'published',
    });
    const english = await open(address).expect(200);
    const spanish = await open('/es/articles/shared-by-two').expect(200);
    expect(english.text).toContain('<html lang="en" dir="ltr">');
    expect(spanish.text).toContain('<html lang="es" dir="ltr">');
    expect(readText(english.text)).toContain('English.');
    expect(readText(spanish.text)).toContain('Español.');
    expect(readText(spanish.text)).not.toContain('English.');
    expect(english.text).toMatch(
      /<link rel="alternate" hrefLang="es" href="[^"]+\/es\/articles\/shared-by-two"/i,
    );
    expect(english.text).toMatch(/<link rel="canonical" href="[^"]+\/articles\/shared-by-two"/);
    expect(english.text).toContain(
      '<a href="/es/articles/shared-by-two" hrefLang="es" lang="es">español</a>',
    );
    expect(readText((await open('/es').expect(200)).text)).toContain('Compartido');
    const german = await open('/de/articles/shared-by-two').expect(404);
    expect(german.text).toContain('href="/es/articles/shared-by-two"');
    await open('/xx/articles/shared-by-two').expect(404);
    await open('/xx').expect(404);
    const redirected = await open('/en/articles/shared-by-two?a=b').expect(301);
    expect(redirected.headers.location).toBe('/articles/shared-by-two?a=b');
  });

  it('writes a right-to-left language from right to left', async () => {
    const { strapi } = newsroom();
    const locales = strapi.plugin('i18n').service('locales');
    const arabic = await locales.create({ code: 'ar', name: 'Arabic (ar)' });
    const { documentId } = await publish(['English.'], { title: 'Left to right', slug: 'rtl' });
    await strapi.documents(ARTICLE).update({
      documentId,
      locale: 'ar',
      data: { title: 'ارتفاع الأسهم', slug: 'rtl', body: body('ارتفعت الأسهم اليوم.') },
      status: 'published',
    });
    const { text } = await open('/ar/articles/rtl').expect(200);
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(text).toContain('<h1 dir="auto">ارتفاع الأسهم</h1>');
    await strapi.documents(ARTICLE).delete({ documentId, locale: '*' });
    await locales.delete({ id: arabic.id });
  });
};

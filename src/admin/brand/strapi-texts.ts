import { fieldLabels } from './field-labels';
import { FIELD_VALUES } from './field-values';

/** The names of the newsroom's types in lists and menus. Strapi uses the English name as the id of its translation. */
const typeNames = (article: string, company: string, disclaimer: string, ticker: string, user: string) => ({
  Article: article,
  Company: company,
  Disclaimer: disclaimer,
  Ticker: ticker,
  User: user,
});

/**
 * Replacements for texts on Strapi's own screens that speak about Strapi. In languages other than English they include the labels
 * of fields. The choices of fields have names in English too.
 */
export const STRAPI_TEXTS = {
  en: {
    'Auth.form.welcome.title': 'Quotemark',
    'Auth.form.welcome.subtitle': 'Log in to the newsroom',
    'Auth.form.register.subtitle':
      'Your credentials are only used to log in to this newsroom. All data stays in its own database.',
    'HomePage.header.subtitle': 'What needs you, and what was published today',
    'app.components.LeftMenu.navbrand.title': 'Quotemark',
    'app.components.LeftMenu.navbrand.workplace': 'Newsroom',
    'content-manager.containers.list.table-headers.status': 'Status',
    ...FIELD_VALUES.en,
  },
  de: {
    'Auth.form.welcome.title': 'Quotemark',
    'Auth.form.welcome.subtitle': 'In der Redaktion anmelden',
    'Auth.form.register.subtitle':
      'Ihre Zugangsdaten dienen nur der Anmeldung in dieser Redaktion. Alle Daten bleiben in deren eigener Datenbank.',
    'HomePage.header.subtitle': 'Was auf Sie wartet, und was heute erschienen ist',
    'app.components.LeftMenu.navbrand.title': 'Quotemark',
    'app.components.LeftMenu.navbrand.workplace': 'Redaktion',
    'content-manager.containers.list.table-headers.status': 'Status',
    ...typeNames('Artikel', 'Unternehmen', 'Hinweis', 'Ticker', 'Benutzer'),
    ...fieldLabels('de'),
    ...FIELD_VALUES.de,
  },
  fr: {
    'Auth.form.welcome.title': 'Quotemark',
    'Auth.form.welcome.subtitle': 'Connectez-vous à la rédaction',
    'Auth.form.register.subtitle':
      'Vos identifiants servent uniquement à vous connecter à cette rédaction. Toutes les données restent dans sa propre base.',
    'HomePage.header.subtitle': 'Ce qui vous attend, et ce qui est paru aujourd’hui',
    'app.components.LeftMenu.navbrand.title': 'Quotemark',
    'app.components.LeftMenu.navbrand.workplace': 'Rédaction',
    'content-manager.containers.list.table-headers.status': 'Statut',
    ...typeNames('Article', 'Société', 'Mention', 'Ticker', 'Utilisateur'),
    ...fieldLabels('fr'),
    ...FIELD_VALUES.fr,
  },
  es: {
    'Auth.form.welcome.title': 'Quotemark',
    'Auth.form.welcome.subtitle': 'Inicie sesión en la redacción',
    'Auth.form.register.subtitle':
      'Sus credenciales solo sirven para entrar en esta redacción. Todos los datos se quedan en su propia base de datos.',
    'HomePage.header.subtitle': 'Lo que le espera y lo que se ha publicado hoy',
    'app.components.LeftMenu.navbrand.title': 'Quotemark',
    'app.components.LeftMenu.navbrand.workplace': 'Redacción',
    'content-manager.containers.list.table-headers.status': 'Estado',
    ...typeNames('Artículo', 'Empresa', 'Aviso', 'Ticker', 'Usuario'),
    ...fieldLabels('es'),
    ...FIELD_VALUES.es,
  },
};

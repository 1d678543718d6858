type Hints = Readonly<Record<string, string>>;

/**
 * Translations of the help texts under fields, by the English text. Strapi stores one text for all languages (*Configure the
 * view*). A text that an admin has changed has no translation here and is shown as it is.
 */
export const HINTS: Readonly<Record<'de' | 'fr' | 'es', Hints>> = {
  de: {
    'The address. Made from the headline where it is empty.':
      'Die Adresse der Seite. Ist sie leer, entsteht sie aus der Überschrift.',
    'Tells readers whether it is news or opinion.': 'Sagt den Lesern, ob es Nachricht oder Meinung ist.',
    'One or two sentences, for lists and search engines.':
      'Ein oder zwei Sätze, für Listen und Suchmaschinen.',
    'Name listings as (NASDAQ: MSFT): publishing captures a quote of each.':
      'Notierungen als (NASDAQ: MSFT) nennen: Beim Veröffentlichen wird von jeder der Kurs festgehalten.',
    'Who wrote it, as printed.': 'Wer den Artikel geschrieben hat, wie gedruckt.',
    'What the photo shows.': 'Was auf dem Foto zu sehen ist.',
    'Who took it, as the licence wants it.': 'Wer es aufgenommen hat, wie die Lizenz es verlangt.',
    'Publishing adds the tickers that the text names. Link others here.':
      'Beim Veröffentlichen kommen die Ticker hinzu, die der Text nennt. Weitere hier verknüpfen.',
    'Publishing adds the companies of the tickers.':
      'Beim Veröffentlichen kommen die Unternehmen der Ticker hinzu.',
    'In addition to those that apply automatically.': 'Zusätzlich zu denen, die von selbst gelten.',
    'The texts that readers are shown, as they were when the article was published. See the tab “Published”.':
      'Die Texte, die Leser sehen, im Wortlaut der Veröffentlichung. Siehe den Reiter „Veröffentlicht“.',
    'As the newsroom writes it.': 'In der Schreibweise der Redaktion.',
    'Made from the name where it is empty.': 'Ist sie leer, entsteht sie aus dem Namen.',
    'As the press prints them, one on each line.': 'Wie die Presse sie druckt, einer je Zeile.',
    'Legal entity identifier, 20 characters (ISO 17442).':
      'Kennung für Rechtsträger (Legal Entity Identifier), 20 Zeichen (ISO 17442).',
    'With https://': 'Mit https://',
    'Two letters (ISO 3166-1), as US.': 'Zwei Buchstaben (ISO 3166-1), etwa US.',
    'Its listings.': 'Seine Notierungen.',
    'In capitals; a share class behind a dot, as BRK.B.':
      'In Großbuchstaben; eine Aktiengattung nach einem Punkt, etwa BRK.B.',
    'Market identifier code (ISO 10383): XNAS is NASDAQ, XNYS is NYSE, XLON is London.':
      'Marktkennung (Market Identifier Code, ISO 10383): XNAS ist die NASDAQ, XNYS die NYSE, XLON London.',
    'As printed to readers, as NASDAQ.': 'Wie Leser sie lesen, etwa NASDAQ.',
    'As shown to readers.': 'Wie ihn Leser sehen.',
    'Three letters (ISO 4217), as USD; GBP for London, not pence.':
      'Drei Buchstaben (ISO 4217), etwa USD; für London GBP, nicht Pence.',
    'Only active ones are in the quote box.': 'Nur aktive stehen im Kurskasten.',
    'ISO 6166, as US0378331005.': 'ISO 6166, etwa US0378331005.',
    'As [{ "date": "2026-06-10", "ratio": "10:1" }]. Prices from before and after are not compared.':
      'In der Form [{ "date": "2026-06-10", "ratio": "10:1" }]. Kurse von vorher und nachher werden nicht verglichen.',
    'Shown in the quote box.': 'Steht im Kurskasten.',
    'In the quote box, lowest first.': 'Im Kurskasten, die kleinste Zahl zuerst.',
    'For editors; readers see the text.': 'Für die Redaktion; Leser sehen den Text.',
    'What frontends and imports call it.': 'So heißt der Hinweis für Frontends und Importe.',
    'As readers see it. Published articles keep the old text until they are published again.':
      'Wie Leser ihn sehen. Veröffentlichte Artikel behalten den alten Wortlaut, bis sie neu veröffentlicht werden.',
    'Which articles carry it.': 'Welche Artikel ihn tragen.',
  },
  fr: {
    'The address. Made from the headline where it is empty.':
      'L’adresse de la page. Si elle est vide, elle est tirée du titre.',
    'Tells readers whether it is news or opinion.':
      'Indique aux lecteurs s’il s’agit d’une information ou d’une opinion.',
    'One or two sentences, for lists and search engines.':
      'Une ou deux phrases, pour les listes et les moteurs de recherche.',
    'Name listings as (NASDAQ: MSFT): publishing captures a quote of each.':
      'Citez les cotations sous la forme (NASDAQ: MSFT) : la publication enregistre le cours de chacune.',
    'Who wrote it, as printed.': 'Qui l’a écrit, tel qu’imprimé.',
    'What the photo shows.': 'Ce que montre la photo.',
    'Who took it, as the licence wants it.': 'Qui l’a prise, dans les termes de la licence.',
    'Publishing adds the tickers that the text names. Link others here.':
      'La publication ajoute les tickers que le texte cite. Liez-en d’autres ici.',
    'Publishing adds the companies of the tickers.': 'La publication ajoute les sociétés des tickers.',
    'In addition to those that apply automatically.': 'En plus de celles qui s’appliquent d’office.',
    'The texts that readers are shown, as they were when the article was published. See the tab “Published”.':
      'Les textes que voient les lecteurs, tels qu’ils étaient à la publication. Voir l’onglet « Publié ».',
    'As the newsroom writes it.': 'Tel que la rédaction l’écrit.',
    'Made from the name where it is empty.': 'Si elle est vide, elle est tirée du nom.',
    'As the press prints them, one on each line.': 'Tels que la presse les imprime, un par ligne.',
    'Legal entity identifier, 20 characters (ISO 17442).':
      'Identifiant d’entité juridique, 20 caractères (ISO 17442).',
    'With https://': 'Avec https://',
    'Two letters (ISO 3166-1), as US.': 'Deux lettres (ISO 3166-1), par exemple US.',
    'Its listings.': 'Ses cotations.',
    'In capitals; a share class behind a dot, as BRK.B.':
      'En majuscules ; une catégorie d’actions après un point, par exemple BRK.B.',
    'Market identifier code (ISO 10383): XNAS is NASDAQ, XNYS is NYSE, XLON is London.':
      'Code d’identification de marché (ISO 10383) : XNAS pour le NASDAQ, XNYS pour le NYSE, XLON pour Londres.',
    'As printed to readers, as NASDAQ.': 'Telle que les lecteurs la lisent, par exemple NASDAQ.',
    'As shown to readers.': 'Tel que les lecteurs le voient.',
    'Three letters (ISO 4217), as USD; GBP for London, not pence.':
      'Trois lettres (ISO 4217), par exemple USD ; GBP pour Londres, et non des pence.',
    'Only active ones are in the quote box.':
      'Seules les cotations actives figurent dans l’encadré des cours.',
    'ISO 6166, as US0378331005.': 'ISO 6166, par exemple US0378331005.',
    'As [{ "date": "2026-06-10", "ratio": "10:1" }]. Prices from before and after are not compared.':
      'Sous la forme [{ "date": "2026-06-10", "ratio": "10:1" }]. Les cours d’avant et d’après ne sont pas comparés.',
    'Shown in the quote box.': 'Figure dans l’encadré des cours.',
    'In the quote box, lowest first.': 'Dans l’encadré des cours, le plus petit nombre d’abord.',
    'For editors; readers see the text.': 'Pour la rédaction ; les lecteurs voient le texte.',
    'What frontends and imports call it.': 'Son nom pour les frontends et les imports.',
    'As readers see it. Published articles keep the old text until they are published again.':
      'Tel que les lecteurs le voient. Les articles publiés gardent l’ancien texte jusqu’à leur prochaine publication.',
    'Which articles carry it.': 'Les articles qui la portent.',
  },
  es: {
    'The address. Made from the headline where it is empty.':
      'La dirección de la página. Si está vacía, se forma a partir del titular.',
    'Tells readers whether it is news or opinion.': 'Indica a los lectores si es información u opinión.',
    'One or two sentences, for lists and search engines.':
      'Una o dos frases, para las listas y los buscadores.',
    'Name listings as (NASDAQ: MSFT): publishing captures a quote of each.':
      'Nombre los valores como (NASDAQ: MSFT): al publicar se registra la cotización de cada uno.',
    'Who wrote it, as printed.': 'Quién lo escribió, tal como se imprime.',
    'What the photo shows.': 'Lo que muestra la foto.',
    'Who took it, as the licence wants it.': 'Quién la tomó, tal como lo exige la licencia.',
    'Publishing adds the tickers that the text names. Link others here.':
      'Al publicar se añaden los tickers que el texto nombra. Enlace otros aquí.',
    'Publishing adds the companies of the tickers.': 'Al publicar se añaden las empresas de los tickers.',
    'In addition to those that apply automatically.': 'Además de los que se aplican automáticamente.',
    'The texts that readers are shown, as they were when the article was published. See the tab “Published”.':
      'Los textos que ven los lectores, tal como eran al publicarse el artículo. Vea la pestaña «Publicado».',
    'As the newsroom writes it.': 'Tal como lo escribe la redacción.',
    'Made from the name where it is empty.': 'Si está vacía, se forma a partir del nombre.',
    'As the press prints them, one on each line.': 'Tal como los imprime la prensa, uno por línea.',
    'Legal entity identifier, 20 characters (ISO 17442).':
      'Identificador de entidad jurídica, 20 caracteres (ISO 17442).',
    'With https://': 'Con https://',
    'Two letters (ISO 3166-1), as US.': 'Dos letras (ISO 3166-1), por ejemplo US.',
    'Its listings.': 'Sus valores cotizados.',
    'In capitals; a share class behind a dot, as BRK.B.':
      'En mayúsculas; una clase de acciones tras un punto, por ejemplo BRK.B.',
    'Market identifier code (ISO 10383): XNAS is NASDAQ, XNYS is NYSE, XLON is London.':
      'Código identificador de mercado (ISO 10383): XNAS es el NASDAQ, XNYS el NYSE, XLON Londres.',
    'As printed to readers, as NASDAQ.': 'Tal como la leen los lectores, por ejemplo NASDAQ.',
    'As shown to readers.': 'Tal como lo ven los lectores.',
    'Three letters (ISO 4217), as USD; GBP for London, not pence.':
      'Tres letras (ISO 4217), por ejemplo USD; GBP para Londres, no peniques.',
    'Only active ones are in the quote box.': 'Solo los activos figuran en el cuadro de cotizaciones.',
    'ISO 6166, as US0378331005.': 'ISO 6166, por ejemplo US0378331005.',
    'As [{ "date": "2026-06-10", "ratio": "10:1" }]. Prices from before and after are not compared.':
      'Con la forma [{ "date": "2026-06-10", "ratio": "10:1" }]. No se comparan los precios de antes y de después.',
    'Shown in the quote box.': 'Figura en el cuadro de cotizaciones.',
    'In the quote box, lowest first.': 'En el cuadro de cotizaciones, el número menor primero.',
    'For editors; readers see the text.': 'Para la redacción; los lectores ven el texto.',
    'What frontends and imports call it.': 'Su nombre para los frontends y las importaciones.',
    'As readers see it. Published articles keep the old text until they are published again.':
      'Tal como lo ven los lectores. Los artículos publicados conservan el texto anterior hasta que se publiquen de nuevo.',
    'Which articles carry it.': 'Qué artículos lo llevan.',
  },
};

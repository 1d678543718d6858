/** How symbols look on a market; see `symbols.ts`. */
export type SymbolFamily =
  | 'us'
  | 'canada'
  | 'letters'
  | 'nordic'
  | 'alphanumeric'
  | 'london'
  | 'australia'
  | 'hong-kong'
  | 'tokyo'
  | 'six-digits'
  | 'taiwan'
  | 'four-digits'
  | 'malaysia'
  | 'mexico'
  | 'brazil'
  | 'india'
  | 'tokyo-or-toronto';

/**
 * How far a name in print is believed.
 * - `name`: names nothing but the exchange; believed anywhere, in any case.
 * - `code`: short, and believed only as spelt here: in brackets, or right before its symbol (`LON:VOD`).
 * - `word`: a word or a well-known abbreviation too (AIM, SIX, EPA): as a code, and outside of brackets only behind a company.
 * - `place`: a city, as Business Wire prints exchanges (`Paris:MC`): in brackets, before a symbol and nothing else.
 */
export type Trust = 'name' | 'code' | 'word' | 'place';

export interface Exchange {
  /** ISO 10383. Several where the name is ambiguous: it is never guessed which one is meant. */
  mics: readonly string[];
  family: SymbolFamily;
  /** The exchange as readers are shown it. */
  label: string;
  printed: Readonly<Record<Trust, readonly string[]>>;
}

type Row = [
  mics: string,
  family: SymbolFamily,
  label: string,
  names: string,
  more?: { codes?: string; words?: string; places?: string; segments?: string },
];

/**
 * Exchanges, by what the press, wires and data vendors print. A space in a name also stands for a hyphen; names are
 * separated by `|`, codes by a space. `segments` are further codes of ISO 10383 under which the same listing is printed.
 *
 * Sources: ISO 10383 as published by iso20022.org (operating and segment codes, market names, acronyms); the prefixes and
 * exchange codes that Google Finance, Yahoo, FT Markets, Seeking Alpha and Bloomberg print; how GlobeNewswire, Business
 * Wire, PR Newswire, Newsfile, Accesswire, EQS and Cision name exchanges in their releases.
 */
// prettier-ignore
const ROWS: readonly Row[] = [
  // United States
  ['XNAS', 'us', 'NASDAQ', 'NASDAQ|NasdaqGS|NasdaqGM|NasdaqCM|Nasdaq GS|Nasdaq GM|Nasdaq CM|Nasdaq Global Select Market|Nasdaq Global Select|Nasdaq Global Market|Nasdaq Capital Market|Nasdaq Capital Markets|Nasdaq National Market|Nasdaq Stock Market|Nasdaq Stock Exchange|Nasdaq Exchange|Nasdaq New York|Nasdaq US|Nasdaq Texas|Bolsa Nasdaq', { codes: 'NMS NSQ NMQ', segments: 'XNGS XNMS XNCM' }],
  ['XNYS', 'us', 'NYSE', 'NYSE|New York Stock Exchange|N.Y.S.E.|NYSE Euronext|Bolsa de Nueva York|Bolsa de Valores de Nueva York|Bolsa de Comercio de Nueva York|Bourse de New York|New Yorker Börse|Börse New York', { codes: 'NYQ' }],
  ['XASE', 'us', 'NYSE American', 'NYSE American|NYSE American Exchange|NYSE American Stock Exchange|NYSE MKT|NYSE Amex|NYSE Alternext|NYSEAMERICAN|NYSEMKT|NYSE AM|American Stock Exchange|AMEX Stock Exchange', { words: 'AMEX Amex' }],
  ['ARCX', 'us', 'NYSE Arca', 'NYSE Arca|NYSEARCA|NYSE Arca Exchange', { words: 'ARCA', codes: 'PCQ', segments: 'ARCX' }],
  ['XCHI', 'us', 'NYSE Texas', 'NYSE Texas|NYSE Chicago|Chicago Stock Exchange'],
  ['BATS', 'us', 'Cboe BZX', 'Cboe BZX|Cboe BZX Exchange|Cboe US|Bats BZX', { words: 'BATS CBOE Cboe BZX' }],
  ['IEXG', 'us', 'IEX', 'Investors Exchange', { words: 'IEX' }],
  ['XCIS', 'us', 'NYSE National', 'NYSE National'],
  ['TXSE', 'us', 'TXSE', 'Texas Stock Exchange'],
  ['LTSE', 'us', 'LTSE', 'Long Term Stock Exchange', { codes: 'LTSE' }],
  ['OTCQ', 'us', 'OTCQX', 'OTCQX|OTC QX|OTCQX Best Market|OTCQX Best|OTCQX International|OTCQX International Premier|OTCQX Premier|OTCQX US|OTCQX U.S. Premier|OTCQX Market|OTC Markets OTCQX', { codes: 'OTCQ' }],
  ['OTCB', 'us', 'OTCQB', 'OTCQB|OTC QB|OTCQB Venture Market|OTCQB Venture|OTCQB Venture Marketplace|OTCQB Market|OTC Venture Market|OTC Markets OTCQB', { codes: 'OTCB' }],
  ['OTCD', 'us', 'OTCID', 'OTCID|OTC ID|OTCID Basic Market|OTCID Basic|OTCID Market|OTC Markets OTCID', { codes: 'OTCD' }],
  ['PINX', 'us', 'OTC Pink', 'OTC Pink|OTCPK|OTC PK|OTC Pinks|OTC Pink Sheets|Pink Sheets|OTCPINK|OTC Pink Market|OTC Pink Open Market|Pink Open Market|OTC Pink Marketplace|OTC Pink Current|Pink Current', { words: 'PINK PINX PNK', codes: 'PINC' }],
  ['PINL', 'us', 'Pink Limited', 'Pink Limited|Pink Limited Market|OTC Pink Limited|OTC Pink Limited Market', { codes: 'PINL' }],
  ['EXPM', 'us', 'Expert Market', 'OTC Expert Market|OTC Expert|Expert Market', { codes: 'EXPM' }],
  ['PSGM', 'us', 'OTC Grey Market', 'OTC Grey|OTC Grey Market|OTC Gray Market', { codes: 'PSGM' }],
  ['OTCM', 'us', 'OTC Markets', 'OTC Markets|OTC Markets Group|OTCMKTS|OTCMKT|OTC Market|OTC MKTS|OTCBB|OTC BB|OTC Bulletin Board|OTC US|US OTC|USOTC|U.S. OTC|OTC Link', { words: 'OTC', codes: 'OTCM OOTC' }],
  // Canada
  ['XTSE', 'canada', 'TSX', 'TSX|Toronto Stock Exchange|Toronto TSX|Bourse de Toronto|Bolsa de Toronto|Börse Toronto|Torontoer Börse|Bolsa de Valores de Toronto', { words: 'TOR T.S.X.' }],
  ['XTSX', 'canada', 'TSXV', 'TSXV|TSX V|TSX.V|TSX Venture|TSX Venture Exchange|TSXVenture|Toronto Venture Exchange|Bourse de croissance TSX|TSX Croissance|Bolsa de Valores TSX Venture', { codes: 'CVE' }],
  ['XTNX', 'canada', 'NEX', 'TSXV NEX|TSX NEX|NEX Board|TSX Venture NEX', { words: 'NEX' }],
  ['XCNQ', 'canada', 'CNSX', 'CNSX|Canadian Securities Exchange|Canadian Stock Exchange|Bourse des valeurs canadiennes', { codes: 'CNQ XCNQ THECSE' }],
  ['NEOE', 'canada', 'Cboe Canada', 'Cboe Canada|Cboe Canada Exchange|NEO Exchange|Cboe CA|Aequitas NEO Exchange|Aequitas NEO', { words: 'NEO' }],
  // United Kingdom and Ireland
  ['XLON', 'london', 'LSE', 'London Stock Exchange|London Stock Exchange plc|Main Market of the London Stock Exchange|London Stock Exchange Main Market|LSE Main Market|LSE Specialist Fund Segment|Specialist Fund Segment of the London Stock Exchange|Bolsa de Londres|Bourse de Londres|Londoner Börse|Börse London', { codes: 'LSE LON' }],
  ['AIMX', 'london', 'AIM', 'LSE AIM|AIM London|London AIM|AIM LSE|London Stock Exchange AIM|AIM Market of the London Stock Exchange|AIM market of the LSE|AIM Market|LON AIM', { words: 'AIM' }],
  ['AQSE', 'london', 'AQSE', 'Aquis Stock Exchange|Aquis Growth Market|Aquis Stock Exchange Growth Market|AQSE Growth Market|AQSE Growth|Aquis Exchange|NEX Exchange', { codes: 'AQSE AQUIS Aquis AQSG AQX NEXX' }],
  ['XCIE', 'london', 'TISE', 'The International Stock Exchange', { codes: 'TISE' }],
  ['XMSM', 'alphanumeric', 'Euronext Dublin', 'Euronext Dublin|Irish Stock Exchange', { codes: 'XDUB', places: 'Dublin' }],
  ['XESM', 'alphanumeric', 'Euronext Growth Dublin', 'Euronext Growth Dublin'],
  // Germany, Austria, Switzerland
  ['XETR', 'alphanumeric', 'XETRA', 'XETRA|Deutsche Boerse|Deutsche Börse|Deutsche Börse Xetra|Xetra Frankfurt|Frankfurt Xetra', { codes: 'ETR GER', segments: 'XETA XETB XETS' }],
  ['XFRA', 'alphanumeric', 'Frankfurt Stock Exchange', 'Frankfurt Stock Exchange|Börse Frankfurt|Boerse Frankfurt|Frankfurter Börse|Frankfurter Wertpapierbörse|Frankfurter Wertpapierboerse|Frankfurt Exchange|Bolsa de Fráncfort|Bolsa de Frankfurt|Bourse de Francfort', { codes: 'FSE FWB FKT', words: 'FRA FF', places: 'Frankfurt FRANKFURT', segments: 'FRAA FRAB FRAS' }],
  ['XSTU', 'alphanumeric', 'Börse Stuttgart', 'Börse Stuttgart|Boerse Stuttgart|Stuttgart Stock Exchange|Stuttgarter Börse', { codes: 'STU', places: 'Stuttgart' }],
  ['XMUN', 'alphanumeric', 'Börse München', 'Börse München|Boerse Muenchen|Munich Stock Exchange|gettex', { codes: 'MUN', places: 'Munich München' }],
  ['XDUS', 'alphanumeric', 'Börse Düsseldorf', 'Börse Düsseldorf|Boerse Duesseldorf|Dusseldorf Stock Exchange', { codes: 'DUS', places: 'Düsseldorf' }],
  ['XHAM', 'alphanumeric', 'Börse Hamburg', 'Börse Hamburg|Boerse Hamburg|Hamburg Stock Exchange', { words: 'HAM', places: 'Hamburg' }],
  ['XHAN', 'alphanumeric', 'Börse Hannover', 'Börse Hannover|Boerse Hannover|Hannover Stock Exchange', { words: 'HAN' }],
  ['XBER', 'alphanumeric', 'Börse Berlin', 'Börse Berlin|Boerse Berlin|Berlin Stock Exchange', { words: 'BER', places: 'Berlin' }],
  ['XGAT', 'alphanumeric', 'Tradegate', 'Tradegate|Tradegate Exchange', { segments: 'TGAT' }],
  ['XWBO', 'letters', 'Wiener Börse', 'Wiener Börse|Wiener Boerse|Vienna Stock Exchange|Börse Wien|Bolsa de Viena|Bourse de Vienne', { codes: 'VIE', places: 'Vienna Wien' }],
  ['XSWX', 'alphanumeric', 'SIX Swiss Exchange', 'SIX Swiss Exchange|SIX Swiss|Swiss Exchange|Swiss Stock Exchange|SIX Exchange|Schweizer Börse|SIX Swiss Exchange AG|Bourse suisse|Bolsa suiza|Bolsa de Suiza|SIX Zurich', { words: 'SIX', codes: 'SWX VTX EBS', places: 'Zurich Zürich', segments: 'XVTX' }],
  ['XBRN', 'alphanumeric', 'BX Swiss', 'BX Swiss|Berne eXchange', { words: 'BX' }],
  // Euronext
  ['XPAR', 'alphanumeric', 'Euronext Paris', 'Euronext Paris|NYSE Euronext Paris|Paris Euronext|Paris Stock Exchange|Bourse de Paris|Bolsa de París|Pariser Börse|Börse Paris', { words: 'EPA PAR', codes: 'ENXTPA', places: 'Paris PARIS' }],
  ['ALXP', 'alphanumeric', 'Euronext Growth Paris', 'Euronext Growth Paris|Euronext Paris Growth|Alternext Paris|Euronext Growth de Paris|Euronext Growth à Paris', { codes: 'ALXP' }],
  ['XMLI', 'alphanumeric', 'Euronext Access Paris', 'Euronext Access Paris|Euronext Access+ Paris|Euronext Access Plus Paris|Marché Libre'],
  ['XAMS', 'alphanumeric', 'Euronext Amsterdam', 'Euronext Amsterdam|Amsterdam Euronext|NYSE Euronext Amsterdam|Amsterdam Stock Exchange|Bolsa de Ámsterdam|Bourse d\'Amsterdam|Amsterdamer Börse', { words: 'AMS AEX', codes: 'ENXTAM', places: 'Amsterdam AMSTERDAM' }],
  ['XBRU', 'alphanumeric', 'Euronext Brussels', 'Euronext Brussels|Euronext Bruxelles|Euronext Brussel|Brussels Stock Exchange|Bourse de Bruxelles', { codes: 'EBR ENXTBR', places: 'Brussels BRUSSELS Bruxelles BRUXELLES' }],
  ['ALXB', 'alphanumeric', 'Euronext Growth Brussels', 'Euronext Growth Brussels|Euronext Growth Bruxelles', { codes: 'ALXB' }],
  ['MLXB', 'alphanumeric', 'Euronext Access Brussels', 'Euronext Access Brussels|Euronext Access Bruxelles', { codes: 'MLXB' }],
  ['XLIS', 'alphanumeric', 'Euronext Lisbon', 'Euronext Lisbon|Euronext Lisboa|Euronext Lisbonne|Lisbon Stock Exchange|Bolsa de Lisboa', { codes: 'ELI ENXTLS', places: 'Lisbon LISBON Lisboa' }],
  ['ALXL', 'alphanumeric', 'Euronext Growth Lisbon', 'Euronext Growth Lisbon|Euronext Growth Lisboa', { codes: 'ALXL' }],
  ['ENXL', 'alphanumeric', 'Euronext Access Lisbon', 'Euronext Access Lisbon|Euronext Access Lisboa', { codes: 'ENXL' }],
  ['XMIL', 'alphanumeric', 'Borsa Italiana', 'Borsa Italiana|Euronext Milan|Euronext Milano|Euronext STAR Milan|Milan Stock Exchange|Borsa di Milano|Borsa Milano|Italian Stock Exchange|Bolsa de Milán|Bourse de Milan|Mailänder Börse', { words: 'BIT MTA MIL', places: 'Milan MILAN Milano', segments: 'MTAA XMTA' }],
  ['EXGM', 'alphanumeric', 'Euronext Growth Milan', 'Euronext Growth Milan|Euronext Growth Milano|AIM Italia', { codes: 'EXGM', words: 'EGM' }],
  ['XOSL', 'nordic', 'Oslo Børs', 'Oslo Børs|Oslo Bors|Oslo Boers|Euronext Oslo|Euronext Oslo Børs|Euronext Oslo Bors|Oslo Stock Exchange|Bolsa de Oslo|Osloer Börse|Bourse d\'Oslo', { codes: 'OSL OSE', words: 'OB', places: 'Oslo OSLO' }],
  ['MERK', 'nordic', 'Euronext Growth Oslo', 'Euronext Growth Oslo|Oslo Euronext Growth', { codes: 'MERK' }],
  ['NOTC', 'nordic', 'NOTC', 'Euronext NOTC', { codes: 'NOTC' }],
  ['XOAS', 'nordic', 'Euronext Expand Oslo', 'Euronext Expand Oslo|Euronext Expand|Oslo Axess', { codes: 'OAX' }],
  // Spain
  ['XMAD', 'alphanumeric', 'Bolsa de Madrid', 'Bolsa de Madrid|Madrid Stock Exchange|Mercado Continuo|Mercado Continuo Español|Spanish Continuous Market|Continuous Market|Bolsas y Mercados Españoles|Spanish Stock Exchange|Spanish Stock Exchanges|Bolsa española|Bolsas españolas|Bourse de Madrid|Madrider Börse|Börse Madrid', { codes: 'BME SIBE XMCE BMEX', words: 'MCE', places: 'Madrid MADRID' }],
  ['GROW', 'alphanumeric', 'BME Growth', 'BME Growth|BME MTF Equity|Mercado Alternativo Bursátil', { words: 'MAB' }],
  ['SCLE', 'alphanumeric', 'BME Scaleup', 'BME Scaleup', { codes: 'SCLE' }],
  ['XLAT', 'alphanumeric', 'Latibex', 'Latibex'],
  ['XBAR', 'alphanumeric', 'Bolsa de Barcelona', 'Bolsa de Barcelona|Barcelona Stock Exchange'],
  ['XBIL', 'alphanumeric', 'Bolsa de Bilbao', 'Bolsa de Bilbao|Bilbao Stock Exchange'],
  ['XVAL', 'alphanumeric', 'Bolsa de Valencia', 'Bolsa de Valencia|Valencia Stock Exchange'],
  // The Nordic and Baltic countries
  ['XSTO', 'nordic', 'Nasdaq Stockholm', 'Nasdaq Stockholm|Nasdaq OMX Stockholm|OMX Stockholm|OMXS|Stockholm Stock Exchange|Stockholmsbörsen|Stockholmer Börse|Bolsa de Estocolmo|Bourse de Stockholm|Nasdaq Nordic Stockholm', { words: 'STO', places: 'Stockholm STOCKHOLM' }],
  ['FNSE', 'nordic', 'Nasdaq First North Stockholm', 'Nasdaq First North Growth Market Stockholm|Nasdaq First North Growth Market Sweden|Nasdaq First North Stockholm|Nasdaq First North Sweden|First North Stockholm|First North Sweden|First North Growth Market Stockholm|First North Growth Market Sweden|Nasdaq Stockholm First North|Nasdaq Stockholm First North Growth Market', { codes: 'FNSE SSME' }],
  ['XCSE', 'nordic', 'Nasdaq Copenhagen', 'Nasdaq Copenhagen|Nasdaq OMX Copenhagen|OMX Copenhagen|OMXC|Copenhagen Stock Exchange|Kopenhagener Börse|Nasdaq København', { codes: 'CPH', places: 'Copenhagen COPENHAGEN' }],
  ['FNDK', 'nordic', 'Nasdaq First North Copenhagen', 'Nasdaq First North Growth Market Copenhagen|Nasdaq First North Growth Market Denmark|Nasdaq First North Copenhagen|Nasdaq First North Denmark|First North Denmark|First North Copenhagen|First North Growth Market Denmark', { codes: 'FNDK DSME' }],
  ['XHEL', 'nordic', 'Nasdaq Helsinki', 'Nasdaq Helsinki|Nasdaq OMX Helsinki|OMX Helsinki|OMXH|Helsinki Stock Exchange', { words: 'HEL', codes: 'HLSE', places: 'Helsinki HELSINKI' }],
  ['FNFI', 'nordic', 'Nasdaq First North Helsinki', 'Nasdaq First North Growth Market Finland|Nasdaq First North Growth Market Helsinki|Nasdaq First North Helsinki|Nasdaq First North Finland|First North Finland|First North Helsinki|First North Growth Market Finland', { codes: 'FNFI FSME' }],
  ['XICE', 'nordic', 'Nasdaq Iceland', 'Nasdaq Iceland|Nasdaq OMX Iceland|Iceland Stock Exchange|Nasdaq Reykjavik'],
  ['FNIS', 'nordic', 'Nasdaq First North Iceland', 'Nasdaq First North Growth Market Iceland|Nasdaq First North Iceland|First North Iceland', { codes: 'FNIS' }],
  ['XSAT', 'nordic', 'Spotlight Stock Market', 'Spotlight Stock Market|Spotlight Stockmarket|Spotlight Sweden', { words: 'Spotlight SPOTLIGHT SPOT' }],
  ['XNGM', 'nordic', 'NGM', 'Nordic Growth Market|Nordic SME|NGM Nordic SME|NGM Nordic|NGM Equity|NGM Main Regulated', { codes: 'NGM NSME' }],
  ['XTAL', 'alphanumeric', 'Nasdaq Tallinn', 'Nasdaq Tallinn|Nasdaq OMX Tallinn|Tallinn Stock Exchange', { codes: 'TAL' }],
  ['XRIS', 'alphanumeric', 'Nasdaq Riga', 'Nasdaq Riga|Nasdaq OMX Riga|Riga Stock Exchange', { codes: 'RSE' }],
  ['XLIT', 'alphanumeric', 'Nasdaq Vilnius', 'Nasdaq Vilnius|Nasdaq OMX Vilnius|Vilnius Stock Exchange'],
  // Central, eastern and southern Europe
  ['XWAR', 'letters', 'GPW', 'Warsaw Stock Exchange|Warsaw SE|Giełda Papierów Wartościowych|GPW Warszawa|GPW Warsaw|Bolsa de Varsovia|Bourse de Varsovie|Warschauer Börse|Börse Warschau', { codes: 'GPW WSE', places: 'Warsaw WARSAW' }],
  ['XNCO', 'letters', 'NewConnect', 'NewConnect|Warsaw NewConnect'],
  ['XPRA', 'letters', 'Prague Stock Exchange', 'Prague Stock Exchange|Prager Börse|Bolsa de Praga|Bourse de Prague', { codes: 'PRG', places: 'Prague' }],
  ['XBUD', 'letters', 'Budapest Stock Exchange', 'Budapest Stock Exchange|Budapester Börse|Bolsa de Budapest|Bourse de Budapest', { codes: 'BUD BÉT', places: 'Budapest' }],
  ['XBSE', 'letters', 'Bucharest Stock Exchange', 'Bucharest Stock Exchange|Bursa de Valori București|Bursa de Valori Bucuresti|Bukarester Börse', { words: 'BVB', places: 'Bucharest' }],
  ['XBUL', 'alphanumeric', 'Bulgarian Stock Exchange', 'Bulgarian Stock Exchange|Sofia Stock Exchange'],
  ['XATH', 'letters', 'Athens Stock Exchange', 'Athens Stock Exchange|Athens Exchange|Euronext Athens|Bolsa de Atenas|Bourse d\'Athènes|Athener Börse', { codes: 'ATHEX ATH', places: 'Athens', segments: 'ASEX' }],
  ['XIST', 'letters', 'Borsa Istanbul', 'Borsa Istanbul|Borsa İstanbul|Istanbul Stock Exchange|Bolsa de Estambul|Istanbuler Börse|Bourse d\'Istanbul', { codes: 'BIST IST', places: 'Istanbul' }],
  ['XZAG', 'letters', 'Zagreb Stock Exchange', 'Zagreb Stock Exchange|Zagrebačka burza'],
  ['XLJU', 'letters', 'Ljubljana Stock Exchange', 'Ljubljana Stock Exchange', { codes: 'LJSE' }],
  ['XBEL', 'letters', 'Belgrade Stock Exchange', 'Belgrade Stock Exchange', { codes: 'BELEX' }],
  ['XLUX', 'alphanumeric', 'Luxembourg Stock Exchange', 'Luxembourg Stock Exchange|Bourse de Luxembourg|Luxemburger Börse', { codes: 'LuxSE LUXSE' }],
  ['XCYS', 'letters', 'Cyprus Stock Exchange', 'Cyprus Stock Exchange'],
  ['XMAL', 'letters', 'Malta Stock Exchange', 'Malta Stock Exchange'],
  ['MISX', 'letters', 'MOEX', 'MOEX|Moscow Exchange|MICEX|Moscow Stock Exchange|Moskauer Börse|Bolsa de Moscú|Bourse de Moscou'],
  ['XKAZ', 'letters', 'KASE', 'Kazakhstan Stock Exchange', { codes: 'KASE' }],
  ['AIXK', 'letters', 'AIX', 'Astana International Exchange', { words: 'AIX' }],
  ['XBRA', 'letters', 'Bratislava Stock Exchange', 'Bratislava Stock Exchange'],
  ['XMAE', 'letters', 'Macedonian Stock Exchange', 'Macedonian Stock Exchange'],
  ['XSSE', 'letters', 'Sarajevo Stock Exchange', 'Sarajevo Stock Exchange'],
  ['XBLB', 'letters', 'Banja Luka Stock Exchange', 'Banja Luka Stock Exchange'],
  ['XMNX', 'letters', 'Montenegro Stock Exchange', 'Montenegro Stock Exchange'],
  ['XGSE', 'letters', 'Georgian Stock Exchange', 'Georgian Stock Exchange'],
  // Asia and the Pacific
  ['XASX', 'australia', 'ASX', 'ASX|Australian Securities Exchange|Australian Stock Exchange|Bolsa de Australia|Bolsa australiana|Bourse australienne'],
  ['XNZE', 'letters', 'NZX', 'NZX|NZSX|NZX Main Board|New Zealand Exchange|New Zealand Stock Exchange|New Zealand\'s Exchange', { codes: 'NZE' }],
  ['XPOM', 'letters', 'PNGX', 'PNGX|PNGX Markets|Port Moresby Stock Exchange|PNG Stock Exchange|Papua New Guinea Stock Exchange|PNG\'s National Stock Exchange', { codes: 'POMSoX POMSOX' }],
  ['XHKG', 'hong-kong', 'HKEX', 'HKEX|SEHK|HKSE|Hong Kong Stock Exchange|Stock Exchange of Hong Kong|Stock Exchange of Hong Kong Limited|Hong Kong Exchange|Hong Kong Exchanges|Hong Kong Exchanges and Clearing|HKEX Main Board|SEHK Main Board|Main Board of the Hong Kong Stock Exchange|Main Board of the Stock Exchange of Hong Kong|Bolsa de Hong Kong|Bourse de Hong Kong|Hongkonger Börse|Börse Hongkong|HK Stock Exchange', { codes: 'HKG HKEx SEHK', words: 'HK', places: 'Hong+Kong HONG+KONG' }],
  ['XGEM', 'hong-kong', 'GEM', 'HKEX GEM|SEHK GEM|HKGEM|GEM Board|Growth Enterprise Market', { words: 'GEM' }],
  ['XTKS', 'tokyo', 'TYO', 'TYO|JPX|Tokyo Stock Exchange|Tokyo Stock Exchange Prime Market|Tokyo Stock Exchange Prime|Tokyo Stock Exchange, Prime Market|Prime Market of the Tokyo Stock Exchange|Tokyo Stock Exchange Standard Market|Tokyo Stock Exchange Standard|Tokyo Stock Exchange Growth Market|Tokyo Stock Exchange Growth|Tokyo Stock Exchange First Section|Tokyo Stock Exchange Mothers|TSE Prime|TSE Prime Market|TSE Standard|TSE Standard Market|TSE Growth|TSE Growth Market|TSE Mothers|TSE First Section|TSE 1st Section|Tokyo SE|Japan Exchange Group|Bolsa de Tokio|Bourse de Tokyo|Tokioter Börse|Börse Tokio|Tokyo Exchange', { places: 'Tokyo TOKYO', segments: 'XJPX' }],
  ['XNGO', 'tokyo', 'Nagoya Stock Exchange', 'Nagoya Stock Exchange'],
  ['XFKA', 'tokyo', 'Fukuoka Stock Exchange', 'Fukuoka Stock Exchange'],
  ['XSAP', 'tokyo', 'Sapporo Securities Exchange', 'Sapporo Securities Exchange|Sapporo Stock Exchange'],
  ['XTAM', 'tokyo', 'Tokyo Pro Market', 'Tokyo Pro Market|TSE Tokyo Pro Market'],
  ['XNSE', 'india', 'NSE', 'National Stock Exchange of India|NSE India|National Stock Exchange of India Limited|National Stock Exchange|NSE Emerge|NSE SME', { codes: 'NSE' }],
  ['XBOM', 'india', 'BSE', 'Bombay Stock Exchange|BSE India|BSE Limited|BSE Ltd|BSE SME|Mumbai Stock Exchange|Bolsa de Bombay|Bourse de Bombay|Börse Bombay', { codes: 'BSE', words: 'BOM' }],
  ['XSES', 'alphanumeric', 'SGX', 'SGX|Singapore Exchange|SGX Mainboard|SGX Main Board|SGX ST|Singapore Stock Exchange|Singapore Exchange Securities Trading|Bolsa de Singapur|Bourse de Singapour|Börse Singapur', { words: 'SES', places: 'Singapore SINGAPORE' }],
  ['XSCA', 'alphanumeric', 'SGX Catalist', 'SGX Catalist|Catalist'],
  ['XKRX', 'six-digits', 'KRX', 'KRX|KOSPI|Korea Exchange|Korea Stock Exchange|KRX KOSPI|KOSPI Market|Bolsa de Corea|Koreanische Börse|Bourse de Corée', { codes: 'KSC KSE', places: 'Seoul SEOUL' }],
  ['XKOS', 'six-digits', 'KOSDAQ', 'KOSDAQ|KRX KOSDAQ|KOSDAQ Market'],
  ['XKON', 'six-digits', 'KONEX', 'KONEX'],
  ['XSHG', 'six-digits', 'SSE', 'Shanghai Stock Exchange|Shanghai SE|SSE STAR|SSE STAR Market|Shanghai STAR Market|STAR Market|Bolsa de Shanghái|Bolsa de Shanghai|Bourse de Shanghai|Börse Shanghai', { codes: 'SSE SHA SHSE', words: 'SH STAR', places: 'Shanghai SHANGHAI' }],
  ['XSHE', 'six-digits', 'SZSE', 'SZSE|Shenzhen Stock Exchange|Shenzhen SE|SZSE ChiNext|ChiNext|Bolsa de Shenzhen|Bourse de Shenzhen|Börse Shenzhen', { words: 'SHE SZ', places: 'Shenzhen SHENZHEN' }],
  ['BJSE', 'six-digits', 'Beijing Stock Exchange', 'Beijing Stock Exchange', { codes: 'BJSE' }],
  ['XTAI', 'taiwan', 'TWSE', 'TWSE|Taiwan Stock Exchange|TAIEX|Bolsa de Taiwán|Bourse de Taïwan|Börse Taiwan', { codes: 'TPE', words: 'TW', places: 'Taiwan Taipei TAIPEI' }],
  ['ROCO', 'taiwan', 'TPEx', 'Taipei Exchange|TPEx|GreTai Securities Market', { codes: 'ROCO' }],
  ['XKLS', 'malaysia', 'Bursa Malaysia', 'Bursa Malaysia|Bursa Malaysia Main Market|Main Market of Bursa Malaysia|Kuala Lumpur Stock Exchange|KLSE|Bursa Malaysia Securities|Bolsa de Malasia|Bourse de Malaisie|Börse Kuala Lumpur', { codes: 'KLS KUL MYX', words: 'KL BURSA Bursa', places: 'Kuala+Lumpur KUALA+LUMPUR' }],
  ['MESQ', 'malaysia', 'ACE Market', 'Bursa Malaysia ACE Market|ACE Market of Bursa Malaysia|ACE Market|Bursa ACE', { codes: 'MESQ' }],
  ['XIDX', 'letters', 'IDX', 'Indonesia Stock Exchange|Jakarta Stock Exchange|Bursa Efek Indonesia|Bolsa de Indonesia|Bolsa de Yakarta|Bourse d\'Indonésie|Bourse de Jakarta|Börse Jakarta', { codes: 'IDX', words: 'JKT JSX', places: 'Jakarta JAKARTA', segments: 'XJKT' }],
  ['XBKK', 'letters', 'SET', 'Stock Exchange of Thailand|Thailand Stock Exchange|Thai Stock Exchange|Bolsa de Tailandia|Bourse de Thaïlande', { codes: 'BKK', words: 'SET', places: 'Bangkok' }],
  ['XMAI', 'letters', 'mai', 'Market for Alternative Investment'],
  ['XPHS', 'letters', 'Philippine Stock Exchange', 'Philippine Stock Exchange|Philippines Stock Exchange|Bolsa de Filipinas|PSE Philippines|PSE PH', { places: 'Manila' }],
  ['XSTC', 'letters', 'HOSE', 'Ho Chi Minh Stock Exchange|Ho Chi Minh City Stock Exchange|Hochiminh Stock Exchange|HoSE', { words: 'HOSE HSX' }],
  ['HSTC', 'letters', 'HNX', 'Hanoi Stock Exchange', { codes: 'HNX HSTC' }],
  ['XKAR', 'letters', 'PSX', 'Pakistan Stock Exchange|Karachi Stock Exchange', { codes: 'PSX', places: 'Karachi' }],
  ['XDHA', 'letters', 'Dhaka Stock Exchange', 'Dhaka Stock Exchange'],
  ['XCOL', 'letters', 'Colombo Stock Exchange', 'Colombo Stock Exchange'],
  ['XNEC', 'australia', 'NSX', 'National Stock Exchange of Australia|NSX Australia'],
  ['XSPS', 'letters', 'SPX', 'South Pacific Stock Exchange'],
  ['CHIA', 'australia', 'Cboe Australia', 'Cboe Australia|Chi X Australia', { words: 'CXA' }],
  ['XCHG', 'letters', 'Chittagong Stock Exchange', 'Chittagong Stock Exchange'],
  ['XNEP', 'letters', 'Nepal Stock Exchange', 'Nepal Stock Exchange|NEPSE'],
  ['XULA', 'letters', 'Mongolian Stock Exchange', 'Mongolian Stock Exchange'],
  ['XLAO', 'letters', 'Lao Securities Exchange', 'Lao Securities Exchange'],
  ['XCSX', 'letters', 'Cambodia Securities Exchange', 'Cambodia Securities Exchange'],
  // The Middle East and Africa
  ['XTAE', 'letters', 'TASE', 'TASE|Tel Aviv Stock Exchange|Bolsa de Tel Aviv|Bourse de Tel Aviv|Börse Tel Aviv', { words: 'TLV' }],
  ['XSAU', 'four-digits', 'Tadawul', 'Tadawul|Saudi Exchange|Saudi Stock Exchange|Saudi Tadawul|Bolsa saudí|Bourse saoudienne', { places: 'Riyadh' }],
  ['XDFM', 'letters', 'DFM', 'Dubai Financial Market', { codes: 'DFM', places: 'Dubai' }],
  ['XADS', 'letters', 'ADX', 'Abu Dhabi Securities Exchange|Abu Dhabi Stock Exchange', { codes: 'ADX ADSM' }],
  ['DIFX', 'letters', 'Nasdaq Dubai', 'Nasdaq Dubai', { codes: 'DIFX' }],
  ['DSMD', 'letters', 'QSE', 'Qatar Stock Exchange|Qatar Exchange|Doha Securities Market', { codes: 'QSE DSM DSMD', places: 'Doha' }],
  ['XPAE', 'letters', 'Palestine Exchange', 'Palestine Exchange|Palestine Securities Exchange'],
  ['XKUW', 'letters', 'Boursa Kuwait', 'Boursa Kuwait|Kuwait Stock Exchange'],
  ['XBAH', 'letters', 'Bahrain Bourse', 'Bahrain Bourse|Bahrain Stock Exchange', { words: 'BHB' }],
  ['XMUS', 'letters', 'MSX', 'Muscat Stock Exchange|Muscat Securities Market', { codes: 'MSX' }],
  ['XBEY', 'letters', 'Beirut Stock Exchange', 'Beirut Stock Exchange|Bourse de Beyrouth'],
  ['XIQS', 'letters', 'Iraq Stock Exchange', 'Iraq Stock Exchange'],
  ['XDSE', 'letters', 'Damascus Securities Exchange', 'Damascus Securities Exchange'],
  ['XAMM', 'letters', 'Amman Stock Exchange', 'Amman Stock Exchange'],
  ['XCAI', 'letters', 'EGX', 'Egyptian Exchange|Egyptian Stock Exchange|Cairo Stock Exchange', { codes: 'EGX', places: 'Cairo' }],
  ['XCAS', 'letters', 'Casablanca Stock Exchange', 'Casablanca Stock Exchange|Bourse de Casablanca|Bolsa de Casablanca', { places: 'Casablanca' }],
  ['XBRV', 'letters', 'BRVM', 'BRVM|Bourse Régionale des Valeurs Mobilières'],
  ['XJSE', 'letters', 'JSE', 'Johannesburg Stock Exchange|JSE Limited|Johannesburg SE|Bolsa de Johannesburgo|Bourse de Johannesburg|Börse Johannesburg', { codes: 'JSE', places: 'Johannesburg JOHANNESBURG' }],
  ['XNSA', 'letters', 'NGX', 'Nigerian Exchange|Nigerian Exchange Limited|Nigerian Stock Exchange', { codes: 'NGX', places: 'Lagos' }],
  ['XNAI', 'letters', 'Nairobi Securities Exchange', 'Nairobi Securities Exchange|Nairobi Stock Exchange', { places: 'Nairobi' }],
  ['XDAR', 'letters', 'Dar es Salaam Stock Exchange', 'Dar es Salaam Stock Exchange'],
  ['XGHA', 'letters', 'Ghana Stock Exchange', 'Ghana Stock Exchange'],
  ['XBOT', 'letters', 'Botswana Stock Exchange', 'Botswana Stock Exchange'],
  ['XNAM', 'letters', 'Namibian Stock Exchange', 'Namibian Stock Exchange|Namibia Stock Exchange'],
  ['XMAU', 'letters', 'SEM', 'Stock Exchange of Mauritius'],
  ['XTUN', 'letters', 'Bourse de Tunis', 'Bourse de Tunis|Tunis Stock Exchange', { codes: 'BVMT' }],
  ['XUGA', 'letters', 'Uganda Securities Exchange', 'Uganda Securities Exchange'],
  ['XLUS', 'letters', 'Lusaka Securities Exchange', 'Lusaka Securities Exchange|Lusaka Stock Exchange', { codes: 'LuSE' }],
  ['XMSW', 'letters', 'Malawi Stock Exchange', 'Malawi Stock Exchange'],
  ['RSEX', 'letters', 'Rwanda Stock Exchange', 'Rwanda Stock Exchange'],
  ['XSWA', 'letters', 'Eswatini Stock Exchange', 'Eswatini Stock Exchange'],
  ['XBVM', 'letters', 'Bolsa de Valores de Moçambique', 'Bolsa de Valores de Moçambique|Mozambique Stock Exchange'],
  ['TRPX', 'letters', 'MERJ', 'MERJ Exchange', { codes: 'MERJ' }],
  ['A2XX', 'letters', 'A2X', 'A2X|A2X Markets'],
  ['XZIM', 'letters', 'Zimbabwe Stock Exchange', 'Zimbabwe Stock Exchange'],
  // Latin America and the Caribbean
  ['BVMF', 'brazil', 'B3', 'BVMF|Bovespa|BM&FBovespa|BMFBovespa|B3 S.A.|B3 São Paulo|São Paulo Stock Exchange|Sao Paulo Stock Exchange|Bolsa de São Paulo|Bolsa de Sao Paulo|Bourse de São Paulo|B3 Brasil|B3 Brazil', { codes: 'B3', words: 'SAO BOV' }],
  ['XMEX', 'mexico', 'BMV', 'Bolsa Mexicana de Valores|Mexican Stock Exchange|Mexico Stock Exchange|Bolsa de México|Bolsa Mexicana|Bolsa de Valores de México|Bourse de Mexico|Bourse mexicaine|Mexikanische Börse', { codes: 'BMV', places: 'Mexico México' }],
  ['BIVA', 'mexico', 'BIVA', 'Bolsa Institucional de Valores', { codes: 'BIVA' }],
  ['XSGO', 'letters', 'Bolsa de Santiago', 'Bolsa de Santiago|Santiago Stock Exchange|Bolsa de Comercio de Santiago|Bourse de Santiago|Börse Santiago', { codes: 'SGO BCS', places: 'Santiago SANTIAGO' }],
  ['XLIM', 'letters', 'BVL', 'Bolsa de Valores de Lima|Lima Stock Exchange|Bolsa de Lima', { codes: 'BVL', places: 'Lima LIMA' }],
  ['XBOG', 'letters', 'BVC', 'Bolsa de Valores de Colombia|Colombia Stock Exchange|Colombian Stock Exchange|Bolsa de Colombia|Bolsa de Bogotá', { codes: 'BVC', places: 'Bogota Bogotá' }],
  ['XBUE', 'letters', 'BYMA', 'Bolsa de Comercio de Buenos Aires|Buenos Aires Stock Exchange|Bolsas y Mercados Argentinos|Bolsa de Buenos Aires', { codes: 'BYMA BCBA BUE', places: 'Buenos+Aires' }],
  ['XJAM', 'letters', 'Jamaica Stock Exchange', 'Jamaica Stock Exchange'],
  ['XTRN', 'letters', 'TTSE', 'Trinidad and Tobago Stock Exchange|Trinidad & Tobago Stock Exchange', { codes: 'TTSE' }],
  ['XBDA', 'letters', 'BSX', 'Bermuda Stock Exchange', { codes: 'BSX' }],
  ['BVCA', 'letters', 'Bolsa de Caracas', 'Bolsa de Valores de Caracas|Bolsa de Caracas|Caracas Stock Exchange'],
  ['XPTY', 'letters', 'Bolsa de Panamá', 'Bolsa de Valores de Panamá|Panama Stock Exchange|Latinex', { codes: 'LATINEX' }],
  ['XSVA', 'letters', 'Bolsa de El Salvador', 'Bolsa de Valores de El Salvador'],
  ['XBNV', 'letters', 'Bolsa Nacional de Valores', 'Bolsa Nacional de Valores de Costa Rica|Bolsa Nacional de Valores'],
  ['XBOL', 'letters', 'Bolsa Boliviana de Valores', 'Bolsa Boliviana de Valores|Bolivian Stock Exchange'],
  ['XMNT', 'letters', 'Bolsa de Montevideo', 'Bolsa de Valores de Montevideo|Bolsa de Montevideo|Montevideo Stock Exchange'],
  ['XGUA', 'letters', 'Bolsa de Guayaquil', 'Bolsa de Valores de Guayaquil|Bolsa de Guayaquil'],
  ['XQUI', 'letters', 'Bolsa de Quito', 'Bolsa de Valores de Quito|Bolsa de Quito'],
  ['XVPA', 'letters', 'Bolsa de Asunción', 'Bolsa de Valores de Asunción|Bolsa de Valores y Productos de Asunción'],
  ['XBAB', 'letters', 'Barbados Stock Exchange', 'Barbados Stock Exchange'],
  ['XBAA', 'letters', 'BISX', 'Bahamas International Securities Exchange', { codes: 'BISX' }],
  ['XCAY', 'letters', 'Cayman Islands Stock Exchange', 'Cayman Islands Stock Exchange'],
  // Names that mean several exchanges, whatever the context.
  ['XTKS XTSE', 'tokyo-or-toronto', 'TSE', 'TSE'],
  ['XCNQ XCSE XCOL', 'canada', 'CSE', '', { codes: 'CSE' }],
  ['XPHS XPRA XPAE', 'letters', 'PSE', '', { codes: 'PSE' }],
  ['XMSM XIST', 'alphanumeric', 'ISE', '', { codes: 'ISE' }],
  ['XDHA XDAR', 'letters', 'DSE', '', { codes: 'DSE' }],
  ['XZAG XZIM', 'letters', 'ZSE', '', { codes: 'ZSE' }],
  ['XASE XATH XAMM', 'letters', 'ASE', '', { codes: 'ASE' }],
  ['XNEC XNAM', 'letters', 'NSX', '', { codes: 'NSX' }],
  ['XPAR XAMS XBRU XLIS XMIL XMSM XOSL', 'alphanumeric', 'Euronext', 'Euronext|NYSE-Euronext Europe'],
  ['ALXP ALXB ALXL EXGM MERK XESM', 'alphanumeric', 'Euronext Growth', 'Euronext Growth|Alternext|NYSE Alternext Europe'],
  ['XMLI MLXB ENXL', 'alphanumeric', 'Euronext Access', 'Euronext Access|Euronext Access+'],
  ['FNSE FNDK FNFI FNIS', 'nordic', 'First North', 'Nasdaq First North Growth Market|Nasdaq First North|First North Growth Market|First North|Nasdaq OMX First North'],
  ['XSTO XCSE XHEL XICE', 'nordic', 'Nasdaq Nordic', 'Nasdaq Nordic|Nasdaq OMX|Nasdaq OMX Nordic'],
];

const split = (text: string | undefined, separator: string): string[] =>
  text ? text.split(separator).filter((part) => part !== '') : [];

const WORDS_THAT_ARE_CODES: ReadonlySet<string> = new Set(['BATS', 'GROW', 'LTSE', 'BIVA']);

/** The codes of ISO 10383 itself, as printed: those that begin with an X are no words. */
const isoCodes = (mics: readonly string[], segments: readonly string[]) => {
  const codes = mics.length === 1 ? [...mics, ...segments] : [];
  return {
    sure: codes.filter((code) => code.startsWith('X') || code === 'BVMF'),
    short: codes.filter((code) => !code.startsWith('X') && !WORDS_THAT_ARE_CODES.has(code)),
  };
};

export const EXCHANGES: readonly Exchange[] = ROWS.map(([codes, family, label, names, more = {}]) => {
  const mics = split(codes, ' ');
  const { sure, short } = isoCodes(mics, split(more.segments, ' '));
  return {
    mics,
    family,
    label,
    printed: {
      name: [...split(names, '|'), ...sure],
      code: [...split(more.codes, ' '), ...short],
      word: split(more.words, ' '),
      place: split(more.places, ' ').map((place) => place.replace('+', ' ')),
    },
  };
});

const labels = new Map<string, string>();
for (const { label, mics } of EXCHANGES) {
  const [mic] = mics;
  if (mic && mics.length === 1) labels.set(mic, label);
}

/** The exchange as printed to readers: `XNAS` → `NASDAQ`; undefined for a market that the table lacks. */
export const printedExchange = (mic: string): string | undefined => labels.get(mic);

// Renews the live quotes of a page every minute, while somebody looks at it. The page is complete without.
const EVERY_MS = 60_000;
const MOST_INSTRUMENTS = 50;
const ARROWS = { up: '▲', down: '▼', flat: '●' };
const { lang } = document.documentElement;

const numberText = (value, decimals, options) =>
  new Intl.NumberFormat(lang, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    ...options,
  }).format(value);

const directionOf = ({ change, changePercent }) => {
  const moved = change ?? changePercent ?? 0;
  return moved > 0 ? 'up' : moved < 0 ? 'down' : 'flat';
};

const renew = (data, value, text) => {
  if (!data || value === null || data.textContent === text) return;
  data.value = String(value);
  data.textContent = text;
  data.classList.remove('renewed');
  // The animation starts anew where the class comes back after a layout.
  void data.offsetWidth;
  data.classList.add('renewed');
};

const show = (quote) => {
  const { price, change, changePercent, currency, priceDecimals } = quote;
  const all = (name) => document.querySelectorAll(`[data-live-${name}="${CSS.escape(quote.instrument)}"]`);
  for (const data of all('price')) {
    renew(data, price, numberText(price, priceDecimals, currency ? { style: 'currency', currency } : {}));
  }
  for (const shown of all('change')) {
    const moved = directionOf(quote);
    shown.className = `change ${moved}`;
    const arrow = shown.querySelector('.arrow');
    if (arrow) arrow.textContent = ARROWS[moved];
    const signed = { signDisplay: 'exceptZero' };
    renew(shown.querySelector('.points'), change, numberText(change ?? 0, priceDecimals, signed));
    const percent = numberText((changePercent ?? 0) / 100, 2, { ...signed, style: 'percent' });
    renew(shown.querySelector('.percent'), changePercent, percent);
  }
};

const instruments = [
  ...new Set([...document.querySelectorAll('[data-live-price]')].map(({ dataset }) => dataset.livePrice)),
].slice(0, MOST_INSTRUMENTS);

const ask = async () => {
  if (document.hidden) return;
  const query = new URLSearchParams({ instruments: instruments.join(',') });
  const answer = await fetch(`/api/quote-snapshots/latest?${query}`).catch(() => undefined);
  if (!answer?.ok) return;
  const { data } = await answer.json();
  data.forEach(show);
};

if (instruments.length > 0) setInterval(ask, EVERY_MS);

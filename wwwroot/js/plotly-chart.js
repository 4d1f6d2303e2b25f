// <plotly-chart figure="..." library="...">: draws with Plotly, which is fetched when the first chart is seen, in the colours of
// the theme that holds. The figure is typed and made safe in Controls/Charts/FigureJson.cs.
let library = null;
const charts = new Set();

function load(url) {
  return library ??= new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => done(window.Plotly);
    script.onerror = () => { library = null; script.remove(); failed(new Error('not loaded')); };
    document.head.append(script);
  });
}

class PlotlyChart extends HTMLElement {
  static observedAttributes = ['figure'];

  connectedCallback() {
    this.canvas = this.appendChild(document.createElement('div'));
    this.size = new ResizeObserver(() => this.fit());
    this.size.observe(this);
    charts.add(this);
    this.draw();
  }

  disconnectedCallback() {
    charts.delete(this);
    this.size.disconnect();
    window.Plotly?.purge(this.canvas);
    this.canvas.remove();
  }

  attributeChangedCallback() {
    if (this.isConnected && this.canvas) this.draw();
  }

  async draw() {
    try {
      const plotly = await load(this.getAttribute('library'));
      if (!this.isConnected) return;
      const { data, layout } = coloured(JSON.parse(this.getAttribute('figure')));
      await plotly.react(this.canvas, data, framed(layout), { displayModeBar: false, showTips: false, locale: 'here', locales: { here: words() } });
      this.dataset.drawn = '';
      delete this.dataset.failed;
    } catch {
      this.dataset.failed = this.getAttribute('fault');
    }
  }

  fit() {
    if (this.canvas?.data && this.clientWidth > 0) window.Plotly.relayout(this.canvas, { width: this.clientWidth });
  }
}

// What all our charts have in common; the figure's own layout says the rest.
function framed(layout) {
  const text = { family: token('--sans'), size: 11.5, color: colour('muted') };
  const axis = { color: colour('muted'), gridcolor: colour('line'), zeroline: false, linecolor: colour('line'), automargin: true, fixedrange: true, tickfont: text };
  return {
    ...layout,
    font: text,
    autosize: true,
    margin: { l: 8, r: 8, t: layout.annotations?.length ? 20 : 6, b: 8 },
    bargap: 0.12,
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    hoverlabel: { bgcolor: colour('panel'), bordercolor: colour('line'), font: { ...text, color: colour('ink') } },
    legend: { orientation: 'h', yref: 'container', y: 0, yanchor: 'bottom', font: text }, // Room is kept for it under the axis, however many lines it takes.
    xaxis: { ...axis, ...layout.xaxis },
    yaxis: { ...axis, rangemode: 'tozero', ...layout.yaxis },
  };
}

const token = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

// A token may be light-dark(...) or another token: an element that uses it says what it comes to.
function colour(name, alpha) {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = `var(--${name})`;
  const seen = getComputedStyle(probe).color;
  probe.remove();
  return alpha === undefined ? seen : seen.replace(/^rgba?\(([^,]+),([^,]+),([^,)]+).*$/, `rgba($1,$2,$3,${alpha})`);
}

function coloured(value) {
  if (Array.isArray(value)) return value.map(coloured);
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, painted(key, inner)]));
  return value;
}

// Only where a colour belongs: a name that says "token:bad" stays a name.
function painted(key, value) {
  if (typeof value !== 'string' || !/color$/.test(key) || !value.startsWith('token:')) return coloured(value);
  const [, name, alpha] = value.split(':');
  return colour(name, alpha);
}

// Plotly speaks English only; the names of days and months are known to the browser.
function words() {
  const language = document.documentElement.lang;
  const names = (options, count, of) => Array.from({ length: count }, (_, i) => new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options }).format(of(i)));
  const month = i => new Date(Date.UTC(2023, i, 1));
  const day = i => new Date(Date.UTC(2023, 0, 1 + i)); // a Sunday, where Plotly's week begins
  const parts = new Intl.NumberFormat(language).formatToParts(12345.6);
  const part = type => parts.find(found => found.type === type)?.value ?? '';
  return {
    dictionary: {},
    format: {
      days: names({ weekday: 'long' }, 7, day), shortDays: names({ weekday: 'short' }, 7, day),
      months: names({ month: 'long' }, 12, month), shortMonths: names({ month: 'short' }, 12, month),
      date: '%d-%m-%Y', decimal: part('decimal'), thousands: part('group'), grouping: [3], currency: ['€', ''],
    },
  };
}

const redraw = () => charts.forEach(chart => chart.draw());
new MutationObserver(redraw).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);

customElements.define('plotly-chart', PlotlyChart);

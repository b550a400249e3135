// Small line drawings on a 16-unit grid, all hidden from screen readers: words stand beside them.
import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

const drawings = {
  arrowRight: svg`<path d="M3 8h10M9 4l4 4-4 4"/>`,
  arrowLeft: svg`<path d="M13 8H3M7 4 3 8l4 4"/>`,
  arrowBoth: svg`<path d="M3 5.5h10M10.500 3 13 5.500 10.500 8M13 10.500H3M5.500 8 3 10.500 5.500 13"/>`,
  check: svg`<path d="m3.500 8.500 3 3 6-7"/>`,
  chevron: svg`<path d="m6 4 4 4-4 4"/>`,
  close: svg`<path d="m4 4 8 8M12 4l-8 8"/>`,
  cloud: svg`<path d="M4.500 12.500a3 3 0 0 1-.4-5.970 4 4 0 0 1 7.700.5 2.750 2.750 0 0 1-.3 5.470z"/>`,
  error: svg`<circle cx="8" cy="8" r="6"/><path d="M8 5v3.500M8 11h.01"/>`,
  info: svg`<circle cx="8" cy="8" r="6"/><path d="M8 7.500V11M8 5h.01"/>`,
  warning: svg`<path d="M8 2.500 14 13H2zM8 6.500v3M8 11.500h.01"/>`,
  people: svg`<circle cx="6" cy="5.500" r="2.500"/><path d="M1.500 13c.4-2.500 2-4 4.500-4s4.100 1.500 4.500 4M10.500 3.200a2.500 2.500 0 0 1 0 4.600M12 9.400c1.500.5 2.300 1.800 2.500 3.600"/>`,
  play: svg`<path d="M5 3.500v9l7-4.500z"/>`,
  plus: svg`<path d="M8 3v10M3 8h10"/>`,
  search: svg`<circle cx="7" cy="7" r="4"/><path d="m10 10 3.500 3.500"/>`,
  sliders: svg`<path d="M3 5h6M12 5h1M3 11h1M7 11h6"/><circle cx="10.500" cy="5" r="1.500"/><circle cx="5.500" cy="11" r="1.500"/>`,
  spark: svg`<path d="m9 2-5 7h4l-1 5 5-7H8z"/>`,
  trash: svg`<path d="M3 4.500h10M6.500 4.500V3h3v1.500M4.500 4.500l.5 8.500h6l.5-8.500"/>`,
  home: svg`<path d="M2.500 7.500 8 3l5.500 4.500M4 6.500V13h8V6.500"/>`,
  mapping: svg`<circle cx="3.500" cy="4" r="1.500"/><circle cx="3.500" cy="12" r="1.500"/><circle cx="12.500" cy="4" r="1.500"/><circle cx="12.500" cy="12" r="1.500"/><path d="M5 4h1.500c3 0 1 8 4.500 8M5 12h1.500c3 0 1-8 4.500-8"/>`,
  sync: svg`<path d="M13 7a5 5 0 0 0-9-2L2.500 6.500M2.500 3.500v3h3M3 9a5 5 0 0 0 9 2l1.500-1.500M13.500 12.500v-3h-3"/>`,
  runs: svg`<circle cx="8" cy="8" r="5.500"/><path d="M8 5v3l2 1.500"/>`,
  objects: svg`<path d="m8 2 5.500 3v6L8 14l-5.500-3V5zM2.500 5 8 8l5.500-3M8 8v6"/>`,
  plug: svg`<path d="M6 2v3M10 2v3M4.500 5h7v2.500a3.500 3.500 0 0 1-7 0zM8 11v3"/>`,
  signOut: svg`<path d="M6.500 3H3v10h3.500M7 8h6.500M10.500 5l3 3-3 3"/>`,
  typeText: svg`<path d="M4 4.500V4h8v.5M8 4v8.500M6.500 12.500h3"/>`,
  typeLongText: svg`<path d="M3 4.500h10M3 8h10M3 11.500h6"/>`,
  typeNumber: svg`<path d="M6.500 3 5 13M11 3 9.500 13M3 6h10.500M2.500 10H13"/>`,
  typeMoney: svg`<path d="M11 5c-.5-1.300-1.600-1.800-3-1.800-1.700 0-3 .8-3 2.300 0 3.300 6 1.500 6 5 0 1.500-1.300 2.300-3 2.300-1.600 0-2.700-.6-3.200-2M8 2v12"/>`,
  typeCheck: svg`<rect x="3" y="3" width="10" height="10" rx="2"/><path d="m5.500 8 2 2 3.500-4"/>`,
  typeDate: svg`<rect x="2.500" y="3.500" width="11" height="10" rx="1.500"/><path d="M2.500 6.500h11M5.500 2v2.500M10.500 2v2.500"/>`,
  typeTime: svg`<circle cx="8" cy="8" r="5.500"/><path d="M8 5v3h2.500"/>`,
  typeList: svg`<path d="M6 4.500h7M6 8h7M6 11.500h7M3 4.500h.01M3 8h.01M3 11.500h.01"/>`,
  typeMail: svg`<rect x="2" y="3.500" width="12" height="9" rx="1.500"/><path d="m2.500 4.500 5.500 4 5.500-4"/>`,
  typePhone: svg`<path d="M3 3.500 5.500 3 7 6 5.500 7.300c.7 1.500 1.700 2.500 3.200 3.200L10 9l3 1.500-.5 2.500C7.500 13.500 2.500 8.500 3 3.500z"/>`,
  typeLink: svg`<path d="M6.500 9.500a2.500 2.500 0 0 0 3.500 0l2.500-2.500a2.500 2.500 0 0 0-3.500-3.500L8 4.500M9.500 6.500a2.500 2.500 0 0 0-3.500 0L3.500 9a2.500 2.500 0 0 0 3.500 3.500l1-1"/>`,
  typeReference: svg`<path d="M4 3v6.500a2 2 0 0 0 2 2h6.500M9.500 8.500l3 3-3 3"/>`,
  typeId: svg`<rect x="2" y="3.500" width="12" height="9" rx="1.500"/><circle cx="5.500" cy="7.500" r="1.300"/><path d="M3.700 10.700c.3-.9 1-1.400 1.800-1.400s1.500.5 1.800 1.400M9.500 6.500H12M9.500 9.500H12"/>`,
  typePlace: svg`<path d="M8 14c3-3.500 4.500-5.700 4.500-7.500a4.500 4.500 0 0 0-9 0C3.500 8.300 5 10.500 8 14z"/><circle cx="8" cy="6.500" r="1.500"/>`,
  typeOther: svg`<circle cx="8" cy="8" r="5.500"/><path d="M8 8h.01M5.500 8h.01M10.500 8h.01"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof drawings;

export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.400" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${drawings[name]}</svg>`;
}

/** The project's sign: two people's sides of a street, and the stripes that lead across. */
export function logo(): TemplateResult {
  return html`<svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
    <rect class="road" width="32" height="32" rx="8" />
    <g class="stripes">
      <path d="M6.500 22.500 9 9.500h3.600L10.700 22.500z" />
      <path d="M14 22.500 15 9.500h3.600L18.200 22.500z" transform="translate(-.6 0)" />
      <path d="M21.300 22.500 20.700 9.500H24.300L25.500 22.500z" transform="translate(-.6 0)" />
    </g>
  </svg>`;
}
